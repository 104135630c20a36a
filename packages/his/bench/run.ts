// Main-thread time that reading and watching pages adds, in a real Chromium, beside mark.js and a bare loop on the same rows.
// Flags: --only sizes,rates,latency,memory,fixtures  --pages f1,f5,f10,f16
import { parseArgs } from "node:util";
import { launch } from "puppeteer-core";
import { findChromium } from "../../../scripts/browsers.mjs";
import { benchFixtures } from "./fixture-pages.ts";
import { benchPlainTables, TABLE_PARTS } from "./plain-tables.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string", default: [...TABLE_PARTS, "fixtures"].join() },
    pages: { type: "string", default: "f1,f5,f10,f16" },
  },
});
const wanted = values.only.split(",");

const executablePath = findChromium();
if (executablePath === undefined) throw new Error("Chromium not found: set CHROME_PATH");
const browser = await launch({ executablePath, headless: true, args: ["--no-sandbox", "--disable-gpu"] });
try {
  await benchPlainTables(browser, wanted);
  if (wanted.includes("fixtures")) await benchFixtures(browser, values.pages.split(","));
} finally {
  await browser.close();
}
