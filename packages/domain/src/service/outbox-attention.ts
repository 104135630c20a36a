import type { OutboxEntryView } from "./outbox-view.ts";

/** Results are called soon due this long before their 24 hours end (DOMAIN 3.1). */
export const RESULTS_HURRY = 3 * 3_600_000;

const PERSON: ReadonlySet<OutboxEntryView["state"]> = new Set(["parked", "quarantined"]);

/** Whether whoever works here must do something about it. What another user must see to is theirs. */
export const needsPerson = (entry: OutboxEntryView): boolean =>
  entry.actions.length > 0 || (PERSON.has(entry.state) && entry.byAnother !== true);

/** Where the 24 hours of an entry's results stand; undefined where it carries none. `now`: epoch milliseconds. */
export const resultsClock = (
  entry: OutboxEntryView,
  now: number,
): "late" | "soon" | "in-time" | undefined => {
  if (entry.dueAt === undefined) return undefined;
  const left = Date.parse(entry.dueAt) - now;
  if (left < 0) return "late";
  return left < RESULTS_HURRY ? "soon" : "in-time";
};
