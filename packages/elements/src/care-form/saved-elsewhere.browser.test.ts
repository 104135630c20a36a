import "../define/exam-checklist.ts";
import { type BoundForm, formProblems } from "@cadre-care/domain";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { openedExam } from "../testing/sample-exam.ts";
import { NOW, problem } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { button, expectAccessible, find, settled, textOf } from "../testing/settled.ts";
import type { CareFormElement } from "./care-form-element.ts";

const FORM = openedExam.form;
const ELSEWHERE = { at: "2026-11-22T09:25:00+07:00", opening: "o-2" };

const says = (service: ScriptedService, saved?: BoundForm["saved"]): void =>
  service.say("forms", {
    drafts: [],
    bound: [{ form: FORM, page: "same", ...(saved === undefined ? {} : { saved }) }],
  });

const open = async (): Promise<{ checklist: CareFormElement; service: ScriptedService }> => {
  const service = new ScriptedService();
  let openings = 0;
  service.answerForm = async (subject) => {
    openings += 1;
    const opening = openings === 1 ? { id: "o-1" } : { id: "o-3", savedAt: ELSEWHERE.at };
    return { ok: true, value: { ...openedExam, subject, opening } };
  };
  says(service);
  const checklist = await fixture<CareFormElement>(
    html`<cadre-exam-checklist subject="s-1" .service=${service} .now=${() => NOW}></cadre-exam-checklist>`,
  );
  await settled(checklist);
  return { checklist, service };
};

const isSeen = (checklist: CareFormElement): boolean =>
  find(checklist, ".form", HTMLElement).checkVisibility();

describe("a form that another window saved", () => {
  it("is locked here, and opens in its newest draft when wanted", async () => {
    const { checklist, service } = await open();
    const reasons: string[] = [];
    checklist.addEventListener("cadre-form-locked", (event) => reasons.push(event.reason));
    says(service, ELSEWHERE);
    await settled(checklist);
    expect(textOf(checklist)).toMatch(/Bản mới nhất lưu lúc \d\d:25/);
    expect(isSeen(checklist)).toBe(false);
    await expectAccessible(checklist);
    // Submitted there, for instance.
    service.say("forms", { drafts: [], bound: [] });
    await settled(checklist);
    expect(isSeen(checklist)).toBe(false);
    says(service, ELSEWHERE);
    await userEvent.click(button(checklist, "Mở bản mới nhất"));
    await settled(checklist);
    expect(service.called("openForm")).toHaveLength(2);
    expect(isSeen(checklist)).toBe(true);
    expect(reasons).toEqual(["saved-elsewhere"]);
    await userEvent.fill(find(checklist, "textarea", HTMLTextAreaElement), "Tim đều");
    await checklist.save();
    expect(service.called("saveDraft").map(([, , , opening]) => opening)).toEqual([
      { id: "o-3", savedAt: ELSEWHERE.at },
    ]);
  });

  it("says which opening a draft and a submission come from", async () => {
    const { checklist, service } = await open();
    await userEvent.fill(find(checklist, "textarea", HTMLTextAreaElement), "Tim đều");
    await checklist.save();
    says(service, { at: "2026-11-22T09:30:00+07:00", opening: "o-1" });
    await settled(checklist);
    expect(service.called("saveDraft").map(([, , , opening]) => opening)).toEqual([{ id: "o-1" }]);
    expect(isSeen(checklist)).toBe(true);
  });

  it("keeps what was entered here in sight where it could not be saved, and tries no more", async () => {
    const { checklist, service } = await open();
    service.answerSaved = async () => formProblems.refuse("form-saved-elsewhere");
    const finding = find(checklist, "textarea", HTMLTextAreaElement);
    await userEvent.fill(finding, "Tim đều");
    await checklist.save();
    await settled(checklist);
    expect(textOf(checklist)).toContain("đã được điền tiếp và lưu ở cửa sổ khác");
    says(service, ELSEWHERE);
    await settled(checklist);
    expect(textOf(checklist)).toContain("chưa được lưu và sẽ mất khi mở bản mới nhất hoặc đóng phiếu");
    expect(isSeen(checklist)).toBe(true);
    expect(finding.value).toBe("Tim đều");
    expect(finding.closest("[inert]")).not.toBeNull();
    expect(checklist.shadowRoot?.activeElement?.getAttribute("role")).toBe("status");
    await expectAccessible(checklist);
    // Where the newest does not open, nothing of it is gone from sight, and there is a way out.
    service.answerForm = async () => ({ ok: false, problem });
    await userEvent.click(button(checklist, "Mở bản mới nhất"));
    await settled(checklist);
    expect(textOf(checklist)).toContain(problem.message.vi);
    expect(isSeen(checklist)).toBe(true);
    expect(finding.value).toBe("Tim đều");
    const left: string[] = [];
    checklist.addEventListener("cadre-form-close", (event) => left.push(event.left));
    await userEvent.click(button(checklist, "Giữ bản nháp, đóng phiếu"));
    expect(left).toEqual(["draft"]);
  });
});
