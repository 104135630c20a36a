import { turnJournal } from "@cadre-care/vault";
import { browser } from "../browser.ts";
import { siteBuild } from "../site-build.ts";

const KEY = "journal-turned";

/**
 * Turns Chromium's journal over, once after each start of the browser, whether that works or not: what a full disk keeps
 * from being written would be megabytes at every start of the worker, and the journal matters at the browser's next start
 * alone. Firefox keeps its databases another way.
 */
export const journalTurned = async (): Promise<void> => {
  if (siteBuild.browser !== "chromium") return;
  if ((await browser.storage.session.get(KEY))[KEY] === true) return;
  try {
    await turnJournal();
  } catch {
    // What keeps the filling from being written is said by the vault as soon as it writes itself.
  }
  // Not before: a worker that is stopped while it turns has turned nothing.
  await browser.storage.session.set({ [KEY]: true }).catch(() => undefined);
};
