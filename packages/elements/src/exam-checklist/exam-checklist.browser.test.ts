import "../define/exam-checklist.ts";
import type { OpenedForm, Result } from "@cadre-care/domain";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { sectionsOf } from "../testing/board-form.ts";
import { fillExam } from "../testing/fill-exam.ts";
import { ICD, openedExam, SAMPLE_CODES } from "../testing/sample-exam.ts";
import { NOW, problem, subjectViews } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { button, buttons, count, expectAccessible, find, settled, textOf } from "../testing/settled.ts";
import type { CadreExamChecklist } from "./exam-checklist.ts";

const FORM = openedExam.form;
const { managed: onPage } = subjectViews;
if (onPage === undefined) throw new Error("no sample of a managed patient");

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

  it("earlier values: says when they are not the board's present word, and makes none up", async () => {
    const board = await open();
    expect(textOf(board.checklist)).not.toContain("lần trước lấy từ bản lưu");
    expect(board.checklist.shadowRoot?.querySelector("[part=earlier]")).toBeNull();
    const kept = await open({ previousSource: "kept" });
    expect(textOf(kept.checklist)).toContain("Giá trị lần trước lấy từ bản lưu trên máy này");
    const away = await open({ previousSource: "unavailable", previous: [] });
    expect(textOf(away.checklist)).toContain("Chưa lấy được giá trị lần trước");
    expect(textOf(away.checklist)).not.toMatch(/Lần trước \d/);
    await expectAccessible(away.checklist);
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

  it("says nothing of whoever was on the page before, and opens for whoever is", async () => {
    const service = new ScriptedService();
    const answers = new Map<string, (value: Result<OpenedForm>) => void>();
    service.answerForm = (subject) => new Promise((resolve) => answers.set(subject, resolve));
    service.say("subject", { ...onPage, subject: "a" });
    const checklist = await fixture<CadreExamChecklist>(
      html`<cadre-exam-checklist questionnaire="https://board.example/fhir/Questionnaire/exam|1" .service=${service} .now=${() => NOW}></cadre-exam-checklist>`,
    );
    await expect.poll(() => answers.has("a")).toBe(true);
    service.say("subject", { ...onPage, subject: "b" });
    await expect.poll(() => answers.has("b")).toBe(true);
    answers.get("a")?.({ ok: false, problem });
    await settled(checklist);
    expect(textOf(checklist)).not.toContain(problem.message.vi);
    answers.get("b")?.({ ok: true, value: { ...openedExam, subject: "b" } });
    await expect.poll(() => textOf(checklist)).toContain("Tiền sử bản thân");
    expect(service.called("openForm").map(([, subject]) => subject)).toEqual(["a", "b"]);
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

  it("patient changed: what could not be saved is said", async () => {
    const { checklist, service } = await open();
    service.answerSaved = async () => ({ ok: false, problem });
    await userEvent.fill(find(checklist, "textarea", HTMLTextAreaElement), "Tim đều");
    await expect.poll(() => textOf(checklist)).toContain("Chưa lưu được bản nháp");
    service.say("forms", { drafts: [], bound: [{ form: FORM, page: "another" }] });
    await settled(checklist);
    expect(find(checklist, "[part=unsaved]", HTMLElement).textContent).toContain(problem.message.vi);
    await expectAccessible(checklist);
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

describe("the draft", () => {
  const type = async (checklist: CadreExamChecklist, text: string): Promise<void> => {
    // The driver finds a field by its name, which others like it get while the form is still being drawn.
    await expect.poll(() => count(checklist, ".section")).toBe(sectionsOf(openedExam));
    await userEvent.fill(find(checklist, "textarea", HTMLTextAreaElement), text);
  };

  it("is saved at a pause, and says so only after the commit", async () => {
    const { checklist, service } = await open();
    let commit = (): void => undefined;
    service.answerSaved = () =>
      new Promise((resolve) => {
        commit = () => resolve({ ok: true, value: { savedAt: "2026-11-22T09:30:00+07:00" } });
      });
    const saved: string[] = [];
    checklist.addEventListener("cadre-draft-saved", (event) => saved.push(event.form));
    await type(checklist, "Tim đều");
    await expect.poll(() => textOf(checklist)).toContain("Đang lưu…");
    expect(service.called("saveDraft")).toHaveLength(1);
    expect(textOf(checklist)).not.toContain("Đã lưu trên máy này");
    expect(saved).toEqual([]);
    commit();
    await expect.poll(() => textOf(checklist)).toContain("Đã lưu trên máy này lúc");
    expect(saved).toEqual([FORM]);
    await expectAccessible(checklist);
  });

  it("is saved at once when the form is left", async () => {
    const { checklist, service } = await open();
    await type(checklist, "Tim đều");
    find(checklist, "textarea", HTMLTextAreaElement).blur();
    await expect.poll(() => service.called("saveDraft").length).toBe(1);
    expect(JSON.stringify(service.keptForms.get(FORM))).toContain("Tim đều");
  });

  it("that cannot be saved stays on the screen, with the reason", async () => {
    const { checklist, service } = await open();
    service.answerSaved = async () => ({ ok: false, problem });
    await type(checklist, "Tim đều");
    await expect.poll(() => textOf(checklist)).toContain("Chưa lưu được bản nháp");
    expect(textOf(checklist)).toContain(problem.message.vi);
    expect(find(checklist, "textarea", HTMLTextAreaElement).value).toBe("Tim đều");
    await expectAccessible(checklist);
  });

  it("comes back as it was, with what is not confirmed yet", async () => {
    const first = await open();
    await type(first.checklist, "Tim đều");
    const { response } = first.checklist;
    if (response === undefined) throw new Error("no response");
    const { checklist } = await open({
      response,
      opening: { id: "o-1", savedAt: "2026-11-22T09:10:00+07:00" },
    });
    expect(find(checklist, "textarea", HTMLTextAreaElement).value).toBe("Tim đều");
    expect(textOf(checklist)).toContain("Mở tiếp bản nháp lưu lúc");
    expect(textOf(checklist)).toContain("Lấy từ trang HIS – chưa xác nhận");
  });
});

describe("after submitting", () => {
  it("says how far it is, and that a parked one needs a person", async () => {
    const { checklist, service } = await open();
    await fillExam(checklist);
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => textOf(checklist)).toContain("đang chờ gửi");
    const [, , response] = service.called("submitForm")[0] ?? [];
    expect(response).toMatchObject({ status: "completed" });
    const entry = {
      id: "0193a000-0000-7000-8000-0000000000e1",
      kind: "response" as const,
      acceptedAt: "2026-11-22T09:30:00+07:00",
      state: "parked" as const,
      attempts: 1,
      actions: [],
    };
    service.say("outbox", { waiting: 0, parked: 1, draining: false, entries: [entry] });
    await settled(checklist);
    expect(textOf(checklist)).toContain("Phiếu đã lưu nhưng cần xử lý");
    await expectAccessible(checklist);
    const closed: string[] = [];
    checklist.addEventListener("cadre-form-close", (event) => closed.push(event.left));
    await userEvent.click(button(checklist, "Đóng phiếu"));
    expect(closed).toEqual(["submitted"]);
    await settled(checklist);
    expect(textOf(checklist)).toContain("Đã đóng phiếu");
    expect(service.called("openForm")).toHaveLength(1);
    await userEvent.click(button(checklist, "Mở lại phiếu"));
    await settled(checklist);
    expect(service.called("openForm")).toHaveLength(2);
  });

  it("a double click submits once, also for a portal that submits by itself", async () => {
    const { checklist, service } = await open();
    await fillExam(checklist);
    await userEvent.dblClick(button(checklist, "Hoàn thành và gửi"));
    await settled(checklist);
    expect(service.called("submitForm")).toHaveLength(1);
    const portal = await open();
    let asked = 0;
    portal.checklist.addEventListener("cadre-form-submit", (event) => {
      event.preventDefault();
      asked += 1;
    });
    await fillExam(portal.checklist);
    await userEvent.dblClick(button(portal.checklist, "Hoàn thành và gửi"));
    await settled(portal.checklist);
    expect(asked).toBe(1);
  });

  it("what was accepted counts, also when the element was moved meanwhile", async () => {
    const { checklist, service } = await open();
    let accept = (): void => undefined;
    service.answerSubmitted = () =>
      new Promise((resolve) => {
        accept = () => resolve({ ok: true, value: { entry: "e-1", delivery: "saved" } });
      });
    await fillExam(checklist);
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => service.called("submitForm").length).toBe(1);
    expect(find(checklist, ".content", HTMLElement).inert).toBe(true);
    const place = document.createElement("div");
    document.body.append(place);
    place.append(checklist);
    accept();
    await expect.poll(() => textOf(checklist)).toContain("Phiếu đã được ghi nhận");
    expect(service.called("submitForm")).toHaveLength(1);
    place.remove();
  });

  it("a submission that fails keeps the form as it is", async () => {
    const { checklist, service } = await open();
    service.answerSubmitted = async () => ({ ok: false, problem });
    await fillExam(checklist);
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => textOf(checklist)).toContain("Chưa ghi được phiếu");
    expect(find(checklist, ".form", HTMLElement).checkVisibility()).toBe(true);
    await expectAccessible(checklist);
  });

  it("offline is said beside the button, and submitting works", async () => {
    const { checklist, service } = await open();
    service.say("connection", { online: false });
    await settled(checklist);
    expect(textOf(checklist)).toContain("Mất mạng. Vẫn nhập và lưu được trên máy này");
    await expectAccessible(checklist);
  });
});
