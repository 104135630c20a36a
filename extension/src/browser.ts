import polyfill from "webextension-polyfill";

/** The one place where the WebExtension API enters. Which browser this is, is a build constant (site-build.ts). */
export const browser = polyfill;
