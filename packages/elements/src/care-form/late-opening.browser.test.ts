import "../define/referral-form.ts";
import { fixture, html } from "@open-wc/testing";
import { afterEach, expect, it, vi } from "vitest";
import { openedReferral } from "../testing/sample-referral.ts";
import { NOW } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { find, settled } from "../testing/settled.ts";
import type { CareFormElement } from "./care-form-element.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** A form that was long in coming, and whether the user's focus went to it. */
const takesFocus = async (framed: boolean, inThisDocument: boolean): Promise<boolean> => {
  const service = new ScriptedService();
  let release = (): void => undefined;
  service.answerForm = (subject) =>
    new Promise((resolve) => {
      release = () => resolve({ ok: true, value: { ...openedReferral, subject } });
    });
  const form = await fixture<CareFormElement>(
    html`<cadre-referral-form autofocus ?require-visible=${framed} subject="s-1" .service=${service} .now=${() => NOW}></cadre-referral-form>`,
  );
  await settled(form);
  vi.spyOn(document, "hasFocus").mockReturnValue(inThisDocument);
  release();
  await expect.poll(() => find(form, "[part=submit]", HTMLElement).isConnected).toBe(true);
  await settled(form);
  return form.shadowRoot?.activeElement != null;
};

it.each([
  ["docked in a page, while the user types into that page", true, false, false],
  ["docked in a page, while the user is in the form", true, true, true],
  ["in a window of its own", false, false, true],
])("a form that opens late, %s", async (_, framed, inThisDocument, taken) => {
  expect(await takesFocus(framed, inThisDocument)).toBe(taken);
});

it("a form that was removed before it came is opened for nobody", async () => {
  const service = new ScriptedService();
  service.answerForm = () => new Promise(() => undefined);
  const form = await fixture<CareFormElement>(
    html`<cadre-referral-form subject="s-1" .service=${service} .now=${() => NOW}></cadre-referral-form>`,
  );
  await settled(form);
  const parent = form.parentElement;
  form.remove();
  form.requestUpdate();
  await settled(form);
  expect(service.called("openForm")).toHaveLength(1);
  parent?.append(form);
  await settled(form);
  expect(service.called("openForm")).toHaveLength(2);
});
