import "../define/submitted-form.ts";
import { fixture, html } from "@open-wc/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cdp } from "vitest/browser";
import { NOW } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { buttons, expectAccessible, textOf } from "../testing/settled.ts";
import type { CadreSubmittedForm } from "./submitted-form.ts";

const unreachable = async (...urls: readonly string[]): Promise<void> => {
  await cdp().send("Network.enable");
  await cdp().send("Network.setBlockedURLs", { urls: [...urls] });
};
beforeAll(() => unreachable("*/paper.ts*"));
afterAll(() => unreachable());

it("asks for no view of what cannot be drawn, and offers no retry that a browser does not make", async () => {
  const service = new ScriptedService();
  const form = await fixture<CadreSubmittedForm>(
    html`<cadre-submitted-form subject="s-1" entry="e-1" .service=${service} .now=${() => NOW}></cadre-submitted-form>`,
  );
  await expect.poll(() => textOf(form)).toContain("Tải lại trang rồi mở lại.");
  expect(buttons(form)).toEqual(["Đóng"]);
  expect(service.called("viewForm")).toEqual([]);
  await expectAccessible(form);
});
