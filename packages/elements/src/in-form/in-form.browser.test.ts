import "../define/in-form/questionnaire.ts";
import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { CadreQuestionnaire } from "../questionnaire/questionnaire.ts";
import { sampleExam } from "../testing/sample-exam.ts";
import { count, settled } from "../testing/settled.ts";

const sources = import.meta.glob<string>(["../**/*.ts", "!../**/*.test.ts"], {
  eager: true,
  query: "?raw",
  import: "default",
});

const form = async (): Promise<{ form: HTMLFormElement; element: CadreQuestionnaire }> => {
  document.body.innerHTML = `<form><cadre-questionnaire name="exam"></cadre-questionnaire><button>Gửi</button></form>`;
  const [found] = document.forms;
  const element = document.querySelector("cadre-questionnaire");
  if (found === undefined || element === null) throw new Error("no form");
  element.questionnaire = {
    resourceType: "Questionnaire",
    status: "active",
    item: [{ linkId: "a", type: "string", text: "Họ tên", required: true }],
  };
  await settled(element);
  return { form: found, element };
};

describe("in a form of a portal", () => {
  it("gives the form its answers under its name", async () => {
    const { form: outer } = await form();
    await userEvent.fill(page.getByLabelText("Họ tên"), "Trần Thị Sen");
    const given = new FormData(outer).get("exam");
    expect(JSON.parse(String(given))).toMatchObject({
      resourceType: "QuestionnaireResponse",
      status: "completed",
      item: [{ linkId: "a", answer: [{ valueString: "Trần Thị Sen" }] }],
    });
  });

  it("keeps it from being submitted while something is left to do", async () => {
    const { form: outer, element } = await form();
    expect(outer.checkValidity()).toBe(false);
    expect(element.matches(":invalid")).toBe(true);
    await userEvent.fill(page.getByLabelText("Họ tên"), "Trần Thị Sen");
    await settled(element);
    expect(outer.checkValidity()).toBe(true);
  });

  it("says at a click on the form's own button what keeps it from being submitted", async () => {
    const { form: outer, element } = await form();
    let submitted = 0;
    outer.addEventListener("submit", (event) => {
      event.preventDefault();
      submitted += 1;
    });
    await userEvent.click(page.getByRole("button", { name: "Gửi" }));
    expect(submitted).toBe(0);
    expect(document.activeElement).toBe(element);
    expect(element.shadowRoot?.activeElement?.localName).toBe("input");
  });

  it("gives nothing to a form that it left", async () => {
    const { form: outer, element } = await form();
    element.remove();
    expect([...new FormData(outer).keys()]).toEqual([]);
  });
});

describe("rule 4", () => {
  it("the ordinary elements are no form's", () => {
    expect("formAssociated" in CadreQuestionnaire).toBe(false);
  });

  it("nothing calls setFormValue", () => {
    expect(Object.keys(sources).length).toBeGreaterThan(100);
    for (const [file, source] of Object.entries(sources))
      expect(source, file).not.toMatch(/\.setFormValue\(/);
  });

  it("every control keeps its text from the browser's memory", async () => {
    const { element } = await form();
    element.questionnaire = sampleExam;
    await settled(element);
    // Drawn in slices.
    await expect.poll(() => count(element, "input, select, textarea")).toBeGreaterThan(30);
    expect(count(element, ":is(input, select, textarea):not([autocomplete=off])")).toBe(0);
  });
});
