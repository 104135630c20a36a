import "../define/questionnaire.ts";
import type { FhirJson } from "@cadre-care/domain";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import {
  boardForm,
  expectAccessibleInPanels,
  expectFocusInSight,
  sectionsOf,
} from "../testing/board-form.ts";
import { count, settled, textOf } from "../testing/settled.ts";
import type { CadreQuestionnaire } from "./questionnaire.ts";

/** One of each kind; `care-form/board-forms.browser.test.ts` has them all, bound to a person. */
const FORMS = [
  "kham-suc-khoe-can-bo-tt25-2026.2-mau.1",
  "theo-doi-dai-thao-duong-1",
  "phieu-chuyen-co-so-tt01-2025.4",
];

describe.each(FORMS)("%s in a portal", (id) => {
  const form = boardForm(id);
  const { questionnaire, valueSets, half, complete, mistaken } = form;
  const open = async (initialResponse?: FhirJson): Promise<CadreQuestionnaire> => {
    const element = await fixture<CadreQuestionnaire>(html`<cadre-questionnaire
      sample
      .questionnaire=${questionnaire}
      .valueSets=${valueSets}
      .initialResponse=${initialResponse}
    ></cadre-questionnaire>`);
    await expect.poll(() => count(element, ".section")).toBe(sectionsOf(form));
    await settled(element);
    return element;
  };

  it("empty", async () => {
    const element = await open();
    expect(textOf(element)).toContain("Mẫu tham khảo");
    await expectAccessibleInPanels(element);
  });

  it("half", async () => {
    const element = await open(half);
    expect(element.completedResponse).toBeUndefined();
    await expectAccessibleInPanels(element);
  });

  it("complete", async () => {
    const element = await open(complete);
    expect(element.completedResponse).toMatchObject({ status: "completed" });
    await expectAccessibleInPanels(element);
  });

  it("complete with issues, all of them shown", async () => {
    const element = await open(mistaken);
    expect(element.check()).toBe(false);
    await settled(element);
    expect(count(element, ".problem")).toBeGreaterThan(1);
    expectFocusInSight(element);
    await expectAccessibleInPanels(element);
  });
});
