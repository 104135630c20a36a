import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browsersUnderTest } from "./support/browsers.ts";
import { settledMarks, wrongRows } from "./support/drawn-marks.ts";
import type { HisDriver } from "./support/his-driver.ts";
import { DRIVERS, dayAt, startWorkday, type Workday } from "./support/workday.ts";

/** Exactly the managed people on screen are marked, read from drawn pixels at the rows' places. */
const expectRightMarks = async (page: Page, driver: HisDriver): Promise<void> => {
  const rows = await settledMarks(page, driver, dayAt(driver));
  expect(rows.length).toBeGreaterThan(0);
  expect(wrongRows(rows)).toEqual([]);
};

describe.each(browsersUnderTest())("marks in lists, %s", (kind) => {
  let workday: Workday;
  beforeAll(async () => {
    workday = await startWorkday(kind);
  });
  afterAll(() => workday?.end());

  describe.each(DRIVERS)("$name", (driver) => {
    let page: Page;
    beforeAll(async () => {
      page = await workday.openHis(driver);
    });
    afterAll(() => page?.close());

    it("after load: marked and unmarked rows are both on screen, and right", async () => {
      await expectRightMarks(page, driver);
      const rows = await settledMarks(page, driver, dayAt(driver));
      expect(new Set(rows.map(({ drawn }) => drawn))).toEqual(new Set(["managed", "possible", "nothing"]));
    });

    it("after scrolling down, far, and back", async () => {
      for (const pixels of [150, 900, 40, 0]) {
        await driver.scrollTo(page, pixels);
        await expectRightMarks(page, driver);
      }
    });

    const { turnPage } = driver;
    if (turnPage !== undefined)
      it("after turning the page, twice", async () => {
        await turnPage(page);
        await expectRightMarks(page, driver);
        await turnPage(page);
        await expectRightMarks(page, driver);
      });

    it("after sorting, also while scrolled, and sorting back", async () => {
      await driver.scrollTo(page, 300);
      await driver.sortByName(page);
      await expectRightMarks(page, driver);
      await driver.sortByName(page);
      await expectRightMarks(page, driver);
    });

    it("after a search and after clearing it", async () => {
      await driver.search(page, "Nguyễn");
      await expectRightMarks(page, driver);
      await driver.search(page, "");
      await expectRightMarks(page, driver);
    });

    it("after a reload of the list", async () => {
      await driver.reload(page);
      await expectRightMarks(page, driver);
    });

    it("after opening a patient and going back", async () => {
      const [first] = await driver.visibleRows(page);
      await driver.openPatient(page, first?.code ?? "");
      await driver.backToList(page);
      await expectRightMarks(page, driver);
    });

    it("after a reload of the whole page", async () => {
      await page.reload({ waitUntil: "domcontentloaded" });
      await driver.listReady(page);
      await expectRightMarks(page, driver);
    });
  });
});
