import "../define/questionnaire.ts";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { openedExam, sampleExam } from "../testing/sample-exam.ts";
import { count, find, settled, textOf } from "../testing/settled.ts";
import type { CadreQuestionnaire } from "./questionnaire.ts";

type Json = Readonly<Record<string, unknown>>;

const open = async (properties: Partial<CadreQuestionnaire>): Promise<CadreQuestionnaire> => {
  const element = await fixture<CadreQuestionnaire>(html`<cadre-questionnaire></cadre-questionnaire>`);
  Object.assign(element, properties);
  await settled(element);
  return element;
};
const form = (...item: readonly Json[]): Json => ({ resourceType: "Questionnaire", status: "active", item });
describe("the exam", () => {
  it("shows what was measured last beside the question, and never in it", async () => {
    const { previous, prefilled } = openedExam;
    const element = await open({ questionnaire: sampleExam, previous, prefilled });
    const weight = page.getByRole("textbox", { name: "Cân nặng" });
    expect(weight.element()).toHaveProperty("value", "");
    expect(textOf(element)).toContain("Lần trước 18/11/2025: 60 kg");
    expect(count(element, "svg.trend")).toBe(2);
    await userEvent.fill(weight, "61,5");
    expect(textOf(element)).toContain("Lần trước 18/11/2025: 60 kg (+1,5)");
  });

  it("shows a prefilled section as such until it is confirmed", async () => {
    const element = await open({ questionnaire: sampleExam, prefilled: openedExam.prefilled });
    expect(count(element, "[part=prefill]")).toBe(1);
    expect(count(element, ".unconfirmed")).toBe(3);
    await userEvent.click(page.getByRole("button", { name: /Xác nhận phần này/ }));
    await settled(element);
    expect(count(element, "[part=prefill]")).toBe(0);
    expect(count(element, ".unconfirmed")).toBe(0);
  });

  it.each([
    [["page"], "Lấy từ trang HIS – chưa xác nhận"],
    [["roster"], "Lấy từ danh sách quản lý – chưa xác nhận"],
    [["roster", "form"], "Lấy từ danh sách quản lý và phiếu đã có – chưa xác nhận"],
  ] as const)("says where it came from: %s", async (sources, words) => {
    const items = sources.map((_, index) => ({ linkId: `i${index}`, type: "string", text: `Câu ${index}` }));
    const element = await open({
      questionnaire: form({ linkId: "g", type: "group", text: "Hành chính", item: items }),
      prefilled: sources.map((source, index) => ({
        linkId: `i${index}`,
        value: { valueString: "Trần Thị Sen" },
        source,
      })),
    });
    expect(textOf(element)).toContain(words);
  });

  it("is not complete while something prefilled is not confirmed, and F8 leads there", async () => {
    const element = await open({
      questionnaire: form({
        linkId: "g",
        type: "group",
        text: "Hành chính",
        item: [{ linkId: "a", type: "string", text: "Họ tên" }],
      }),
      prefilled: [{ linkId: "a", value: { valueString: "Trần Thị Sen" }, source: "page" }],
    });
    expect(element.completedResponse).toBeUndefined();
    await userEvent.click(page.getByLabelText("Họ tên"));
    await userEvent.keyboard("{F8}");
    expect(element.shadowRoot?.activeElement?.getAttribute("part")).toBe("confirm");
    await userEvent.keyboard("{Enter}");
    expect(element.completedResponse).toMatchObject({ status: "completed" });
  });

  it("is moved through by section with Alt and an arrow, and back with Shift+Enter", async () => {
    const element = await open({ questionnaire: sampleExam });
    const labelled = (): string | undefined => {
      const id = element.shadowRoot?.activeElement?.id;
      return element.shadowRoot?.querySelector(`label[for="${id}"]`)?.textContent;
    };
    await userEvent.click(page.getByLabelText("Họ và tên"));
    await userEvent.keyboard("{Alt>}{ArrowDown}{ArrowDown}{/Alt}");
    expect(labelled()).toBe("Chiều cao");
    await userEvent.keyboard("{Enter}");
    expect(labelled()).toBe("Cân nặng");
    await userEvent.keyboard("{Shift>}{Enter}{/Shift}");
    expect(labelled()).toBe("Chiều cao");
    await userEvent.keyboard("{Alt>}{ArrowUp}{ArrowUp}{/Alt}");
    expect(labelled()).toBe("Họ và tên");
  });

  it("of 2,000 items is usable at once and complete soon after, and a key goes past what is drawn", async () => {
    const items = Array.from({ length: 2_000 }, (_, index) => ({
      linkId: `q${index}`,
      type: "string",
      text: `Câu ${index}`,
    }));
    const element = await fixture<CadreQuestionnaire>(html`<cadre-questionnaire></cadre-questionnaire>`);
    element.questionnaire = form(...items);
    await element.updateComplete;
    const drawn = count(element, ".body input");
    expect(drawn).toBeGreaterThan(20);
    expect(drawn).toBeLessThan(2_000);
    const last = (): Element | undefined =>
      [...(element.shadowRoot?.querySelectorAll(".body input") ?? [])].at(-1);
    const edge = last();
    if (edge instanceof HTMLInputElement) edge.focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => count(element, ".body input")).toBe(2_000);
  });

  it("changes its language with all texts of its own", async () => {
    const element = await open({ questionnaire: sampleExam });
    element.language = "en";
    await settled(element);
    expect(textOf(element)).toContain("23 things to do");
    expect(count(element, "label")).toBeGreaterThan(0);
    expect(textOf(element)).toContain("Yes");
    expect(textOf(element)).not.toContain("Không ");
  });

  it("runs out of no panel of 360 px, also at 200 %", async () => {
    const element = await open({
      questionnaire: sampleExam,
      prefilled: openedExam.prefilled,
      previous: openedExam.previous,
    });
    for (const [width, size] of [
      ["360px", "16px"],
      ["640px", "32px"],
      ["320px", "16px"],
    ] as const) {
      document.documentElement.style.fontSize = size;
      element.style.inlineSize = width;
      await settled(element);
      const frame = find(element, ".frame", HTMLElement);
      expect(frame.scrollWidth, width).toBeLessThanOrEqual(frame.clientWidth);
      for (const item of frame.querySelectorAll<HTMLElement>(".section"))
        expect(item.scrollWidth, item.textContent ?? "").toBeLessThanOrEqual(item.clientWidth);
    }
    document.documentElement.style.removeProperty("font-size");
  });
});
