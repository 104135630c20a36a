import "../define/exam-checklist.ts";
import type { OpenedForm, Result, SessionView } from "@cadre-care/domain";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { fillExam } from "../testing/fill-exam.ts";
import { ICD, openedExam, SAMPLE_CODES } from "../testing/sample-exam.ts";
import { NOW } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { find, settled, textOf } from "../testing/settled.ts";
import type { CareFormElement } from "./care-form-element.ts";

const sessionOf = (id: string, state: SessionView["state"] = "open"): SessionView => ({
  state,
  user: { id, name: `Người dùng ${id}`, role: "doctor" },
  minimumSecretLength: 8,
  language: "vi",
});
const locked: SessionView = { state: "locked", minimumSecretLength: 8, language: "vi" };
const answered = (opened: OpenedForm): Result<OpenedForm> => ({ ok: true, value: opened });

/** The form of user a. The vault has none of it for anybody else. */
const open = async (): Promise<{ checklist: CareFormElement; service: ScriptedService }> => {
  const service = new ScriptedService();
  service.codes.set(ICD, SAMPLE_CODES);
  service.answerForm = async (subject) => answered({ ...openedExam, subject });
  service.say("session", sessionOf("a"));
  service.say("forms", { drafts: [], bound: [{ form: openedExam.form, page: "same" }] });
  const checklist = await fixture<CareFormElement>(
    html`<cadre-exam-checklist subject="s-1" .service=${service} .now=${() => NOW}></cadre-exam-checklist>`,
  );
  await settled(checklist);
  return { checklist, service };
};

describe("after a user's session was locked", () => {
  it("the next one sees nothing of the form, and nothing of it is saved in the other name", async () => {
    const { checklist, service } = await open();
    await userEvent.fill(find(checklist, "textarea", HTMLTextAreaElement), "Tim đều");
    await checklist.save();
    expect(service.called("saveDraft")).toHaveLength(1);
    service.say("session", locked);
    await settled(checklist);
    // What b is given is under way: nothing stands in for it meanwhile.
    let release = (): void => undefined;
    service.answerForm = () =>
      new Promise((resolve) => {
        release = () => resolve(answered({ ...openedExam, form: "form-of-b", subject: "s-1" }));
      });
    service.say("forms", { drafts: [], bound: [] });
    service.say("session", sessionOf("b"));
    await settled(checklist);
    expect(textOf(checklist)).not.toContain(openedExam.person.name);
    expect(checklist.response).toBeUndefined();
    expect(service.called("openForm")).toHaveLength(2);
    release();
    await settled(checklist);
    expect(JSON.stringify(checklist.response)).not.toContain("Tim đều");
    expect(service.called("saveDraft")).toHaveLength(1);
  });

  it("the same one goes on with it", async () => {
    const { checklist, service } = await open();
    await userEvent.fill(find(checklist, "textarea", HTMLTextAreaElement), "Tim đều");
    service.say("session", locked);
    await settled(checklist);
    service.say("session", sessionOf("a"));
    await settled(checklist);
    expect(JSON.stringify(checklist.response)).toContain("Tim đều");
    expect(service.called("openForm")).toHaveLength(1);
  });

  it("the next one sees nothing of what was submitted either", async () => {
    const { checklist, service } = await open();
    await fillExam(checklist);
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => textOf(checklist)).toContain("Phiếu đã được ghi nhận");
    service.answerForm = () => new Promise(() => undefined);
    service.say("session", locked);
    service.say("session", sessionOf("b"));
    await settled(checklist);
    expect(textOf(checklist)).not.toContain("Phiếu đã được ghi nhận");
    expect(checklist.response).toBeUndefined();
  });
});

it("a form that the user before had asked for is not shown to the next", async () => {
  const { checklist, service } = await open();
  const releases: ((form: string) => void)[] = [];
  service.answerForm = (subject) =>
    new Promise((resolve) => {
      releases.push((form) => resolve(answered({ ...openedExam, form, subject })));
    });
  checklist.subject = "s-2";
  await settled(checklist);
  service.say("session", sessionOf("b"));
  await settled(checklist);
  expect(service.called("openForm")).toHaveLength(3);
  releases[0]?.("form-of-a");
  await settled(checklist);
  expect(textOf(checklist)).not.toContain(openedExam.person.name);
  releases[1]?.("form-of-b");
  await expect.poll(() => textOf(checklist)).toContain(openedExam.person.name);
});
