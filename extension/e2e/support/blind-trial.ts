import type { Page } from "puppeteer-core";
import { type Observation, tellApart, type Verdict } from "../harness/classifier.ts";
import { aligned, observe } from "../harness/page-probe.ts";
import type { HisDriver } from "./his-driver.ts";
import type { Workday } from "./workday.ts";

/** Ten managed people on screen, or the same page with ten doubles whom nobody manages. */
export type Crowd = "ten" | "none";

/** Shows a crowd; afterwards `leak`, the fault that a test plants on purpose. */
export interface Trial {
  readonly crowd: Crowd;
  readonly leak?: (page: Page) => Promise<void>;
}

/** A page is looked at for this long after it began, in milliseconds of its own clock. */
const WATCHED_MILLISECONDS = 700;
const SCROLLS = 8;

/** Loads the list anew with this crowd. The probe must be planted in `page`. */
export const showCrowd = async (
  workday: Workday,
  page: Page,
  driver: HisDriver,
  crowd: Crowd,
): Promise<void> => {
  workday.demo.his[driver.name].admit(crowd);
  await page.goto(workday.demo.hisUrls[driver.name], { waitUntil: "domcontentloaded" });
  await driver.listReady(page);
};

/**
 * Scrolls the list down and up, so that rows are read and drawn again and again, and times each scroll until the frame
 * after it is done: the least and the middle of them say most about extra work, whatever else the machine does.
 */
const stir = (page: Page, scroller: string): Promise<Observation> =>
  page.evaluate(
    async (selector, times, until) => {
      const list = document.querySelector(selector);
      const took: number[] = [];
      for (let turn = 0; turn < times; turn += 1) {
        const began = performance.now();
        list?.scrollTo({ top: turn % 2 === 0 ? 420 : 0 });
        for (let frame = 0; frame < 3; frame += 1)
          await new Promise((resolve) => requestAnimationFrame(resolve));
        took.push(performance.now() - began);
      }
      took.sort((a, b) => a - b);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, until - performance.now())));
      return {
        "scroll-least": took[0] ?? 0,
        "scroll-quarter": took[Math.floor(times / 4)] ?? 0,
        "scroll-middle": took[Math.floor(times / 2)] ?? 0,
        "scroll-most": took[times - 1] ?? 0,
      };
    },
    scroller,
    SCROLLS,
    WATCHED_MILLISECONDS,
  );

/** One run: everything that page script could count and time while it showed this crowd. */
export const runTrial = async (
  workday: Workday,
  page: Page,
  driver: HisDriver,
  { crowd, leak }: Trial,
): Promise<Observation> => {
  await showCrowd(workday, page, driver, crowd);
  await leak?.(page);
  const timed = await stir(page, ".grid-scroller");
  return { ...timed, ...(await observe(page, workday.demo.hisUrls[driver.name])) };
};

/** An even coin that falls the same way in every run of the tests. */
const coin = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >= 0x8000_0000;
  };
};

/** Runs of both kinds, in pairs of random order, so that a machine that slows down is no difference between them. */
export const runPairs = async (
  run: (trial: Trial) => Promise<Observation>,
  kinds: readonly [Trial, Trial],
  pairs: number,
): Promise<readonly [readonly Observation[], readonly Observation[]]> => {
  const seen: [Observation[], Observation[]] = [[], []];
  const heads = coin(pairs);
  for (let pair = 0; pair < pairs; pair += 1) {
    const order = heads() ? ([0, 1] as const) : ([1, 0] as const);
    for (const kind of order) seen[kind].push(await run(kinds[kind]));
  }
  return seen;
};

/** What a classifier makes of two lots of runs; see `tellApart`. */
export const verdictOn = ([first, second]: readonly [
  readonly Observation[],
  readonly Observation[],
]): Verdict => {
  const rows = aligned([...first, ...second]);
  return tellApart(rows.slice(0, first.length), rows.slice(first.length));
};
