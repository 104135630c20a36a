import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { expect } from "vitest";
import { eventually } from "../harness/index.ts";
import { axeIn } from "../support/axe-in-frame.ts";
import { shownText } from "../support/receptionist.ts";
import { FORM } from "./open-form.ts";

/**
 * What is out of sight in a long form has no layout of its own (`content-visibility`), and the foot that stays in sight covers whatever
 * happens to be scrolled under it: axe would measure guesses and chance. Sent to the browser as text.
 */
const layOut = (form: Element): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { content-visibility: visible !important; }
    .foot, .outline { position: static !important; }
  `);
  form.shadowRoot?.adoptedStyleSheets.push(sheet);
};
const layOutNoMore = (form: Element): void => {
  form.shadowRoot?.adoptedStyleSheets.pop();
};

/** No violation of WCAG 2.2 A and AA nor of good practice on the whole page, and something was checked. */
export const expectAccessible = async (page: Page): Promise<void> => {
  // A form is drawn piece by piece.
  await eventually("nothing more is drawn", async () => {
    const before = await shownText(page);
    await pause(150);
    return before === (await shownText(page));
  });
  const form = await page.$(FORM);
  await form?.evaluate(layOut);
  const { wrong, checked } = await axeIn(page.mainFrame(), ["best-practice"]);
  await form?.evaluate(layOutNoMore);
  expect(wrong).toEqual([]);
  expect(checked).toBeGreaterThan(0);
};
