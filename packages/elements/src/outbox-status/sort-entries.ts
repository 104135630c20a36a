import type { OutboxEntryView, OutboxView } from "@cadre-care/domain";

/** Results are called soon due this long before their 24 hours end (DOMAIN 3.1). */
export const HURRY = 3 * 3_600_000;

const PERSON: ReadonlySet<OutboxEntryView["state"]> = new Set(["parked", "quarantined"]);

/** Whether a person must do something about it, and this one can. */
export const needsPerson = (entry: OutboxEntryView): boolean =>
  entry.actions.length > 0 || (PERSON.has(entry.state) && entry.byAnother !== true);

/** The entries shown, in the order of acceptance, as people look for them. */
export interface SortedEntries {
  readonly person: readonly OutboxEntryView[];
  readonly onWay: readonly OutboxEntryView[];
  readonly byAnother: readonly OutboxEntryView[];
}

export const sortEntries = (entries: readonly OutboxEntryView[]): SortedEntries => ({
  person: entries.filter(needsPerson),
  onWay: entries.filter((entry) => !needsPerson(entry) && entry.byAnother !== true),
  byAnother: entries.filter((entry) => !needsPerson(entry) && entry.byAnother === true),
});

/** How many of the results shown are past their 24 hours, and how many soon will be. */
export const countDue = (view: OutboxView, now: number): { readonly late: number; readonly soon: number } => {
  const left = view.entries.flatMap(({ dueAt }) => (dueAt === undefined ? [] : [Date.parse(dueAt) - now]));
  return {
    late: left.filter((time) => time < 0).length,
    soon: left.filter((time) => time >= 0 && time < HURRY).length,
  };
};
