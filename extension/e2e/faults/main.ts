import { parseArgs } from "node:util";
import { z } from "zod";
import { isDroppedDriverCall } from "../../../scripts/checks/driver-noise.mjs";
import type { BrowserKind } from "../harness/index.ts";
import { type DrillResult, runDrill } from "./drill.ts";
import { runDurabilityDrill } from "./durability-drill.ts";

/** `npm run faults -- --entries N --kills N --browser chromium|firefox|both --seed N` */
const { values } = parseArgs({
  options: {
    entries: { type: "string", default: "150" },
    kills: { type: "string", default: "4" },
    browser: { type: "string", default: "chromium" },
    seed: { type: "string", default: "1" },
  },
});
const whole = z.coerce.number().int();
const entries = whole.min(10).parse(values.entries);
const kills = whole.min(0).parse(values.kills);
const seed = whole.parse(values.seed);
const browsers: readonly BrowserKind[] = z
  .enum(["chromium", "firefox", "both"])
  .transform((named): BrowserKind[] => (named === "both" ? ["chromium", "firefox"] : [named]))
  .parse(values.browser);

process.on("unhandledRejection", (reason) => {
  if (!(reason instanceof Error) || !isDroppedDriverCall(reason)) throw reason;
});

const begun = Date.now();
const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** With the seconds since the start. */
const sayWhen = (line: string): void => say(`  ${Math.round((Date.now() - begun) / 1000)} s: ${line}`);
const results: DrillResult[] = [];
for (const [index, browser] of browsers.entries()) {
  const share = (total: number) => Math.floor((total + index) / browsers.length);
  const asked = { entries: share(entries), kills: share(kills), seed: seed + index };
  say(`${browser}: ${asked.entries} entries, ${asked.kills} kills, seed ${asked.seed}`);
  const from = Date.now();
  const result = await runDrill({ browser, ...asked, say: sayWhen });
  results.push(result);
  say(
    `  ${result.accepted} saved, ${result.browserKills} browser kills, ${result.boardKills} board kills, ${result.faults} spoilt requests, ${Math.round((Date.now() - from) / 1000)} s`,
  );
  const { lost, doubled, disordered, readable, waiting } = result;
  say(
    `  ${lost.length} lost, ${doubled.length} doubled, ${disordered.length} disordered, ${readable.length} readable, ${waiting} waiting`,
  );
  for (const what of ["lost", "doubled", "disordered"] as const)
    for (const text of result[what].slice(0, 10)) say(`  ${what}: ${text}`);
}

const total = (count: (result: DrillResult) => number): number =>
  results.reduce((sum, result) => sum + count(result), 0);
const figures = {
  accepted: total(({ accepted }) => accepted),
  waiting: total(({ waiting }) => waiting),
  disordered: total(({ disordered }) => disordered.length),
  lost: total(({ lost }) => lost.length),
  doubled: total(({ doubled }) => doubled.length),
  "readable-on-disk": total(({ readable }) => readable.length),
};
for (const [name, value] of Object.entries(figures)) say(`figure faults/${name} ${value} entries`);
const { accepted, ...failures } = figures;
if (accepted === 0 || Object.values(failures).some((count) => count > 0)) process.exitCode = 1;

// Kills of processes lose nothing that reached the operating system: whether it reached the disk is seen there alone.
if (browsers.includes("chromium")) {
  const { saved, strict, relaxed, of } = await runDurabilityDrill();
  say(`figure faults/saved-before-on-disk ${of - saved} entries`);
  say(`figure faults/control-strict-on-disk ${strict} of-${of}`);
  say(`figure faults/control-relaxed-on-disk ${relaxed} of-${of}`);
  if (saved < of || strict < of || relaxed > 0) process.exitCode = 1;
}
