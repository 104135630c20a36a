import "../define/submitted-form.ts";
import { type Problem, type SessionView, success, type ViewedForm } from "@cadre-care/domain";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { CadreFormCloseEvent } from "../events/form-events.ts";
import { openedReferral } from "../testing/sample-referral.ts";
import { NOW, problem } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { count, expectAccessible, settled, textOf } from "../testing/settled.ts";
import type { CadreSubmittedForm } from "./submitted-form.ts";

const viewed: ViewedForm = {
  entry: "e-1",
  person: openedReferral.person,
  kind: "referral",
  sample: true,
  questionnaire: openedReferral.questionnaire,
  valueSets: [],
  response: {
    resourceType: "QuestionnaireResponse",
    status: "completed",
    questionnaire: "https://board.example/fhir/Questionnaire/referral|2025.1",
    item: [
      {
        linkId: "person",
        item: [{ linkId: "name", answer: [{ valueString: openedReferral.person.name }] }],
      },
    ],
  },
  source: "board",
};

const open = async (
  answer: () => ReturnType<ScriptedService["answerViewed"]>,
): Promise<{ form: CadreSubmittedForm; service: ScriptedService }> => {
  const service = new ScriptedService();
  service.answerViewed = answer;
  const form = await fixture<CadreSubmittedForm>(
    html`<cadre-submitted-form subject="s-1" entry="e-1" .service=${service} .now=${() => NOW}></cadre-submitted-form>`,
  );
  await settled(form);
  return { form, service };
};
const sessionOf = (id: string): SessionView => ({
  state: "open",
  user: { id, name: `Người dùng ${id}`, role: "doctor" },
  minimumSecretLength: 8,
  language: "vi",
});
const locked: SessionView = { state: "locked", minimumSecretLength: 8, language: "vi" };
const refused = async (said: Problem) => ({ ok: false as const, problem: said });

describe("a submitted form", () => {
  it("is there to look at: whose it is, from where, and nothing that can be changed", async () => {
    const { form, service } = await open(async () => success(viewed));
    await expect.poll(() => count(form, ".sheet")).toBe(1);
    expect(service.called("viewForm")).toEqual([["viewForm", "s-1", "e-1"]]);
    const text = textOf(form);
    expect(text).toContain("chỉ xem, không sửa được");
    expect(text).toContain("Bản ở máy chủ của đơn vị quản lý");
    expect(text).toContain("Mẫu tham khảo");
    expect(count(form, "input, select, textarea")).toBe(0);
    await expectAccessible(form);
  });

  it("says why it cannot be had, and asks again", async () => {
    const answers = [() => refused(problem), async () => success({ ...viewed, source: "queue" as const })];
    const { form } = await open(() => answers.shift()?.() ?? refused(problem));
    expect(textOf(form)).toContain(problem.message.vi);
    await expectAccessible(form);
    await userEvent.click(page.getByRole("button", { name: "Thử lại" }));
    await expect.poll(() => textOf(form)).toContain("Bản đang chờ gửi trên máy này");
  });

  it("is closed by the user", async () => {
    const { form } = await open(async () => success(viewed));
    const closed: string[] = [];
    form.addEventListener("cadre-form-close", ({ left }: CadreFormCloseEvent) => closed.push(left));
    await userEvent.click(page.getByRole("button", { name: "Đóng" }));
    expect(closed).toEqual(["submitted"]);
  });
});

describe("a submitted form and the session", () => {
  it("is gone while the session is locked, on the screen and on paper, and asked for again afterwards", async () => {
    const { form, service } = await open(async () => success(viewed));
    await expect.poll(() => count(form, ".sheet")).toBe(1);
    window.dispatchEvent(new Event("beforeprint"));
    service.say("session", locked);
    await settled(form);
    expect(textOf(form)).toContain("Đã khóa");
    expect(textOf(form)).not.toContain(viewed.person.name);
    expect(count(form, ".sheet")).toBe(0);
    window.dispatchEvent(new Event("beforeprint"));
    expect(form.shadowRoot?.querySelector(".paper")?.textContent).toBe("");
    await expectAccessible(form);
    expect(service.called("viewForm")).toHaveLength(1);
    service.say("session", sessionOf("a"));
    await expect.poll(() => count(form, ".sheet")).toBe(1);
    expect(service.called("viewForm")).toHaveLength(2);
  });

  it("is not shown to the next user, who may be refused it", async () => {
    const { form, service } = await open(async () => success(viewed));
    service.say("session", sessionOf("a"));
    await expect.poll(() => count(form, ".sheet")).toBe(1);
    service.answerViewed = () => refused(problem);
    service.say("session", sessionOf("b"));
    await expect.poll(() => textOf(form)).toContain(problem.message.vi);
    expect(textOf(form)).not.toContain(viewed.person.name);
    expect(count(form, ".sheet")).toBe(0);
  });

  it("is not asked for before somebody has unlocked, nor again at every word of the session", async () => {
    const { form, service } = await open(async () => success(viewed));
    await expect.poll(() => count(form, ".sheet")).toBe(1);
    service.say("session", { ...service.topics.session });
    await settled(form);
    expect(service.called("viewForm")).toHaveLength(1);
    const other = new ScriptedService();
    other.say("session", locked);
    form.service = other;
    await settled(form);
    expect(textOf(form)).toContain("Đã khóa");
    expect(other.called("viewForm")).toEqual([]);
  });
});
