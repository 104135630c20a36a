import { MARK_COLOURS } from "@cadre-care/elements";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "./harness/index.ts";
import { countColour, readPicture } from "./harness/pixels.ts";
import { wordsFor } from "./support/banner-words.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { colourOf } from "./support/drawn-marks.ts";
import type { HisDriver } from "./support/his-driver.ts";
import { bannerText } from "./support/panel.ts";
import { DRIVERS, dayAt, startWorkday, type Workday } from "./support/workday.ts";

const SIGN_WIDTH = 44;
const accent = colourOf(MARK_COLOURS.managed);

/** Whether the sign of a managed person stands at the strip, by pixel. */
const showsManaged = async (page: Page, driver: HisDriver): Promise<boolean> => {
  const box = await driver.bannerBox(page);
  const picture = readPicture(await page.screenshot());
  return countColour(picture, { ...box, width: SIGN_WIDTH }, accent) > 200;
};

describe.each(browsersUnderTest())("banner of the patient page, %s", (kind) => {
  let workday: Workday;
  beforeAll(async () => {
    workday = await startWorkday(kind);
  });
  afterAll(() => workday?.end());

  describe.each(DRIVERS)("$name", (driver) => {
    const { patients, expected } = dayAt(driver);
    let page: Page;

    const expectBanner = async (code: string) => {
      const place = patients.findIndex((patient) => patient.code === code);
      const wanted = wordsFor(expected[place], patients[place]?.priority === "Cấp cứu");
      const said = await eventually(
        `${wanted} in the banner`,
        async () => {
          const text = await bannerText(workday.session, page);
          return wanted.test(text) ? text : undefined;
        },
        30_000,
      ).catch(() => bannerText(workday.session, page));
      expect(said).toMatch(wanted);
      return { said, outcome: expected[place]?.expectedOutcome };
    };

    beforeAll(async () => {
      page = await workday.openHis(driver);
    });
    afterAll(() => page?.close());

    it("is right for every patient while the address stays, and has the same height for each", async () => {
      const [first] = await driver.visibleRows(page);
      await driver.openPatient(page, first?.code ?? "");
      const seen = new Set<string>();
      const heights = new Set<number>();
      const addresses = new Set<string>();
      for (let turn = 0; turn < 16; turn += 1) {
        const { said, outcome } = await expectBanner(await driver.shownPatient(page));
        if (said.startsWith("Ưu tiên cấp cứu")) {
          seen.add("emergency");
          expect(said).not.toContain("Mở bảng chăm sóc");
        } else {
          seen.add(outcome ?? "");
          expect(said).toContain("Mở bảng chăm sóc");
        }
        heights.add((await driver.bannerBox(page)).height);
        addresses.add(page.url());
        await driver.nextPatient(page);
      }
      expect(seen).toEqual(
        new Set(["emergency", "managed", "not-managed", "not-enough", "possible", "conflict"]),
      );
      expect([...heights]).toEqual([56]);
      expect(addresses.size).toBe(1);
    });

    it("never shows the previous patient under the next one", async () => {
      await driver.backToList(page);
      const rows = await driver.visibleRows(page);
      const place = rows.findIndex(({ code }, index) => {
        const outcome = (at: string | undefined) => expected[patients.findIndex((one) => one.code === at)];
        return (
          outcome(code)?.expectedOutcome === "managed" &&
          !outcome(code)?.reason.includes("emergency") &&
          outcome(rows[index + 1]?.code)?.expectedOutcome === "not-managed"
        );
      });
      await driver.openPatient(page, rows[place]?.code ?? "");
      await expectBanner(rows[place]?.code ?? "");
      expect(await showsManaged(page, driver)).toBe(true);
      await driver.nextPatient(page);
      for (let picture = 0; picture < 8; picture += 1) {
        expect(await driver.shownPatient(page)).toBe(rows[place + 1]?.code);
        expect(await showsManaged(page, driver)).toBe(false);
      }
      await expectBanner(rows[place + 1]?.code ?? "");
    });
  });
});
