import type { SiteProfile } from "../src/page.ts";
import { watchPage } from "../src/page.ts";
import { takeSpent, timeCallbacks, timed } from "./timed-callbacks.ts";

/** A watcher of this document whose callbacks are timed. */
export interface Watched {
  /** How many rows were read last, and how many readings there were. */
  readonly read: () => number;
  readonly stop: () => void;
}

export const watchTimed = (profile: SiteProfile): Watched => {
  const abort = new AbortController();
  let read = 0;
  takeSpent();
  const restore = timeCallbacks();
  timed(() =>
    watchPage({
      document,
      profile,
      signal: abort.signal,
      observer: {
        list: ({ rows }) => {
          read = rows.length;
        },
        listGone: () => undefined,
        patient: () => undefined,
        patientGone: () => undefined,
        page: () => undefined,
      },
    }),
  )();
  restore();
  return { read: () => read, stop: () => abort.abort() };
};
