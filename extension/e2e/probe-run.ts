import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { launch } from "./harness/index.ts";
import { settledMarks, wrongRows } from "./support/drawn-marks.ts";
import { openPopup, shownText } from "./support/receptionist.ts";
import { DRIVERS, dayAt } from "./support/workday.ts";

const kind = (process.argv[2] ?? "chromium") as "chromium";
console.time("workday");
const demo = JSON.parse(readFileSync("/tmp/probe/demo.json", "utf8"));
const s = await launch(kind, {
  extensionDir: demo.extensionDirs[kind],
  profileDir: mkdtempSync("/tmp/probe/p-"),
});
const w = {
  demo,
  session: s,
  openHis: async (d: any) => {
    const p = await s.open(demo.hisUrls[d.name]);
    await d.listReady(p);
    return p;
  },
  end: () => s.close(),
};
console.timeEnd("workday");
const { signInFirstTime } = await import("./support/receptionist.ts");
const shot = async (n: string, p: { screenshot(): Promise<Uint8Array> }) =>
  writeFileSync(`/tmp/probe/${n}.png`, await p.screenshot());
try {
  const popup0 = await openPopup(w.session);
  await new Promise((r) => setTimeout(r, 1500));
  console.log(await shownText(popup0));
  await shot("popup-new", popup0);
  await popup0.close();
  const popup = await signInFirstTime(w.session, w.demo.boardUrl, {
    login: "letan",
    password: "letan-mau-2026",
  });
  for (let i = 0; i < 12; i++) {
    await new Promise((r) => setTimeout(r, 2500));
    const t = await shownText(popup);
    console.log(t.slice(0, 300));
    if (/1[.,]500/.test(t)) break;
  }
  await shot("popup-open", popup);
  for (const d of DRIVERS) {
    const page = await w.openHis(d);
    const rows = await settledMarks(page, d, dayAt(d), 15000);
    console.log(d.name, rows.length, wrongRows(rows));
    await shot(`list-${d.name}`, page);
    const m = rows.find((r) => r.expected === "managed");
    if (m) {
      await d.openPatient(page, m.code);
      await new Promise((r) => setTimeout(r, 3000));
      await shot(`patient-${d.name}`, page);
    }
  }
} catch (e) {
  console.log(e);
  for (const p of await w.session.browser.pages()) {
    console.log(p.url(), await shownText(p).catch(String));
  }
} finally {
  await w.end();
  process.exit(0);
}
