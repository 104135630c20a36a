import type { Page } from "puppeteer-core";
import { type BrowserSession, eventually } from "../harness/index.ts";

/**
 * Signs in in the window that the portal opened. The window begins empty and changes its origin twice; it is left alone until
 * its address is the board's, and again as soon as the form is sent.
 */
export const signInInWindow = async (
  session: BrowserSession,
  board: string,
  account: { readonly login: string; readonly password: string },
): Promise<void> => {
  const atBoard = async (): Promise<Page | undefined> =>
    (await session.browser.pages()).find((page) => page.url().startsWith(`${board}/oidc/interaction`));
  const page = await eventually("the board's sign-in page in a window", atBoard);
  await page.waitForSelector("input[name=login]");
  await page.type("input[name=login]", account.login);
  await page.type("input[name=password]", account.password);
  await page.keyboard.press("Enter");
  await eventually("the window closes by itself", () => page.isClosed());
};
