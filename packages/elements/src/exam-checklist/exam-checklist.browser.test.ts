import "../define/exam-checklist.ts";
import type { OpenedForm } from "@cadre-care/domain";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { fillExam } from "../testing/fill-exam.ts";
import { ICD, openedExam, SAMPLE_CODES } from "../testing/sample-exam.ts";
import { NOW, problem } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { button, buttons, expectAccessible, find, settled, textOf } from "../testing/settled.ts";
import type { CadreExamChecklist } from "./exam-checklist.ts";

const FORM = openedExam.form;

const open = async (
  changes: Partial<OpenedForm> = {},
  arrange: (service: ScriptedService) => void = () => undefined,
): Promise<{ checklist: CadreExamChecklist; service: ScriptedService }> => {
  const service = new ScriptedService();
  service.codes.set(ICD, SAMPLE_CODES);
  service.answerForm = async (subject) => ({ ok: true, value: { ...openedExam, subject, ...changes } });
  service.say("forms", { drafts: [], bound: [{ form: FORM, page: "same" }] });
  arrange(service);
  const checklist = await fixture<CadreExamChecklist>(
    html`<cadre-exam-checklist subject="s-1" .service=${service} .now=${() => NOW}></cadre-exam-checklist>`,
  );
  await settled(checklist);
  return { checklist, service };
};

describe("from opening to delivered", () => {
  it("is filled in by keyboard alone, one key an answer, and submitted", async () => {
    const { checklist, service } = await open();
    const heard: string[] = [];
    for (const type of ["cadre-form-submit", "cadre-form-submitted"] as const)
      checklist.addEventListener(type, () => heard.push(type));
    const { keys, answers, characters } = await fillExam(checklist);
    expect(keys).toBeLessThanOrEqual(1.1 * (answers + characters));
    await settled(checklist);
    expect(textOf(checklist)).toContain("Không còn mục nào cần xử lý");
    expect(checklist.shadowRoot?.activeElement?.getAttribute("part")).toBe("submit");
    await userEvent.keyboard("{Enter}");
    await settled(checklist);
    expect(heard).toEqual(["cadre-form-submit", "cadre-form-submitted"]);
    expect(textOf(checklist)).toContain("Phiếu đã được ghi nhận");
    const kept = service.keptForms.get(FORM);
    expect(kept).toMatchObject({ resourceType: "QuestionnaireResponse", status: "completed" });
    expect(JSON.stringify(kept)).toContain('"code":"I10"');
    await expectAccessible(checklist);
  });
});

describe("states", () => {
  it("empty: who, what is left to do, nothing submitted", async () => {
    const { checklist, service } = await open();
    expect(textOf(checklist)).toContain(openedExam.person.name);
    expect(textOf(checklist)).toContain("Lấy từ trang HIS – chưa xác nhận");
    expect(textOf(checklist)).toContain("chưa xếp loại được – còn 3 chuyên khoa chưa phân loại");
    await userEvent.click(button(checklist, "Hoàn thành và gửi"));
    await settled(checklist);
    expect(service.called("submitForm")).toEqual([]);
    expect(textOf(checklist)).toMatch(/Chưa gửi được: còn 2\d mục cần xử lý/);
    expect(textOf(checklist)).toContain("Cần trả lời câu này");
    await expectAccessible(checklist);
  });

  it("does not submit for a click by script", async () => {
    const { checklist, service } = await open();
    await fillExam(checklist);
    button(checklist, "Hoàn thành và gửi").click();
    await settled(checklist);
    expect(service.called("submitForm")).toEqual([]);
  });

  it("failed: says why, and tries again", async () => {
    const { checklist, service } = await open({}, (scripted) => {
      scripted.answerForm = async () => ({ ok: false, problem });
    });
    expect(textOf(checklist)).toContain("Chưa mở được biểu mẫu");
    await expectAccessible(checklist);
    service.answerForm = async () => ({ ok: true, value: openedExam });
    await userEvent.click(button(checklist, "Thử lại"));
    await settled(checklist);
    expect(textOf(checklist)).toContain("Tiền sử bản thân");
  });

  it("patient changed: locked with both names, nothing saved, goes on when the patient returns", async () => {
    const { checklist, service } = await open();
    const reasons: string[] = [];
    checklist.addEventListener("cadre-form-locked", (event) => reasons.push(event.reason));
    await userEvent.click(find(checklist, "input[type=text]", HTMLInputElement));
    service.say("forms", {
      drafts: [],
      bound: [{ form: FORM, page: "another" }],
      patient: { name: "Lê Văn Sáng", birthDate: "1950-02-01" },
    });
    await settled(checklist);
    const text = find(checklist, "[part=two]", HTMLElement).textContent ?? "";
    expect(text).toContain(openedExam.person.name);
    expect(text).toContain("Lê Văn Sáng · 01/02/1950");
    expect(find(checklist, ".form", HTMLElement).checkVisibility()).toBe(false);
    expect(buttons(checklist)).toContain("Giữ bản nháp, đóng phiếu");
    await expectAccessible(checklist);
    service.say("forms", { drafts: [], bound: [{ form: FORM, page: "same" }] });
    await settled(checklist);
    expect(find(checklist, ".form", HTMLElement).checkVisibility()).toBe(true);
    expect(reasons).toEqual(["patient-changed", "unlocked"]);
    expect(service.called("saveDraft")).toEqual([]);
  });

  it("discards only after a second question", async () => {
    const { checklist, service } = await open();
    service.say("forms", { drafts: [], bound: [{ form: FORM, page: "another" }] });
    await settled(checklist);
    await userEvent.click(button(checklist, "Bỏ bản nháp"));
    expect(service.called("discardDraft")).toEqual([]);
    await userEvent.click(button(checklist, "Giữ lại"));
    await userEvent.click(button(checklist, "Bỏ bản nháp"));
    await userEvent.click(button(checklist, "Bỏ hẳn"));
    await settled(checklist);
    expect(service.called("discardDraft")).toEqual([["discardDraft", FORM]]);
    expect(textOf(checklist)).toContain("Đã bỏ bản nháp");
  });

  it("session locked: hidden and kept", async () => {
    const { checklist, service } = await open();
    const input = find(checklist, "input[type=text]", HTMLInputElement);
    await userEvent.fill(input, "Trần Thị Sen");
    service.say("session", { ...service.topics.session, state: "locked" });
    await settled(checklist);
    expect(textOf(checklist)).toContain("Phiếu đang mở được ẩn và giữ nguyên");
    expect(input.checkVisibility()).toBe(false);
    await expectAccessible(checklist);
    service.say("session", { ...service.topics.session, state: "open" });
    await settled(checklist);
    expect(input.value).toBe("Trần Thị Sen");
    expect(input.checkVisibility()).toBe(true);
  });
});
