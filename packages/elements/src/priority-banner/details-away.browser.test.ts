import "../define/priority-banner.ts";
import { fixture, html } from "@open-wc/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cdp } from "vitest/browser";
import { managed, NOW, subjectView } from "../testing/sample-views.ts";
import { buttons, expectAccessible, settled, textOf } from "../testing/settled.ts";
import type { CadrePriorityBanner } from "./priority-banner.ts";

const unreachable = async (...urls: readonly string[]): Promise<void> => {
  await cdp().send("Network.enable");
  await cdp().send("Network.setBlockedURLs", { urls: [...urls] });
};
beforeAll(() => unreachable("*/banner-details.ts*"));
afterAll(() => unreachable());

it.each([
  ["vi", "Chưa mở được thông tin. Tải lại trang.", "Quy trình A · Phòng khám A"],
  ["en", "Details could not be opened. Reload the page.", "Process A · Clinic A"],
] as const)(
  "keeps the headline where the details cannot be fetched, and offers no retry that a browser does not make (%s)",
  async (language, sentence, headline) => {
    const banner = await fixture<CadrePriorityBanner>(
      html`<cadre-priority-banner mode="details" language=${language} .view=${subjectView(managed())} .now=${() => NOW}></cadre-priority-banner>`,
    );
    await settled(banner);
    expect(textOf(banner)).toContain(sentence);
    expect(textOf(banner)).toContain(headline);
    expect(buttons(banner)).toEqual([]);
    await expectAccessible(banner);
  },
);

it.each([
  [
    "what is old",
    { roster: { ...subjectView(managed()).roster, state: "stale" } },
    ["Mất mạng"],
    "Tải lại trang.",
  ],
  [
    "that the machine is offline",
    { connection: { ...subjectView(managed()).connection, online: false } },
    [],
    "Mất mạng",
  ],
] as const)(
  "says on the strip that more is to be known, or %s, where nothing can be fetched",
  async (_, more, never, said) => {
    const banner = await fixture<CadrePriorityBanner>(
      html`<cadre-priority-banner .view=${{ ...subjectView(managed()), ...more }} .now=${() => NOW}></cadre-priority-banner>`,
    );
    await settled(banner);
    expect(textOf(banner)).toContain(said);
    for (const word of never) expect(textOf(banner)).not.toContain(word);
    await expectAccessible(banner);
  },
);
