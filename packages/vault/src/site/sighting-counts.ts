import { z } from "zod";

const KEPT_VIEWS = 20;
/** Far more than a hospital's profiles can have wrong on one day; a page that makes them up gets no further. */
const MOST_PROBLEMS = 200;

/** For each problem: page views since its last report, the latest of them, and the day of that report. */
export const countsSchema = z
  .record(
    z.string(),
    z.object({ count: z.number().int(), views: z.array(z.string()), reported: z.string().optional() }),
  )
  .catch({});

export type SightingCounts = z.infer<typeof countsSchema>;

/** What is to be reported now, with the page views that it stands for; `counts` as they are once that is done. */
export interface Counted {
  readonly counts: SightingCounts;
  readonly due: ReadonlyMap<string, number>;
}

/**
 * Counts a page view for each problem. A problem is due at its first view of a day: one report for each machine, problem
 * and day, and what is seen later that day is counted into the next.
 */
export const countView = (
  before: SightingCounts,
  keys: readonly string[],
  view: string,
  day: string,
): Counted => {
  const counts: SightingCounts = { ...before };
  const due = new Map<string, number>();
  for (const key of new Set(keys)) {
    const known = before[key] ?? { count: 0, views: [] };
    if (before[key] === undefined && Object.keys(counts).length >= MOST_PROBLEMS) continue;
    const again = known.views.includes(view);
    const count = known.count + (again ? 0 : 1);
    const views = again ? known.views : [...known.views, view].slice(-KEPT_VIEWS);
    if (known.reported === day || count === 0) counts[key] = { ...known, count, views };
    else {
      due.set(key, count);
      counts[key] = { count: 0, views, reported: day };
    }
  }
  return { counts, due };
};
