import type { Page } from "puppeteer-core";
import { type BrowserSession, eventually } from "../harness/index.ts";
import { bannerButton, openedPanel } from "./panel.ts";

/** More stops than any page of ours or of a HIS has. */
const STOPS = 300;

/** Presses Tab until it holds. @throws Error when the whole page was walked through in vain */
const tabUntil = async (page: Page, what: string, holds: () => Promise<boolean>): Promise<void> => {
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    if (await holds()) return;
  }
  throw new Error(`not in reach of Tab: ${what}`);
};

/** Walks from the page to the banner and on to its button, and gives the panel that Enter opens. */
export const openPanelByKeyboard = async (session: BrowserSession, page: Page): Promise<Page> => {
  await page.bringToFront();
  const frame = await session.extensionFrame(page, "banner");
  await eventually("the banner's button is there", () => bannerButton(frame, "open"));
  await tabUntil(page, "the banner's button", async () => {
    const focused = await session.askFrame(frame, () => {
      let element: Element | null = document.hasFocus() ? document.activeElement : null;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.getAttribute("part") ?? "";
    });
    return focused === "open";
  });
  await page.keyboard.press("Enter");
  return openedPanel(session);
};

/** Waits for an element that fits, walks to the first one, wherever in our shadow roots it stands, and presses Enter there. */
export const enterByTab = async (panel: Page, fitting: string): Promise<void> => {
  // A walk around a page that is still being drawn ends before what it looks for is there.
  await panel.waitForSelector(`>>> ${fitting}`, { visible: true, timeout: 60_000 });
  await tabUntil(panel, fitting, () =>
    panel.evaluate((selector) => {
      let element: Element | null = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.matches(selector) === true;
    }, fitting),
  );
  await panel.keyboard.press("Enter");
};
