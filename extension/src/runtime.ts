import type { Runtime } from "webextension-polyfill";

declare const chrome: { readonly runtime: Pick<Runtime.Static, "connect" | "getURL"> };

/**
 * All that content scripts and frames ask of the browser. Both calls answer at once and are the same in Chromium and
 * Firefox; the polyfill (browser.ts) would be half of the script that every frame of a HIS has to load.
 */
export const runtime = chrome.runtime;
