import "../define/outbox-status.ts";
import { fixture, html } from "@open-wc/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cdp, userEvent } from "vitest/browser";
import { englishTexts } from "../language/english-texts.ts";
import { registerLanguage } from "../language/register-language.ts";
import { bracketed, PSEUDO } from "../testing/pseudo-language.ts";
import { outboxes } from "../testing/sample-outbox.ts";
import { NOW } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { button, count, expectAccessible, find, settled, textOf } from "../testing/settled.ts";
import type { CadreOutboxStatus } from "./outbox-status.ts";

const unreachable = async (...urls: readonly string[]): Promise<void> => {
  await cdp().send("Network.enable");
  await cdp().send("Network.setBlockedURLs", { urls: [...urls] });
};
beforeAll(() => unreachable("*/entry-details.ts*"));
afterAll(() => unreachable());

it.each([
  [
    "vi",
    "Xem và xử lý: Tiếp nhận, Nguyễn Thị Hòa Bình",
    "Chưa tải được phần xem và xử lý. Tải lại trang rồi mở lại; dữ liệu vẫn còn trên máy này.",
  ],
  [
    "en",
    "Open and deal with it: Check-in, Nguyễn Thị Hòa Bình",
    "What shows an entry could not be loaded. Reload the page and open it again; nothing is lost.",
  ],
] as const)(
  "opens nothing where what shows an entry cannot be fetched, says so, and records no look (%s)",
  async (language, open, sentence) => {
    const service = new ScriptedService();
    const { waiting } = outboxes;
    if (waiting === undefined) throw new Error("no sample");
    service.say("outbox", waiting);
    const outbox = await fixture<CadreOutboxStatus>(
      html`<cadre-outbox-status language=${language} .service=${service} .now=${() => NOW}></cadre-outbox-status>`,
    );
    await settled(outbox);
    await userEvent.click(button(outbox, open));
    await settled(outbox);
    expect(textOf(outbox)).toContain(sentence);
    expect(count(outbox, "[part=opened]")).toBe(0);
    expect(service.called("openEntry")).toEqual([]);
    expect(button(outbox, open).disabled).toBe(false);
    await expectAccessible(outbox);
  },
);

it("says so in a further language too", async () => {
  registerLanguage(PSEUDO);
  const service = new ScriptedService();
  const { waiting } = outboxes;
  if (waiting === undefined) throw new Error("no sample");
  service.say("outbox", waiting);
  const outbox = await fixture<CadreOutboxStatus>(
    html`<cadre-outbox-status language=${PSEUDO.tag} .service=${service} .now=${() => NOW}></cadre-outbox-status>`,
  );
  await settled(outbox);
  await userEvent.click(find(outbox, "[part=entry] button", HTMLButtonElement));
  await settled(outbox);
  expect(textOf(outbox)).toContain(bracketed(englishTexts.outbox.notLoaded));
});
