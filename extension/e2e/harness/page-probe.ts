import type { Frame, Page } from "puppeteer-core";
import type { Observation } from "./classifier.ts";
import { installProbe } from "./page-probe-script.ts";

export type { ProbeReport } from "./page-probe-script.ts";

/**
 * Puts a hostile script into every document of the page before its own scripts run, in the page's own world: what it
 * records is what the page can know. Call it before `goto`.
 */
export const plantProbe = async (page: Page): Promise<void> => {
  await page.evaluateOnNewDocument(installProbe);
};

const isPageOf = (frame: Frame, origin: string) => frame.url().startsWith(origin);

/** The reports of all documents of the HIS's origin, outermost first. Documents of other origins cannot report to it. */
export const probeReports = async (page: Page, origin: string) => {
  const reports = [];
  for (const frame of page.frames().filter((candidate) => isPageOf(candidate, origin)))
    reports.push(await frame.evaluate(() => window.__probeReport()));
  return reports;
};

/** Everything that the reports hold as numbers, for `tellApart`; names are counted. */
export const observe = async (page: Page, origin: string): Promise<Observation> => {
  const features: Record<string, number> = {};
  const reports = await probeReports(page, origin);
  reports.forEach((report, at) => {
    for (const [name, value] of Object.entries(report.numbers)) features[`${at}/${name}`] = value;
    for (const [group, counts] of Object.entries(report.counts))
      for (const [name, count] of Object.entries(counts)) features[`${at}/${group}/${name}`] = count;
  });
  return features;
};

/** Runs as rows of one table: a feature that a run did not show is 0 there. */
export const aligned = (runs: readonly Observation[]): Observation[] => {
  const names = [...new Set(runs.flatMap((run) => Object.keys(run)))];
  return runs.map((run) => Object.fromEntries(names.map((name) => [name, run[name] ?? 0])));
};
