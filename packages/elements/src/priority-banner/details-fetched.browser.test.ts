import "../define/priority-banner.ts";
import { fixture, html } from "@open-wc/testing";
import { expect, it } from "vitest";
import { details, managed, NOW, subjectView } from "../testing/sample-views.ts";
import { settled, textOf } from "../testing/settled.ts";
import type { CadrePriorityBanner } from "./priority-banner.ts";

const open = (mode: "strip" | "details", language: "vi" | "en"): Promise<CadrePriorityBanner> =>
  fixture(
    html`<cadre-priority-banner mode=${mode} language=${language} .view=${subjectView(managed())} .details=${details} .now=${() => NOW}></cadre-priority-banner>`,
  );

/** Nothing has fetched the details before: this stays the first test of its document. */
it("says its first details in one language", async () => {
  const banner = await open("strip", "en");
  await expect.poll(() => textOf(banner)).toContain("Managed record");
  const drawn: string[] = [];
  const watcher = new MutationObserver(() => drawn.push(textOf(banner)));
  watcher.observe(banner.renderRoot, { subtree: true, childList: true, characterData: true });
  banner.mode = "details";
  await settled(banner);
  expect(textOf(banner)).toContain("Home clinic");
  watcher.disconnect();
  expect(drawn.filter((text) => text.includes("Nơi đăng ký"))).toEqual([]);
});
