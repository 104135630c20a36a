import "../define/exam-checklist.ts";
import "../define/referral-form.ts";
import type { FhirJson } from "@cadre-care/domain";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import {
  type BoardForm,
  boardForms,
  expectAccessibleInPanels,
  expectFocusInSight,
  openedBoardForm,
} from "../testing/board-form.ts";
import { NOW } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { button, count, find, settled, textOf } from "../testing/settled.ts";
import type { CareFormElement } from "./care-form-element.ts";

const open = async (
  form: BoardForm,
  response?: FhirJson,
): Promise<{ element: CareFormElement; service: ScriptedService }> => {
  const opened = openedBoardForm(form, response);
  const service = new ScriptedService();
  service.answerForm = async (subject) => ({ ok: true, value: { ...opened, subject } });
  service.say("forms", { drafts: [], bound: [{ form: opened.form, page: "same" }] });
  const element = await fixture<CareFormElement>(
    form.kind === "referral"
      ? html`<cadre-referral-form subject="s-1" .service=${service} .now=${() => NOW}></cadre-referral-form>`
      : html`<cadre-exam-checklist subject="s-1" .service=${service} .now=${() => NOW}></cadre-exam-checklist>`,
  );
  const sections: unknown = form.questionnaire.item;
  if (!Array.isArray(sections)) throw new Error("a form without sections");
  await expect.poll(() => count(element, ".section")).toBe(sections.length);
  await settled(element);
  return { element, service };
};
const submit = async (element: CareFormElement): Promise<void> => {
  await userEvent.click(button(element, "Hoàn thành và gửi"));
  await settled(element);
};

it("are the exam in two orders, the cadre package on both, four chronic diseases and two referrals", () => {
  expect(boardForms.map(({ kind }) => kind)).toEqual([
    ...["exam", "exam", "exam", "exam"],
    ...["chronic", "chronic", "chronic", "chronic"],
    ...["referral", "referral"],
  ]);
});

describe.each(boardForms)("$id", (form) => {
  it("empty", async () => {
    const { element } = await open(form);
    expect(textOf(element)).toMatch(/Còn \d+ mục cần xử lý/);
    await expectAccessibleInPanels(element);
  });

  it("half", async () => {
    const { element } = await open(form, form.half);
    expect(element.isComplete).toBe(false);
    await expectAccessibleInPanels(element);
  });

  it("complete with issues, all of them shown", async () => {
    const { element, service } = await open(form, form.mistaken);
    await submit(element);
    expect(service.called("submitForm")).toEqual([]);
    expect(count(element, ".problem")).toBeGreaterThan(1);
    expectFocusInSight(element);
    expect(textOf(element)).toMatch(/Chưa gửi được: còn \d+ mục cần xử lý/);
    await expectAccessibleInPanels(element);
  });

  it("locked", async () => {
    const { element, service } = await open(form, form.half);
    service.say("forms", {
      drafts: [],
      bound: service.topics.forms.bound.map(({ form: id }) => ({ form: id, page: "another" })),
      patient: { name: "Lê Văn Sáng", birthDate: "1950-02-01" },
    });
    await settled(element);
    expect(find(element, "[part=two]", HTMLElement).textContent).toContain("Lê Văn Sáng · 01/02/1950");
    await expectAccessibleInPanels(element);
  });

  it("complete, and then submitted", async () => {
    const { element, service } = await open(form, form.complete);
    expect(textOf(element)).toContain("Không còn mục nào cần xử lý");
    await expectAccessibleInPanels(element);
    await submit(element);
    expect(service.called("submitForm")).toHaveLength(1);
    expect(textOf(element)).toContain("Phiếu đã được ghi nhận");
    await expectAccessibleInPanels(element);
  });
});
