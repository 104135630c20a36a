import type { OutboxEntryView, OutboxView } from "@cadre-care/domain";
import { needsPerson, resultsClock } from "@cadre-care/domain/page";

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
  const clocks = view.entries.map((entry) => resultsClock(entry, now));
  return {
    late: clocks.filter((clock) => clock === "late").length,
    soon: clocks.filter((clock) => clock === "soon").length,
  };
};
