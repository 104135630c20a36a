import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantProbe } from "./harness/page-probe.ts";
import { type Crowd, runPairs, runTrial, showCrowd, type Trial, verdictOn } from "./support/blind-trial.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { settledMarks, wrongRows } from "./support/drawn-marks.ts";
import type { HisDriver } from "./support/his-driver.ts";
import { type DocumentFacts, seenByPage } from "./support/page-eyes.ts";
import { reactDriver } from "./support/react-driver.ts";
import { DRIVERS, dayAt, startWorkday, type Workday } from "./support/workday.ts";

const PAIRS = 30;

describe.each(browsersUnderTest())("page script cannot tell who is managed, %s", (kind) => {
  let workday: Workday;
  beforeAll(async () => {
    workday = await startWorkday(kind, { population: "ten" });
  });
  afterAll(() => workday?.end());

  const probed = async (): Promise<Page> => {
    const page = await workday.session.browser.newPage();
    await plantProbe(page);
    return page;
  };

  /** The list with this crowd, our marks drawn right, and what page script knows then. */
  const listSeen = async (driver: HisDriver, crowd: Crowd): Promise<readonly DocumentFacts[]> => {
    const page = await probed();
    await showCrowd(workday, page, driver, crowd);
    const rows = await settledMarks(page, driver, dayAt(driver, crowd), 30_000);
    expect(wrongRows(rows)).toEqual([]);
    expect(rows.filter(({ drawn }) => drawn === "managed")).toHaveLength(crowd === "ten" ? 10 : 0);
    const facts = await seenByPage(page, driver, workday.demo.hisUrls[driver.name]);
    await page.close();
    return facts;
  };

  it.each(DRIVERS)("list of $name: our pixels differ, nothing else", async (driver) => {
    const ten = await listSeen(driver, "ten");
    const none = await listSeen(driver, "none");
    expect(ten.flatMap(({ hosts }) => hosts)).toHaveLength(1);
    expect(none).toEqual(ten);
    expect(
      ten.flatMap(({ leaked, messages, customElements }) => [...leaked, ...messages, ...customElements]),
    ).toEqual([]);
  });

  it(`${PAIRS} runs of each: a classifier does no better than chance`, async () => {
    const page = await probed();
    const run = (trial: Trial) => runTrial(workday, page, reactDriver, trial);
    await run({ crowd: "ten" });
    const began = Date.now();
    const verdict = verdictOn(await runPairs(run, [{ crowd: "none" }, { crowd: "ten" }], PAIRS));
    process.stdout.write(`${kind} ${Date.now() - began} ${JSON.stringify(verdict)}\n`);
    await page.close();
  });
});
