import type { Page } from "puppeteer-core";
import { type BrowserSession, eventually } from "../harness/browser-session.ts";
import type { HisDriver } from "./his-driver.ts";
import { dayAt } from "./workday.ts";

/** The managed person whom the walk opens: third row of the day. */
export const OPENED_ROW = 2;

export interface HisWalk {
  /** The list is on screen. */
  readonly onList?: (page: Page, driver: HisDriver) => Promise<void>;
  /** The patient of `OPENED_ROW` is on screen. */
  readonly onPatient?: (page: Page, driver: HisDriver) => Promise<void>;
}

/** What a receptionist does in a HIS with or without the extension: scroll the list, open a patient, and the next. */
export const walkThroughHis = async (
  session: BrowserSession,
  driver: HisDriver,
  address: string,
  walk: HisWalk = {},
): Promise<Page> => {
  const page = await session.open(address);
  await driver.listReady(page);
  await walk.onList?.(page, driver);
  for (const pixels of [400, 1_200, 0]) {
    await driver.scrollTo(page, pixels);
    await eventually("rows after the scroll", async () => (await driver.visibleRows(page)).length > 0);
  }
  await driver.openPatient(page, dayAt(driver).patients[OPENED_ROW]?.code ?? "");
  await walk.onPatient?.(page, driver);
  await driver.nextPatient(page);
  return page;
};
