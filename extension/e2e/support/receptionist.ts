import { setTimeout as pause } from "node:timers/promises";
import type { Frame, Page } from "puppeteer-core";
import { type BrowserSession, eventually } from "../harness/browser-session.ts";
import { type Account, signIn } from "../harness/sign-in.ts";

export const SECRET = "thu-bi-mat-2026";

/** Text on a page of ours, shadow roots included. Written without inner functions: it is sent to the browser as text. */
export const shownText = (page: Page | Frame): Promise<string> =>
  page.evaluate(() => {
    const words: string[] = [];
    const waiting: Node[] = [document.body];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (node.nodeType === Node.TEXT_NODE) words.push(node.textContent ?? "");
      if (!(node instanceof Element) || node.localName === "style" || node.localName === "script") {
        if (node.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) continue;
      }
      const inside =
        node instanceof Element && node.shadowRoot !== null ? [...node.shadowRoot.childNodes] : [];
      waiting.push(...[...inside, ...node.childNodes].reverse());
    }
    return words.join(" ").replace(/\s+/g, " ").trim();
  });

export const seesText = async (
  page: Page | Frame,
  text: string | RegExp,
  milliseconds = 60_000,
): Promise<string> => {
  let last = "";
  try {
    return await eventually(
      `“${text}” on screen`,
      async () => {
        last = await shownText(page);
        return (typeof text === "string" ? last.includes(text) : text.test(last)) ? last : undefined;
      },
      milliseconds,
    );
  } catch (cause) {
    throw new Error(`never on screen: “${text}”; there was: ${last.slice(0, 1_000)}`, { cause });
  }
};

/** Opens the popup as a page. `tab`: the tab that it is about. */
export const openPopup = (session: BrowserSession, tab?: number): Promise<Page> =>
  session.extensionPage(`popup/popup.html${tab === undefined ? "" : `?tab=${tab}`}`);

/**
 * Clicks the first element that the deep selector finds, with a real mouse, once it stands still: as a hand would. One that gives way
 * to its next drawing before the mouse is there has not been clicked (the driver throws before it presses), and the hand tries again.
 */
export const clickDeep = async (page: Page, selector: string): Promise<void> => {
  let before = "";
  await eventually(`${selector} stands still and is clicked`, async () => {
    const found = await page.waitForSelector(selector, { visible: true });
    const box = JSON.stringify(await found?.boundingBox());
    const still = box === before;
    before = box;
    if (still && found !== null) await found.click();
    else await pause(100);
    return still;
  });
};

/** Types a secret into every secret field and confirms. */
export const enterSecret = async (page: Page, secret: string): Promise<void> => {
  await page.waitForSelector(">>> input[type=password]", { visible: true });
  for (const field of await page.$$(">>> input[type=password]")) await field.type(secret);
  await clickDeep(page, ">>> [part=submit]");
};

/** First day on a machine: signs in at the board, chooses a secret, waits until the roster is here. */
export const signInFirstTime = async (
  session: BrowserSession,
  board: string,
  account: Account,
  secret: string = SECRET,
): Promise<Page> => {
  const popup = await openPopup(session);
  await clickDeep(popup, ">>> [part=sign-in]");
  await signIn(session, board, account);
  await popup.bringToFront();
  await enterSecret(popup, secret);
  return popup;
};

/** After a restart of the browser: everything is locked until the secret is given. */
export const unlock = async (session: BrowserSession, secret: string = SECRET): Promise<Page> => {
  const popup = await openPopup(session);
  await enterSecret(popup, secret);
  return popup;
};
