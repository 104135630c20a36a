import type { Page } from "puppeteer-core";
import { type BrowserSession, eventually } from "../harness/browser-session.ts";

const FIELD = ">>> cadre-scan-input >>> input";

/** Whether what is typed now goes into the scan field. */
export const scanFieldHasFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.id === "code" && active.getRootNode() !== document;
  });

/** What stands in the scan field. */
export const scanFieldText = async (page: Page): Promise<string> => {
  const field = await page.waitForSelector(FIELD, { visible: true });
  return (
    (await field?.evaluate((element) => (element instanceof HTMLInputElement ? element.value : ""))) ?? ""
  );
};

/** A keyboard-wedge scanner: types wherever the cursor is, then Enter. */
export const wedge = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
};

/** A scan pasted in one piece into the scan field, in place of what stands there, then Enter. */
export const pasteScan = async (page: Page, text: string): Promise<void> => {
  const field = await page.waitForSelector(FIELD, { visible: true });
  await field?.evaluate((element, pasted) => {
    if (!(element instanceof HTMLInputElement)) return;
    element.focus();
    element.select();
    document.execCommand("insertText", false, pasted);
  }, text);
  await page.keyboard.press("Enter");
};

/** Number of the tab whose address begins with `address`, as the extension counts tabs. */
const tabAt = (asking: Page, address: string): Promise<number> =>
  eventually(`a tab at ${address}`, () =>
    asking.evaluate(async (wanted) => {
      const { tabs } = Reflect.get(globalThis, "browser") ?? Reflect.get(globalThis, "chrome");
      const found: unknown = await tabs.query({});
      if (!Array.isArray(found)) return undefined;
      const tab = found.find(({ url }) => typeof url === "string" && url.startsWith(wanted));
      return typeof tab?.id === "number" ? tab.id : undefined;
    }, address),
  );

/** Popup or panel of the tab at `address`, as a page of its own. */
export const viewOfTab = async (
  session: BrowserSession,
  view: "popup" | "panel",
  address: string,
): Promise<Page> => {
  const asking = await session.extensionPage("options/options.html");
  const tab = await tabAt(asking, address);
  await asking.close();
  const page = await session.extensionPage(`${view}/${view}.html?tab=${tab}`);
  await page.waitForSelector(FIELD, { visible: true });
  return page;
};
