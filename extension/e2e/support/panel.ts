import type { ElementHandle, Frame, Page } from "puppeteer-core";
import { type BrowserSession, eventually } from "../harness/browser-session.ts";
import { clickStill } from "./click-still.ts";

const PANEL = "/panel/panel.html";

/** The side panel (Chromium) or the extension window (Firefox) that a click opened. */
export const openedPanel = (session: BrowserSession): Promise<Page> =>
  session.kind === "firefox"
    ? session.pageWhere("the care panel", (address) => address.includes(PANEL))
    : eventually("the care panel", async () => {
        const target = session.browser.targets().find((candidate) => candidate.url().includes(PANEL));
        return target?.asPage();
      });

/** Clicks the banner's one button with a real mouse and gives the panel that opens. */
export const openPanelFromBanner = async (session: BrowserSession, page: Page): Promise<Page> => {
  await clickBanner(session, page);
  return openedPanel(session);
};

/** A button of the banner's current lane, once it is there: other lanes have buttons that nobody reaches. */
export const bannerButton = async (frame: Frame, part: string): Promise<ElementHandle | undefined> => {
  for (const candidate of await frame.$$(`>>> [part=${part}]`)) {
    const usable = await candidate.evaluate((element) => {
      for (let node: Node | null = element; node !== null; ) {
        if (node instanceof HTMLElement && (node.inert || node.hidden)) return false;
        node = node instanceof ShadowRoot ? node.host : node.parentNode;
      }
      return true;
    });
    if (usable) return candidate;
  }
  return undefined;
};

/** Clicks a button of the banner's current lane with a real mouse: the one that opens the panel unless said otherwise. */
export const clickBanner = async (session: BrowserSession, page: Page, part = "open"): Promise<void> => {
  const frame = await session.extensionFrame(page, "banner");
  // Beside a side panel that opens the page gets narrower for some frames, and the button goes on.
  await clickStill(`the banner's button ${part}`, () => bannerButton(frame, part));
};

/** What the banner's current lane says, in words. */
export const bannerText = async (session: BrowserSession, page: Page): Promise<string> => {
  const frame = await session.extensionFrame(page, "banner");
  return session.askFrame(frame, () => {
    const lane = [...document.querySelectorAll<HTMLElement>(".lane")].find((candidate) => !candidate.inert);
    const strip = lane?.querySelector("cadre-priority-banner")?.shadowRoot?.querySelector('[part="strip"]');
    return (strip?.textContent ?? "").replace(/\s+/g, " ").trim();
  });
};
