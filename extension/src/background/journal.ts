import { turnJournal } from "@cadre-care/vault";
import { browser } from "../browser.ts";
import { siteBuild } from "../site-build.ts";

const KEY = "journal-turned";
/** Far longer than it takes; a browser that does not answer must not keep the vault shut. */
const PATIENCE_MS = 5_000;

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Turns Chromium's journal over, once after each start of the browser, whether that works or not: what a full disk keeps
 * from being written would be megabytes at every start of the worker, and the journal matters at the browser's next start
 * alone. Firefox keeps its databases another way.
 */
export const journalTurned = async (): Promise<void> => {
  if (siteBuild.browser !== "chromium") return;
  try {
    if ((await browser.storage.session.get(KEY))[KEY] === true) return;
    await Promise.race([turnJournal(), after(PATIENCE_MS)]);
  } catch {
    // What keeps the filling from being written is said by the vault as soon as it writes itself.
  }
  // Not before: a worker that is stopped while it turns has turned nothing.
  await browser.storage.session.set({ [KEY]: true }).catch(() => undefined);
};
