import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import type { BrowserSession } from "../harness/index.ts";
import { type Sync, SystemCalls } from "./system-calls.ts";

/** Something that was called done, and the time from its beginning until then. */
export interface Done {
  readonly from: number;
  readonly to: number;
}

export interface Durability {
  /** How many of the acts of each kind had their database's log forced to the disk before they were called done. */
  readonly saved: number;
  readonly strict: number;
  /** The negative control: with relaxed durability there is nothing to be seen, or the watch proves nothing. */
  readonly relaxed: number;
  /** Acts of each kind. */
  readonly of: number;
}

const timed = async (act: () => Promise<unknown>): Promise<Done> => {
  const from = Date.now();
  await act();
  return { from, to: Date.now() };
};

/** Logs of IndexedDB's LevelDB, to which a commit is written first. Each origin has its own. */
const OURS = /[\\/]IndexedDB[\\/]chrome-extension_.*\.log$/;
const CONTROL = /[\\/]IndexedDB[\\/]https?_.*\.log$/;

/** The clock of strace is finer than Date.now by up to a millisecond. */
const within = (sync: Sync, { from, to }: Done): boolean => sync.from >= from - 1 && sync.to <= to + 1;

const durableOnes = (done: readonly Done[], syncs: readonly Sync[], log: RegExp): number =>
  done.filter((one) => syncs.some((sync) => log.test(sync.path) && within(sync, one))).length;

/** One put into a database that is thrown away; resolves with its `complete`. */
const put = (page: Page, durability: "strict" | "relaxed"): Promise<void> =>
  page.evaluate(async (wanted) => {
    const opening = indexedDB.open("throwaway", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("rows", { autoIncrement: true });
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const writing = database.transaction("rows", "readwrite", { durability: wanted });
    writing.objectStore("rows").put({ text: "x".repeat(500) });
    await new Promise<void>((resolve, reject) => {
      writing.oncomplete = () => resolve();
      writing.onabort = () => reject(writing.error);
    });
    database.close();
  }, durability);

/** Time for what an act sets off (an attempt to send, which notes that it failed) to be over before the next one. */
const QUIET_MS = 400;

/**
 * Watches the system calls of Chromium while something is saved through the product, and while a throwaway database
 * of the same browser, of the origin of the page `control`, is written strictly and with relaxed durability. `save` must
 * resolve when the screen could say "saved"; the board should be away, as what is sent is written down too.
 */
export const watchDurability = async (
  session: BrowserSession,
  control: Page,
  save: (turn: number) => Promise<unknown>,
  turns = 8,
): Promise<Durability> => {
  const root = session.browser.process()?.pid;
  if (root === undefined) throw new Error("the browser's process is not known");
  await put(control, "strict");
  const calls = await SystemCalls.watch(root);
  const saved: Done[] = [];
  const strict: Done[] = [];
  const relaxed: Done[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [list, act] of [
      [saved, () => save(turn)],
      [relaxed, () => put(control, "relaxed")],
      [strict, () => put(control, "strict")],
    ] as const) {
      list.push(await timed(act));
      await pause(QUIET_MS);
    }
  }
  const syncs = await calls.stop();
  return {
    saved: durableOnes(saved, syncs, OURS),
    strict: durableOnes(strict, syncs, CONTROL),
    relaxed: durableOnes(relaxed, syncs, CONTROL),
    of: turns,
  };
};
