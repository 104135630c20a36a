import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { dayAt, type Workday } from "../e2e/support/workday.ts";
import { figure, median, note, quantile } from "./figures.ts";
import type { BenchedHis } from "./his-lists.ts";
import { Recorders, type Recording } from "./recorders.ts";
import { stopBackground } from "./service-worker.ts";
import { type ExpectedKind, markLatencies } from "./timeline.ts";

/*
 * How it is measured. A recorder in the list's document (in the content script's world, which may look into the host's
 * closed root) and one in the marks frame note, in the task after each frame's rendering, what has just been painted:
 * rows wholly on screen and which part of our frame the host shows there; marks and where in the frame they are. A row's
 * trial begins with the first painted frame that has it, and ends with the first moment at which the frame's painted
 * mark lies at the row, in the lane that the page shows. A trial counts its slowest marked row. A mark that was drawn
 * before the page painted the row counts 0. The two documents live in two processes; how far their clocks lie apart is
 * printed. Scaling, raster and display are the same for row and mark, and left out.
 */

/** After this the list is quiet, and a mark that is not there will not come. */
const QUIET_MILLISECONDS = 350;
const PATIENCE_MILLISECONDS = 10_000;
const WARM_UP = 3;

const expectedKinds = ({ driver }: BenchedHis): ReadonlyMap<string, ExpectedKind> => {
  const { patients, expected } = dayAt(driver);
  return new Map(
    patients.flatMap(({ code }, index) => {
      const kind = expected[index]?.expectedOutcome;
      return kind === "managed" || kind === "possible" ? [[code, kind] as const] : [];
    }),
  );
};

/** Waits until every row that must be marked is, or never will be. @returns the slowest row; undefined: none was new. */
const slowestRow = async (
  recorders: Recorders,
  since: number,
  expected: ReadonlyMap<string, ExpectedKind>,
): Promise<number | undefined> => {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    await pause(QUIET_MILLISECONDS);
    const { lists, marks }: Recording = await recorders.read();
    const latencies = markLatencies(lists, marks, since, expected);
    const slowest = latencies.length === 0 ? undefined : Math.max(...latencies);
    if (Date.now() > end || (lists.length > 0 && slowest !== Number.POSITIVE_INFINITY)) return slowest;
  }
};

/** Clock of the page minus clock of the marks frame, milliseconds: the quickest of many questions to both. */
const clockDifference = async (page: Page, recorders: Recorders): Promise<number> => {
  const frame = await recorders.marksFrame();
  const answers: { readonly took: number; readonly difference: number }[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const before = await page.evaluate(() => performance.timeOrigin + performance.now());
    const inside = await frame.evaluate(() => performance.timeOrigin + performance.now());
    const after = await page.evaluate(() => performance.timeOrigin + performance.now());
    answers.push({ took: after - before, difference: (before + after) / 2 - inside });
  }
  const [best] = answers.sort((one, other) => one.took - other.took);
  return best?.difference ?? 0;
};

const report = (name: string, latencies: readonly number[], without: number): void => {
  const lost = latencies.filter((value) => !Number.isFinite(value)).length;
  note(`${name}: ${latencies.length} trials, ${without} more without a new marked row, ${lost} never marked`);
  if (lost > 0) throw new Error(`${name}: ${lost} trials ended without the mark`);
  figure(`${name}/p50`, median(latencies), "ms");
  figure(`${name}/p95`, quantile(latencies, 0.95), "ms");
};

const collect = async (
  trials: number,
  trial: (turn: number) => Promise<number | undefined>,
): Promise<{ readonly latencies: readonly number[]; readonly without: number }> => {
  const latencies: number[] = [];
  for (let turn = 0; turn < trials; turn += 1) {
    const latency = await trial(turn);
    if (latency !== undefined) latencies.push(latency);
  }
  return { latencies, without: trials - latencies.length };
};

/** New rows come on screen while the background is awake. */
export const warmLatencies = async (
  workday: Workday,
  his: BenchedHis,
  trials: number,
): Promise<readonly number[]> => {
  const { session, demo } = workday;
  const expected = expectedKinds(his);
  const page = await session.browser.newPage();
  const recorders = await Recorders.install(session, page, his.selectors);
  await page.goto(demo.hisUrls[his.driver.name], { waitUntil: "domcontentloaded" });
  await his.driver.listReady(page);
  await slowestRow(recorders, 0, expected);
  figure(`clock-difference/${his.driver.name}`, await clockDifference(page, recorders), "ms");
  const trial = async (turn: number) => {
    const since = Date.now();
    await his.bringNewRows(page, turn);
    return slowestRow(recorders, since, expected);
  };
  await collect(WARM_UP, trial);
  const { latencies, without } = await collect(trials, trial);
  report(`mark-latency-warm/${his.driver.name}`, latencies, without);
  await page.close();
  return latencies;
};

/** The HIS is opened while the background sleeps: worker, vault, index and frame all start from nothing. */
export const coldLatencies = async (
  workday: Workday,
  his: BenchedHis,
  trials: number,
): Promise<readonly number[]> => {
  const { session, demo } = workday;
  const expected = expectedKinds(his);
  const { latencies, without } = await collect(trials, async () => {
    const page = await session.browser.newPage();
    const recorders = await Recorders.install(session, page, his.selectors);
    await stopBackground(session);
    const since = Date.now();
    await page.goto(demo.hisUrls[his.driver.name], { waitUntil: "domcontentloaded" });
    const slowest = await slowestRow(recorders, since, expected);
    await page.close();
    return slowest;
  });
  report(`mark-latency-cold/${his.driver.name}`, latencies, without);
  return latencies;
};
