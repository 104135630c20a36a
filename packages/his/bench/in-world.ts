import type { SiteProfile } from "../src/page.ts";
import { markJsTime } from "./mark-js-time.ts";
import { takeSpent } from "./timed-callbacks.ts";
import { type WatchedPage, watchTimed } from "./watched-page.ts";

let watched: WatchedPage | undefined;

/** Watches the document of this frame as a content script does, in a world of its own. */
export const watch = (profile: SiteProfile): void => {
  if (profile.origins.includes(location.origin)) watched = watchTimed(profile);
};

export const spent = takeSpent;

export const rowsRead = (): number => watched?.rows() ?? 0;

/** mark.js at its best, on the people whom the reader read last, on the same document. */
export const markJs = (): number => {
  const names = watched?.names() ?? [];
  return names.length === 0 ? 0 : markJsTime(document.body, names, "expression").ms;
};
