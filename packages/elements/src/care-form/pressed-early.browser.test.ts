import "../define/exam-checklist.ts";
import { fixture, html } from "@open-wc/testing";
import { expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { openedForm } from "../testing/sample-forms.ts";
import { NOW } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { find, settled, textOf } from "../testing/settled.ts";
import type { CareFormElement } from "./care-form-element.ts";

/** What waits for the first screen, and with it all that is calculated. */
const waiting = vi.hoisted((): (() => void)[] => []);
vi.mock("../care/first-paint.ts", () => ({
  firstPaint: () => new Promise<void>((resolve) => waiting.push(resolve)),
}));

const url = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
const questionnaire = {
  resourceType: "Questionnaire",
  status: "active",
  item: [
    {
      linkId: "a",
      type: "string",
      text: "Kết luận",
      extension: [{ url, valueExpression: { language: "text/fhirpath", expression: "'Khỏe'" } }],
    },
  ],
};

/** The first form was pressed before it was ready, and gave place to the second. */
const pressedAndLeft = async () => {
  waiting.length = 0;
  const service = new ScriptedService();
  service.answerForm = async (subject) => ({
    ok: true,
    value: { ...openedForm, form: `form-of-${subject}`, subject, questionnaire, prefilled: [] },
  });
  const element = await fixture<CareFormElement>(
    html`<cadre-exam-checklist subject="s-1" .service=${service} .now=${() => NOW}></cadre-exam-checklist>`,
  );
  const press = async (): Promise<void> => {
    await settled(element);
    await userEvent.click(find(element, "[part=submit]", HTMLElement));
  };
  await press();
  const first = waiting.splice(0);
  element.subject = "s-2";
  await settled(element);
  expect(service.called("openForm")).toHaveLength(2);
  const submitted = (): readonly unknown[] => service.called("submitForm").map(([, form]) => form);
  return { element, press, submitted, first, second: waiting.splice(0) };
};

it("a press on a form that is not ready submits no other that took its place", async () => {
  const { element, submitted, first, second } = await pressedAndLeft();
  for (const ready of [...first, ...second]) ready();
  await expect.poll(() => JSON.stringify(element.response)).toContain("Khỏe");
  await settled(element);
  expect(submitted()).toEqual([]);
});

it("a press on a form that never gets ready holds up no other", async () => {
  const { element, press, submitted, second } = await pressedAndLeft();
  await press();
  for (const ready of second) ready();
  await expect.poll(() => textOf(element)).toContain("Phiếu đã được ghi nhận");
  expect(submitted()).toEqual(["form-of-s-2"]);
});
