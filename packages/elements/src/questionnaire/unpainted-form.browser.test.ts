import "../define/questionnaire.ts";
import { fixture, html } from "@open-wc/testing";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CadreElement } from "../care/cadre-element.ts";
import { button, count, settled, textOf } from "../testing/settled.ts";
import { FormView } from "./form-view.ts";
import type { CadreQuestionnaire } from "./questionnaire.ts";

/** While nothing is painted, what waits for the first screen keeps waiting. */
const browser = vi.hoisted(() => ({ paints: false }));
vi.mock("../care/first-paint.ts", () => ({
  firstPaint: () => new Promise<void>((resolve) => (browser.paints ? resolve() : undefined)),
}));
afterEach(() => {
  browser.paints = false;
});

type Json = Readonly<Record<string, unknown>>;
const item = (linkId: string): Json => ({ linkId, type: "string", text: `Câu ${linkId}` });
const group = (linkId: string, ...more: readonly Json[]): Json => ({
  linkId,
  type: "group",
  text: `Phần ${linkId}`,
  item: [item(`${linkId}.1`), item(`${linkId}.2`), ...more],
});
const form = (...items: readonly Json[]): Json => ({
  resourceType: "Questionnaire",
  status: "active",
  item: items,
});
const groups = Array.from({ length: 30 }, (_, index) => group(`g${index}`));

const open = async (questionnaire: Json): Promise<CadreQuestionnaire> => {
  const element = await fixture<CadreQuestionnaire>(
    html`<cadre-questionnaire .questionnaire=${questionnaire}></cadre-questionnaire>`,
  );
  await settled(element);
  return element;
};

const titles = (element: Element): readonly (string | null)[] =>
  [...(element.shadowRoot?.querySelectorAll("h3") ?? [])].map((title) => title.textContent);

describe("a form of which only the first screen is drawn", () => {
  it("has every group once when a repeat is added before the rest is drawn", async () => {
    const repeated = { ...group("r"), repeats: true };
    const element = await open(form(group("a"), repeated, ...groups));
    expect(titles(element).length).toBeLessThan(groups.length);
    button(element, "Thêm Phần r").click();
    await settled(element);
    expect(titles(element)).toEqual(
      ["a", "r", "r", ...groups.map((_, index) => `g${index}`)].map((name) => `Phần ${name}`),
    );
  });

  it("says that it goes on opening when that takes long, and not in a flash that screen readers announce", async () => {
    const element = await open(form());
    const SAID = "đang mở tiếp";
    // No timer fires between these lines, however busy the machine is.
    element.questionnaire = form(...groups);
    await element.updateComplete;
    expect(textOf(element)).not.toContain(SAID);
    await expect.poll(() => textOf(element)).toContain(SAID);
    expect(count(element, "p[role=status]")).toBe(1);
    element.questionnaire = form(...groups);
    await element.updateComplete;
    expect(textOf(element)).not.toContain(SAID);
  });
});

class Viewer extends CadreElement {
  readonly view = new FormView(this, this.words);
}
customElements.define("test-viewer", Viewer);

it("a form that is closed before all of it is drawn keeps nobody waiting for its calculations", async () => {
  const { view } = await fixture<Viewer>(html`<test-viewer></test-viewer>`);
  const url = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
  const calculated = {
    ...item("c"),
    extension: [{ url, valueExpression: { language: "text/fhirpath", expression: "'1'" } }],
  };
  view.open({ questionnaire: form(...groups, calculated), language: "vi" }, {});
  let ready = false;
  void view.ready.then(() => {
    ready = true;
  });
  browser.paints = true;
  view.close();
  await expect.poll(() => ready).toBe(true);
});
