import type { Frame, Page } from "puppeteer-core";
import { type BrowserSession, eventually } from "../harness/browser-session.ts";
import { type Account, signIn } from "../harness/sign-in.ts";
import { clickStill } from "./click-still.ts";

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

/** Clicks the first element that the deep selector finds, once it stands still. */
export const clickDeep = (page: Page, selector: string): Promise<void> =>
  clickStill(selector, () => page.waitForSelector(selector, { visible: true }));

/** Types a secret into every secret field and confirms. */
export const enterSecret = async (page: Page, secret: string): Promise<void> => {
  await page.waitForSelector(">>> input[type=password]", { visible: true });
  for (const field of await page.$$(">>> input[type=password]")) await field.type(secret);
  // A form that the lock hides has a submit button too.
  await clickDeep(page, ">>> cadre-session >>> [part=submit]");
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
