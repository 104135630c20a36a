import type { Page } from "puppeteer-core";

/** What a user does to a list: opens the page, scrolls, and has it drawn anew (sorted, reloaded, searched). */
export const PHASES = ["load", "scroll", "redraw"] as const;
export type Phase = (typeof PHASES)[number];

/** Processor time of a page's main thread in milliseconds: scripts alone, and everything. */
export interface MainThread {
  readonly script: number;
  readonly task: number;
}

/**
 * Counts the main thread's processor time, which a busy machine changes less than time on the clock. Each call answers
 * for what happened since the one before, divided by `times`.
 */
export const mainThreadOf = async (page: Page): Promise<(times: number) => Promise<MainThread>> => {
  const client = await page.createCDPSession();
  await client.send("Performance.enable", { timeDomain: "threadTicks" });
  let before: MainThread = { script: 0, task: 0 };
  return async (times) => {
    const { metrics } = await client.send("Performance.getMetrics");
    const milliseconds = (name: string) => (metrics.find((one) => one.name === name)?.value ?? 0) * 1000;
    const now = { script: milliseconds("ScriptDuration"), task: milliseconds("TaskDuration") };
    const spent = { script: (now.script - before.script) / times, task: (now.task - before.task) / times };
    before = now;
    return spent;
  };
};
