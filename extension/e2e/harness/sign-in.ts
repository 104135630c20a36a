import type { Page } from "puppeteer-core";
import { type BrowserSession, eventually } from "./browser-session.ts";

export interface Account {
  readonly login: string;
  readonly password: string;
  /** Code of the authenticator app, where the page asks for it. */
  readonly code?: () => string;
}

/**
 * Signs in on the board's page that `identity.launchWebAuthFlow` opened: fills name and password, presses the button,
 * and a consent button where there is one, until the page is gone.
 * @throws Error when the page does not show up, or does not go away (wrong password: the message quotes the page).
 */
export const signIn = async (session: BrowserSession, issuer: string, account: Account): Promise<void> => {
  const page = await session.pageWhere("the board's sign-in page", (address) => address.startsWith(issuer));
  await page.waitForSelector("input[name=login]");
  await page.type("input[name=login]", account.login);
  await page.type("input[name=password]", account.password);
  if (account.code !== undefined) await page.type("input[name=code]", account.code());
  await page.click("button[type=submit]");
  const gone = (candidate: Page) => candidate.isClosed() || !candidate.url().startsWith(issuer);
  await eventually("signed in", async () => {
    if (gone(page)) return true;
    const [password, consent] = await Promise.all([
      page.$("input[name=password]"),
      page.$("button[type=submit]"),
    ]);
    if (password === null && consent !== null) await consent.click();
    return gone(page);
  });
};
