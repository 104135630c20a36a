import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { eventually } from "../harness/index.ts";
import { shownText } from "../support/receptionist.ts";

export const NOTHING_WAITS = "Không còn gì chờ gửi";
const SEND = ">>> cadre-outbox-status >>> [part=send]";

/** Asks by keyboard to send what waits, until nothing does. What went by itself meanwhile leaves no button to press. */
export const sendAll = (page: Page): Promise<boolean> =>
  eventually(
    "nothing waits",
    async () => {
      if ((await shownText(page)).includes(NOTHING_WAITS)) return true;
      const button = await page.$(SEND);
      const focused = await button?.evaluate((element) => {
        if (element instanceof HTMLElement) element.focus();
        return element.matches(":focus");
      });
      if (focused) await page.keyboard.press("Enter");
      await pause(300);
      return false;
    },
    120_000,
  );
