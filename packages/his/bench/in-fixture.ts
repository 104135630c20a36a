import type { SiteProfile } from "../src/page.ts";
import { watchPage } from "../src/page.ts";
import { markJsTime } from "./mark-js-time.ts";
import { takeSpent, timeCallbacks, timed } from "./timed-callbacks.ts";

let names: readonly string[] = [];

/** Watches the document of this frame as a content script does, in a world of its own. */
export const watch = (profile: SiteProfile): void => {
  if (!profile.origins.includes(location.origin)) return;
  timeCallbacks();
  timed(() =>
    watchPage({
      document,
      profile,
      signal: new AbortController().signal,
      observer: {
        list: ({ rows }) => {
          names = [...new Set(rows.flatMap(({ identity }) => identity.name ?? []))];
        },
        listGone: () => undefined,
        patient: () => undefined,
        patientGone: () => undefined,
        page: () => undefined,
      },
    }),
  )();
};

export const spent = takeSpent;

export const rowsRead = (): number => names.length;

/** mark.js, on the people whom the reader read last, on the same document. */
export const markJs = (): number => (names.length === 0 ? 0 : markJsTime(document.body, names).ms);
