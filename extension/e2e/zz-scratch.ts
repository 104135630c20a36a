import { readFileSync, mkdtempSync } from "node:fs";
import { launch } from "./harness/index.ts";
import { plantProbe } from "./harness/page-probe.ts";
const demo = JSON.parse(readFileSync("/tmp/pbx/demo.json", "utf8"));
const kind = (process.argv[2] ?? "chromium") as "chromium";
const s = await launch(kind, { profileDir: mkdtempSync("/tmp/pbx/p-"), extensionDir: demo.extensionDirs[kind] });
for (const probe of [false, true]) {
  const page = await s.browser.newPage();
  page.on("console", (m) => console.log(probe, m.text()));
  page.on("pageerror", (m) => console.log(probe, String(m)));
  if (probe) { await page.evaluateOnNewDocument("globalThis.__name = (f) => f"); await plantProbe(page); }
  await page.goto(demo.hisUrls.react, { waitUntil: "domcontentloaded" });
  await new Promise((r) => setTimeout(r, 5000));
  console.log(probe, page.url(), await page.evaluate("document.querySelectorAll('tr.grid-row').length + ' ' + document.body.innerText.slice(0, 100)"));
  await page.close();
}
await s.close(); process.exit(0);
