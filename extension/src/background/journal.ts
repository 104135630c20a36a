import { turnJournal } from "@cadre-care/vault";
import { browser } from "../browser.ts";
import { siteBuild } from "../site-build.ts";

const KEY = "journal-turned";

/** Turns Chromium's journal over, once after each start of the browser. Firefox keeps its databases another way. */
export const journalTurned = async (): Promise<void> => {
  if (siteBuild.browser !== "chromium") return;
  if ((await browser.storage.session.get(KEY))[KEY] === true) return;
  try {
    await turnJournal();
    await browser.storage.session.set({ [KEY]: true });
  } catch {
    // What keeps the filling from being written is said by the vault as soon as it writes itself.
  }
};
