import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type BrowserSession, launchChromium } from "../e2e/harness/index.ts";
import type { HisDriver } from "../e2e/support/his-driver.ts";
import { DRIVERS, type Workday } from "../e2e/support/workday.ts";
import { cpuSeconds } from "./cpu-time.ts";
import { figure, median, note, ratio } from "./figures.ts";
import { type MainThread, mainThreadOf, PHASES, type Phase } from "./main-thread.ts";

/** What one session cost: main-thread time of the page in milliseconds, processor time of the browser in seconds. */
interface Cost {
  readonly script: number;
  readonly task: number;
  readonly cpu: number;
  /** How often style or layout was worked out: a busy machine does not change it. */
  readonly layouts: number;
  /** Processor time of the page's main thread for one loading, one scroll, one redraw. */
  readonly phases: Readonly<Record<Phase, MainThread>>;
}

type Total = Exclude<keyof Cost, "phases">;

const PAUSE_MILLISECONDS = 120;
const SCROLLS = [150, 600, 1_400, 3_000, 800, 0];

const pidOf = (session: BrowserSession): number => {
  const pid = session.browser.process()?.pid;
  if (pid === undefined) throw new Error("the browser's process is not known");
  return pid;
};

/** The same work at the same pace in every session: load, scroll, sort, reload, search and re-render. */
const work = async (session: BrowserSession, driver: HisDriver, address: string): Promise<Cost> => {
  const before = cpuSeconds(pidOf(session));
  const page = await session.browser.newPage();
  const mainThread = await mainThreadOf(page);
  await page.goto(address, { waitUntil: "domcontentloaded" });
  await driver.listReady(page);
  await pause(500);
  const load = await mainThread(1);
  for (const pixels of SCROLLS) {
    await driver.scrollTo(page, pixels);
    await pause(PAUSE_MILLISECONDS);
  }
  const scroll = await mainThread(SCROLLS.length);
  for (let turn = 0; turn < 2; turn += 1) {
    await driver.sortByName(page);
    await pause(PAUSE_MILLISECONDS);
    await driver.reload(page);
    await pause(PAUSE_MILLISECONDS);
    await driver.search(page, turn === 0 ? "Nguyễn" : "");
    await pause(3 * PAUSE_MILLISECONDS);
  }
  const redraw = await mainThread(6);
  const {
    ScriptDuration = 0,
    TaskDuration = 0,
    LayoutCount = 0,
    RecalcStyleCount = 0,
  } = await page.metrics();
  await page.close();
  await pause(200);
  const cpu = cpuSeconds(pidOf(session)) - before;
  return {
    script: ScriptDuration * 1000,
    task: TaskDuration * 1000,
    cpu,
    layouts: LayoutCount + RecalcStyleCount,
    phases: { load, scroll, redraw },
  };
};

const percentMore = (more: number, less: number): number => (more / less - 1) * 100;

/**
 * The same sessions with and without the extension, taking turns, so that a busy machine slows both alike. The page's
 * own main thread is what CDP's Performance.getMetrics counts: its scripts with our content script among them; frames of
 * the extension live in another process and count for the browser alone. `page-overhead` divides by what a demo page does
 * by itself, which is next to nothing while it is only scrolled; `page-cost` says in milliseconds of processor time what
 * one loading, one scroll and one redraw cost more.
 */
export const pageCost = async (workday: Workday, rounds: number): Promise<void> => {
  const profileDir = mkdtempSync(join(tmpdir(), "cadre-care-bare-"));
  const bare = await launchChromium({ profileDir });
  try {
    const browsers = { with: workday.session, without: bare };
    const costs = { with: [] as Cost[], without: [] as Cost[] };
    for (const driver of DRIVERS) {
      const mine = { with: [] as Cost[], without: [] as Cost[] };
      for (let round = 0; round <= rounds; round += 1)
        for (const kind of round % 2 === 0
          ? (["with", "without"] as const)
          : (["without", "with"] as const)) {
          const cost = await work(browsers[kind], driver, workday.demo.hisUrls[driver.name]);
          // The first round fills caches.
          if (round > 0) mine[kind].push(cost);
        }
      const typical = (kind: "with" | "without", part: Total) => median(mine[kind].map((cost) => cost[part]));
      note(`${driver.name}: ${rounds} sessions of each kind, medians`);
      for (const part of ["script", "task"] as const) {
        for (const kind of ["with", "without"] as const)
          figure(`page-${part}/${driver.name}/${kind}`, typical(kind, part), "ms");
        figure(
          `page-overhead/${driver.name}/${part}`,
          percentMore(typical("with", part), typical("without", part)),
          "%",
        );
      }
      for (const phase of PHASES)
        for (const part of ["script", "task"] as const) {
          const time = (kind: "with" | "without") =>
            median(mine[kind].map(({ phases }) => phases[phase][part]));
          figure(`page-cost/${driver.name}/${phase}/${part}`, time("with") - time("without"), "ms");
        }
      for (const kind of ["with", "without"] as const) {
        figure(`page-layouts/${driver.name}/${kind}`, typical(kind, "layouts"), "times");
        costs[kind].push(...mine[kind]);
      }
    }
    report(costs, rounds);
  } finally {
    await bare.close();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
  }
};

/** Both HISs weigh alike: of each half of the sessions the median, added up. */
const report = (costs: Readonly<Record<"with" | "without", readonly Cost[]>>, rounds: number): void => {
  const sum = (kind: "with" | "without", part: Total) =>
    DRIVERS.reduce(
      (total, _, index) =>
        total + median(costs[kind].slice(index * rounds, (index + 1) * rounds).map((cost) => cost[part])),
      0,
    );
  figure("page-overhead", percentMore(sum("with", "script"), sum("without", "script")), "%");
  figure("page-overhead/task", percentMore(sum("with", "task"), sum("without", "task")), "%");
  figure("browser-cpu/with", sum("with", "cpu"), "s");
  figure("browser-cpu/without", sum("without", "cpu"), "s");
  ratio("browser-cpu/with-vs-without", sum("with", "cpu") / sum("without", "cpu"));
};
