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
 * Whose place another problem may take: of those not reported today, one that has nothing left to report, else the one that
 * was reported longest ago. What was true of an earlier version of a profile so makes room for what is true of this one.
 */
const dispensable = (
  counts: ReadonlyMap<string, SightingCounts[string]>,
  seen: ReadonlySet<string>,
  day: string,
): string | undefined => {
  const others = [...counts].filter(([key, { reported }]) => reported !== day && !seen.has(key));
  const told = others.filter(([, { count }]) => count === 0);
  const age = ([, { reported = "" }]: (typeof others)[number]): string => reported;
  const from = told.length > 0 ? told : others;
  return from.reduce<(typeof others)[number] | undefined>(
    (oldest, one) => (oldest === undefined || age(one) < age(oldest) ? one : oldest),
    undefined,
  )?.[0];
};

export interface SightedView {
  /** Name of the page view. */
  readonly view: string;
  /** yyyy-MM-dd. */
  readonly day: string;
  /** How many problems may be due: none where it is negative. */
  readonly room: number;
}

/**
 * Counts a page view for each problem. A problem is due at its first view of a day: one report for each machine, problem
 * and day, and what is seen later that day, or while there is no room, is counted into the next.
 */
export const countView = (
  before: SightingCounts,
  keys: readonly string[],
  { view, day, room }: SightedView,
): Counted => {
  const counts = new Map(Object.entries(before));
  const due = new Map<string, number>();
  const seen = new Set(keys);
  for (const key of seen) {
    const known = counts.get(key) ?? { count: 0, views: [] };
    if (!counts.has(key) && counts.size >= MOST_PROBLEMS) {
      const dropped = dispensable(counts, seen, day);
      if (dropped === undefined) continue;
      counts.delete(dropped);
    }
    const again = known.views.includes(view);
    const count = known.count + (again ? 0 : 1);
    const views = again ? known.views : [...known.views, view].slice(-KEPT_VIEWS);
    if (known.reported === day || count === 0 || due.size >= room)
      counts.set(key, { ...known, count, views });
    else {
      due.set(key, count);
      counts.set(key, { count: 0, views, reported: day });
    }
  }
  return { counts: Object.fromEntries(counts), due };
};
