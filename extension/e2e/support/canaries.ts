import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { type BrowserSession, eventually } from "../harness/browser-session.ts";
import { searchDisk } from "../harness/disk-search.ts";

/** Synthetic, and found nowhere but where the test puts them. */
export const CANARIES = {
  database: "Quách Thị Kỳ Duyên 003199900017",
  localStorage: "Tăng Hữu Nghĩa Hiệp 003099900024",
  typed: "Lý Bá Trường Giang 003088800031",
} as const;

/** Leaves the canaries where a careless extension would leave people: its database, its storage, a field of a page. */
export const plantCanaries = async (
  session: BrowserSession,
  profileDir: string,
  hisAddress: string,
): Promise<void> => {
  const own = await session.extensionPage("options/options.html");
  await own.evaluate(
    async (inDatabase, inStorage) => {
      const opening = indexedDB.open("canary", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("people");
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const writing = database.transaction("people", "readwrite", { durability: "strict" });
      // Text that packs well, so that browsers which pack values do so.
      writing.objectStore("people").put(`${"ab".repeat(400)}-${inDatabase}`, "canary");
      await new Promise((resolve) => {
        writing.oncomplete = resolve;
      });
      database.close();
      const api = Reflect.get(globalThis, "browser") ?? Reflect.get(globalThis, "chrome");
      await api.storage.local.set({ canary: inStorage });
    },
    CANARIES.database,
    CANARIES.localStorage,
  );
  await own.close();
  await typeIntoHis(await session.open(hisAddress), session, profileDir);
};

const typeIntoHis = async (page: Page, session: BrowserSession, profileDir: string): Promise<void> => {
  // A field without autocomplete="off", which browsers remember: the HIS's own search forbids it.
  await page.evaluate(() => {
    const field = document.createElement("input");
    field.name = "remembered";
    document.body.prepend(field);
  });
  const field = await page.waitForSelector("input[name=remembered]");
  await field?.type(CANARIES.typed);
  // Chromium writes the form of a page when it is left, Firefox while it is open.
  if (session.kind === "chromium") await page.goto(new URL("/icon.svg", page.url()).href);
  const files = join(profileDir, session.kind === "chromium" ? "Default/Sessions" : "sessionstore-backups");
  await eventually("typed text reached the session file", async () => {
    const { findings } = await searchDisk(files, [CANARIES.typed]);
    return findings.length > 0;
  });
};
