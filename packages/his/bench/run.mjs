// Main-thread time that watching a list adds, in a real Chromium, beside a bare loop over the same rows.
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { launch } from "puppeteer-core";
import { build } from "vite";
import { findChromium } from "../../../scripts/browsers.mjs";

const SIZES = [50, 1000, 10_000];
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const [{ output }] = await build({
  configFile: false,
  logLevel: "error",
  build: {
    write: false,
    lib: { entry: here("./in-page.ts"), formats: ["iife"], name: "bench", fileName: "bench" },
  },
});
const server = createServer((_, response) => {
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    // Isolated pages get a finer clock.
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
  });
  response.end("<!doctype html><title>HIS</title><body></body>");
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${server.address().port}`;

const text = (header) => [{ from: "text", header, optional: false }];
const where = { path: "*", query: {}, frame: "any" };
const profile = {
  formatVersion: 1,
  id: "bench",
  name: { vi: "Đo", en: "Bench" },
  site: "site-01",
  origins: [origin],
  pages: [
    {
      id: "list",
      kind: "list",
      where,
      recognise: [{ selector: "#list" }],
      root: "#list",
      rows: { selector: "tbody > tr" },
      columns: { headers: "thead th", cells: ":scope > td", count: { min: 8, max: 8 } },
      scroller: "#scroller",
      gutter: { at: "column", header: "Ưu tiên" },
      fields: {
        identifiers: [
          { kind: "cccd", parts: text("CCCD"), join: "" },
          { kind: "bhyt", parts: text("BHYT"), join: "" },
        ],
        name: { parts: text("Họ tên"), join: " ", form: "as-written" },
        birthDate: {
          parts: text("Ngày sinh"),
          join: "/",
          formats: ["dd/MM/yyyy"],
          januaryFirstMeansYear: false,
        },
        sex: {
          parts: text("Giới"),
          join: " ",
          codes: [
            { text: "Nam", sex: "male" },
            { text: "Nữ", sex: "female" },
          ],
        },
      },
      emergency: [],
    },
  ],
};

const executablePath = findChromium();
if (executablePath === undefined) throw new Error("Chromium not found: set CHROME_PATH");
const browser = await launch({ executablePath, headless: true, args: ["--no-sandbox", "--disable-gpu"] });
const measured = [];
try {
  for (const rows of SIZES) {
    const page = await browser.newPage();
    await page.goto(origin);
    await page.evaluate(output[0].code.replace(/^var bench\s*=/, "globalThis.bench="));
    const result = await page.evaluate((count, used) => globalThis.bench.measure(count, used), rows, profile);
    measured.push(result);
    for (const what of ["load", "scan", "bare", "scroll", "rerender"])
      console.log(`figure mark-${what}-${rows} ${result[what].toFixed(3)} ms`);
    console.log(`figure mark-rows-read-${rows} ${result.read} rows`);
    await page.close();
  }
} finally {
  await browser.close();
  server.close();
}
const [small, middle, large] = measured;
console.log(`ratio mark-scan/bare-read ${(middle.scan / middle.bare).toFixed(2)}`);
console.log(`ratio mark-growth/10000-vs-50 ${(large.scan / small.scan).toFixed(2)}`);
console.log(
  `ratio mark-scroll-growth/10000-vs-50 ${(large.scroll / Math.max(small.scroll, 0.001)).toFixed(2)}`,
);
