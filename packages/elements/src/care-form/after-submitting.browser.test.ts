import "../define/exam-checklist.ts";
import { fixture, html } from "@open-wc/testing";
import { expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { openedForm } from "../testing/sample-forms.ts";
import { NOW } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { find, settled, textOf } from "../testing/settled.ts";
import type { CareFormElement } from "./care-form-element.ts";

const questionnaire = {
  resourceType: "Questionnaire",
  status: "active",
  item: [{ linkId: "a", type: "string", text: "Kết luận" }],
};

const opened = async (service = new ScriptedService()): Promise<CareFormElement> => {
  service.answerForm = async (subject) => ({
    ok: true,
    value: { ...openedForm, subject, questionnaire, prefilled: [] },
  });
  const element = await fixture<CareFormElement>(
    html`<cadre-exam-checklist subject="s-1" .service=${service} .now=${() => NOW}></cadre-exam-checklist>`,
  );
  await settled(element);
  return element;
};

it("a form submitted by keyboard leaves the focus where what became of it is said: closed by Tab and Enter", async () => {
  const element = await opened();
  const left: string[] = [];
  element.addEventListener("cadre-form-close", ({ left: how }) => left.push(how));
  find(element, "[part=submit]", HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => textOf(element)).toContain("Phiếu đã được ghi nhận");
  expect(element.shadowRoot?.activeElement).toBe(find(element, "[role=status]", HTMLElement));
  await userEvent.keyboard("{Tab}{Enter}");
  expect(left).toEqual(["submitted"]);
  await settled(element);
  expect(textOf(element)).toContain("Đã đóng phiếu");
  expect(element.shadowRoot?.activeElement).toBe(find(element, "[role=status]", HTMLElement));
});

it("whoever went on elsewhere meanwhile stays there", async () => {
  const service = new ScriptedService();
  const { answerSubmitted } = service;
  let accept = (): void => undefined;
  service.answerSubmitted = () =>
    new Promise((resolve) => {
      accept = () => resolve(answerSubmitted());
    });
  const element = await opened(service);
  const elsewhere = await fixture<HTMLInputElement>(html`<input aria-label="Ô khác" />`);
  find(element, "[part=submit]", HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => service.called("submitForm")).toHaveLength(1);
  elsewhere.focus();
  accept();
  await expect.poll(() => textOf(element)).toContain("Phiếu đã được ghi nhận");
  await settled(element);
  expect(document.activeElement).toBe(elsewhere);
});
