import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { launch } from "./harness/index.ts";
import { settledMarks } from "./support/drawn-marks.ts";
import { bannerText, openPanelFromBanner } from "./support/panel.ts";
import { seesText, shownText, signInFirstTime } from "./support/receptionist.ts";
import { DRIVERS, dayAt } from "./support/workday.ts";

const kind = (process.argv[2] ?? "chromium") as "chromium";
const which = Number(process.argv[3] ?? 0);
const demo = JSON.parse(readFileSync("/tmp/probe/demo.json", "utf8"));
const s = await launch(kind, {
  extensionDir: demo.extensionDirs[kind],
  profileDir: mkdtempSync("/tmp/probe/p-"),
});
const shot = async (n: string, p: any) => writeFileSync(`/tmp/probe/${kind}-${n}.png`, await p.screenshot());
const wait = (n: number) => new Promise((r) => setTimeout(r, n));
try {
  const popup = await signInFirstTime(s, demo.boardUrl, { login: "letan", password: "letan-mau-2026" });
  await seesText(popup, /1[.,]500 người|1[.,]500/);
  const d = DRIVERS[which]!;
  const page = await s.open(demo.hisUrls[d.name]);
  await d.listReady(page);
  const rows = await settledMarks(page, d, dayAt(d), 15000);
  const m = rows.filter((r) => r.expected === "managed");
  await d.openPatient(page, m[0]!.code);
  await wait(2500);
  console.log("banner:", await bannerText(s, page));
  const panel = await openPanelFromBanner(s, page);
  await wait(2500);
  console.log("panel:", await shownText(panel));
  await shot("panel", panel);
  await (await panel.$(">>> [part=check-in]"))?.click();
  await wait(3000);
  console.log("after:", await shownText(panel));
  await panel.setViewport({ width: 420, height: 1500 }).catch(console.log);
  await shot("panel-in", panel);
  await shot("page-in", page);
  await wait(3000);
  console.log("later:", (await shownText(panel)).slice(0, 900));
} catch (e) {
  console.log(e);
  for (const p of await s.browser.pages()) console.log(p.url(), await shownText(p).catch(String));
  console.log(s.browser.targets().map((t) => t.type() + " " + t.url()));
} finally {
  await s.close();
  process.exit(0);
}
