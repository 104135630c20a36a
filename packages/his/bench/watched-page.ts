import type { ListReading, SiteProfile } from "../src/page.ts";
import { watchPage } from "../src/page.ts";
import { standingSentinel } from "../src/testing/standing-sentinel.ts";
import { takeSpent, timeCallbacks, timed } from "./timed-callbacks.ts";

/** A watcher of this document whose callbacks are timed. */
export interface WatchedPage {
  /** The names of those whose rows were read last, and how many rows that were. */
  readonly names: () => readonly string[];
  readonly rows: () => number;
  readonly readings: () => number;
  readonly stop: () => void;
  /** Lets others in this world register callbacks that nobody times. */
  readonly restore: () => void;
}

export const watchTimed = (profile: SiteProfile): WatchedPage => {
  const abort = new AbortController();
  let last: ListReading | undefined;
  let readings = 0;
  let sentinel: readonly Element[] | undefined;
  /** In a document that only begins there is nothing yet to put one into. */
  const sentinels = (): readonly (readonly Element[])[] => {
    if (document.documentElement === null) return [];
    sentinel ??= standingSentinel(document);
    return [sentinel];
  };
  takeSpent();
  const restore = timeCallbacks();
  timed(() =>
    watchPage({
      document,
      profile,
      signal: abort.signal,
      observer: {
        list: (reading) => {
          readings += 1;
          last = reading;
        },
        listGone: () => undefined,
        patient: () => undefined,
        patientGone: () => undefined,
        page: () => undefined,
        sentinels,
      },
    }),
  )();
  return {
    names: () => [...new Set(last?.rows.flatMap(({ identity }) => identity.name ?? []))],
    rows: () => last?.rows.length ?? 0,
    readings: () => readings,
    stop: () => abort.abort(),
    restore,
  };
};

/** As `watchTimed`, in a world that others share. */
export const watchAmongOthers = (profile: SiteProfile): WatchedPage => {
  const watched = watchTimed(profile);
  watched.restore();
  return watched;
};
