import type { OpenKeyStore } from "@cadre-care/vault";
import { browser } from "../browser.ts";

const KEY = "open-keys";

/** Open keys in `storage.session`: in memory only, closed to content scripts, gone with the browser (DESIGN 5). */
export class SessionKeyStore implements OpenKeyStore {
  async read(): Promise<unknown> {
    return (await browser.storage.session.get(KEY))[KEY];
  }

  async write(value: unknown): Promise<void> {
    await browser.storage.session.set({ [KEY]: value });
  }

  async clear(): Promise<void> {
    await browser.storage.session.remove(KEY);
  }
}
