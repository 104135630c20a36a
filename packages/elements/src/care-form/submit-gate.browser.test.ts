import "../define/referral-form.ts";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import type { CadreReferralForm } from "../referral-form/referral-form.ts";
import { openedReferral } from "../testing/sample-referral.ts";
import { NOW } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { find, settled, textOf } from "../testing/settled.ts";

const UNSEEN = "nút gửi và tên người bệnh phải hiện trọn";
/** Said when the click counted: something in the form is left to do. */
const COUNTED = "Chưa gửi được: còn";

const open = async (requireVisible: boolean, service = new ScriptedService()): Promise<CadreReferralForm> => {
  service.answerForm = async (subject) => ({ ok: true, value: { ...openedReferral, subject } });
  const form = await fixture<CadreReferralForm>(
    html`<cadre-referral-form subject="s-1" ?require-visible=${requireVisible} .service=${service} .now=${() => NOW}></cadre-referral-form>`,
  );
  await settled(form);
  find(form, "[part=submit]", HTMLElement).focus();
  find(form, "[part=submit]", HTMLElement).scrollIntoView({ block: "center" });
  return form;
};

/** Over everything, invisible to people, and letting clicks through: as a page would trick somebody. */
const covered = (): HTMLElement => {
  const over = document.createElement("div");
  over.style.cssText =
    "position:fixed;inset:0;z-index:2147483647;background:#fff;opacity:0.02;pointer-events:none";
  document.body.append(over);
  return over;
};

describe("submitting inside a page of others", () => {
  it("counts on a button that is seen, after a while", async () => {
    const form = await open(true);
    await expect
      .poll(
        async () => {
          find(form, "[part=submit]", HTMLElement).focus();
          await userEvent.keyboard("{Enter}");
          return textOf(form);
        },
        { interval: 300, timeout: 30_000 },
      )
      .toContain(COUNTED);
    expect(textOf(form)).not.toContain(UNSEEN);
  });

  it("never counts on one that is covered", async () => {
    const over = covered();
    const form = await open(true);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => textOf(form)).toContain(UNSEEN);
    expect(textOf(form)).not.toContain(COUNTED);
    over.remove();
  });

  it("counts at once where the surroundings are our own", async () => {
    const form = await open(false);
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => textOf(form)).toContain(COUNTED);
  });
});

describe("a draft inside a page of others", () => {
  it("is not discarded there, where the page can have a user click what it likes", async () => {
    for (const requireVisible of [true, false]) {
      const service = new ScriptedService();
      const form = await open(requireVisible, service);
      service.say("forms", { drafts: [], bound: [{ form: openedReferral.form, page: "another" }] });
      await settled(form);
      expect(find(form, "[part=leave]", HTMLElement).checkVisibility()).toBe(true);
      expect(form.shadowRoot?.querySelector("[part=discard]") === null).toBe(requireVisible);
    }
  });
});
