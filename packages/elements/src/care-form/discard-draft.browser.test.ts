import "../define/exam-checklist.ts";
import type { FormsView } from "@cadre-care/domain";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { openedExam } from "../testing/sample-exam.ts";
import { NOW, problem } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { button, buttons, expectAccessible, find, settled, textOf } from "../testing/settled.ts";
import type { CareFormElement } from "./care-form-element.ts";

const FORM = openedExam.form;
const HERE: FormsView = { drafts: [], bound: [{ form: FORM, page: "same" }] };
const ELSEWHERE: FormsView = { drafts: [], bound: [{ form: FORM, page: "another" }] };

const open = async (): Promise<{ checklist: CareFormElement; service: ScriptedService }> => {
  const service = new ScriptedService();
  service.answerForm = async (subject) => ({ ok: true, value: { ...openedExam, subject } });
  service.say("forms", HERE);
  const checklist = await fixture<CareFormElement>(
    html`<cadre-exam-checklist subject="s-1" .service=${service} .now=${() => NOW}></cadre-exam-checklist>`,
  );
  await settled(checklist);
  return { checklist, service };
};

describe("the draft of a locked form", () => {
  it("is discarded only after a second question", async () => {
    const { checklist, service } = await open();
    service.say("forms", ELSEWHERE);
    await settled(checklist);
    await userEvent.click(button(checklist, "Bỏ bản nháp"));
    expect(service.called("discardDraft")).toEqual([]);
    await userEvent.click(button(checklist, "Giữ lại"));
    await userEvent.click(button(checklist, "Bỏ bản nháp"));
    await userEvent.click(button(checklist, "Bỏ hẳn"));
    await settled(checklist);
    expect(service.called("discardDraft")).toEqual([["discardDraft", FORM, openedExam.opening]]);
    expect(textOf(checklist)).toContain("Đã bỏ bản nháp");
  });

  it("that cannot be discarded stays: the message says why, and nothing of it is lost", async () => {
    const { checklist, service } = await open();
    const closed: string[] = [];
    checklist.addEventListener("cadre-form-close", (event) => closed.push(event.left));
    const finding = find(checklist, "textarea", HTMLTextAreaElement);
    await userEvent.fill(finding, "Tim đều");
    await expect.poll(() => JSON.stringify(service.keptForms.get(FORM))).toContain("Tim đều");
    service.answerDiscarded = async () => ({ ok: false, problem });
    service.say("forms", ELSEWHERE);
    await settled(checklist);
    await userEvent.click(button(checklist, "Bỏ bản nháp"));
    await userEvent.click(button(checklist, "Bỏ hẳn"));
    await settled(checklist);
    expect(service.called("discardDraft")).toHaveLength(1);
    expect(textOf(checklist)).toContain(`Chưa bỏ được bản nháp : ${problem.message.vi}`);
    expect(buttons(checklist)).toContain("Giữ bản nháp, đóng phiếu");
    expect(buttons(checklist)).toContain("Bỏ bản nháp");
    expect(closed).toEqual([]);
    expect(JSON.stringify(service.keptForms.get(FORM))).toContain("Tim đều");
    await expectAccessible(checklist);
    service.say("forms", HERE);
    await settled(checklist);
    expect(finding.checkVisibility()).toBe(true);
    expect(finding.value).toBe("Tim đều");
    expect(textOf(checklist)).not.toContain("Chưa bỏ được bản nháp");
    await userEvent.fill(finding, "Tim đều, không tiếng thổi");
    await expect.poll(() => JSON.stringify(service.keptForms.get(FORM))).toContain("không tiếng thổi");
    // The service is back, and the draft goes.
    service.answerDiscarded = async () => ({ ok: true, value: null });
    service.say("forms", ELSEWHERE);
    await settled(checklist);
    await userEvent.click(button(checklist, "Bỏ bản nháp"));
    await userEvent.click(button(checklist, "Bỏ hẳn"));
    await settled(checklist);
    expect(textOf(checklist)).toContain("Đã bỏ bản nháp");
    expect(closed).toEqual(["discarded"]);
  });
});
