import "../define/referral-form.ts";
import type { FormsView, SessionView } from "@cadre-care/domain";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { openedReferral } from "../testing/sample-referral.ts";
import { NOW } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { find, settled } from "../testing/settled.ts";
import type { CareFormElement } from "./care-form-element.ts";

const FORM = openedReferral.form;
const bound = (page: "same" | "another"): FormsView => ({ drafts: [], bound: [{ form: FORM, page }] });
const locked: SessionView = { state: "locked", minimumSecretLength: 8, language: "vi" };
const says = (type: "beforeprint" | "afterprint"): boolean => window.dispatchEvent(new Event(type));

/** A form whose paper is on its way to the printer. */
const printing = async (): Promise<{
  form: CareFormElement;
  service: ScriptedService;
  paper: HTMLElement;
}> => {
  const service = new ScriptedService();
  service.answerForm = async (subject) => ({ ok: true, value: { ...openedReferral, subject } });
  service.say("forms", bound("same"));
  const form = await fixture<CareFormElement>(
    html`<cadre-referral-form subject="s-1" .service=${service} .now=${() => NOW}></cadre-referral-form>`,
  );
  await settled(form);
  const paper = find(form, ".paper", HTMLElement);
  await expect
    .poll(() => {
      says("beforeprint");
      return paper.childElementCount;
    })
    .toBeGreaterThan(2);
  return { form, service, paper };
};

describe("the paper of a form", () => {
  it("is gone once it was printed", async () => {
    const { paper } = await printing();
    says("afterprint");
    expect(paper.textContent).toBe("");
  });

  it.each([
    ["the session is locked", (service: ScriptedService) => service.say("session", locked)],
    ["the page shows another", (service: ScriptedService) => service.say("forms", bound("another"))],
  ])("is gone, and is not printed again, when %s", async (_, lock) => {
    const { form, service, paper } = await printing();
    lock(service);
    await settled(form);
    expect(paper.textContent).toBe("");
    says("beforeprint");
    expect(paper.textContent).toBe("");
  });

  it("is printed again when the form is open again", async () => {
    const { form, service, paper } = await printing();
    service.say("forms", bound("another"));
    await settled(form);
    service.say("forms", bound("same"));
    await settled(form);
    says("beforeprint");
    expect(paper.childElementCount).toBeGreaterThan(2);
  });
});
