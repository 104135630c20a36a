// The same form shown and typed into beside LHC-Forms, SurveyJS and bare DOM, in one Chromium, trials taking turns.
// Flags: --sizes 50,500,5000  --trials 5 (fresh page each)  --keystrokes 40 (a trial)  --peers ours,lhc-forms,surveyjs,bare-dom
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright";
import { findChromium } from "../../../scripts/browsers.mjs";
import { entrySize } from "../../../scripts/size/entry-size.mjs";
import { figure, median, quantile, ratio } from "./figures.mjs";
import { PEER_SCRIPTS, PEERS, servePages } from "./pages.mjs";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "50,500,5000" },
    trials: { type: "string", default: "5" },
    keystrokes: { type: "string", default: "40" },
    peers: { type: "string", default: PEERS.join(",") },
  },
});
const sizes = values.sizes.split(",").map(Number);
const trials = Number(values.trials);
const keystrokes = Number(values.keystrokes);
const peers = PEERS.filter((peer) => values.peers.split(",").includes(peer));

const executablePath = findChromium();
if (executablePath === undefined) throw new Error("Chromium not found: set CHROME_PATH");

/** A fresh page for every trial: nothing is warm but the browser. */
const trial = async (browser, origin, peer, size) => {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, locale: "vi-VN" });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error));
  try {
    await page.goto(`${origin}/${peer}`, { waitUntil: "load" });
    await page.waitForFunction(() => globalThis.formBench !== undefined);
    const opening = await page.evaluate((size) => formBench.open(size), size);
    const strokes = await page.evaluate((count) => formBench.keystrokes(count), keystrokes);
    const devtools = await context.newCDPSession(page);
    await devtools.send("HeapProfiler.collectGarbage");
    await devtools.send("Performance.enable");
    const { metrics } = await devtools.send("Performance.getMetrics");
    const metric = (name) => metrics.find((one) => one.name === name).value;
    return { ...opening, strokes, memory: metric("JSHeapUsedSize"), nodes: metric("Nodes") };
  } catch (error) {
    throw new Error(`${peer}, ${size} items: ${errors[0] ?? error}`);
  } finally {
    await context.close();
  }
};

const scriptBytes = async () => {
  const ours = await entrySize(fileURLToPath(new URL("../src/define/questionnaire.ts", import.meta.url)));
  const gzip = { ours: ours.gzip };
  for (const [peer, scripts] of Object.entries(PEER_SCRIPTS)) {
    gzip[peer] = scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0);
  }
  for (const [peer, bytes] of Object.entries(gzip)) figure(`script/${peer}`, bytes / 1000, "kB");
  for (const peer of Object.keys(PEER_SCRIPTS)) ratio(`script/${peer}`, gzip.ours / gzip[peer]);
};

const { origin, close } = await servePages();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const measured = new Map();
try {
  console.log(
    `Chromium ${browser.version()}, ${trials} trials each, load average ${loadavg()[0].toFixed(1)}`,
  );
  await scriptBytes();
  for (let round = 0; round < trials; round++) {
    for (const size of sizes) {
      // Who goes first changes, so that a machine that grows busy slows all of them alike.
      for (const [index] of peers.entries()) {
        const peer = peers[(index + round) % peers.length];
        const key = `${peer}/${size}`;
        measured.set(key, [...(measured.get(key) ?? []), await trial(browser, origin, peer, size)]);
      }
    }
  }
} finally {
  await browser.close();
  close();
}

const of = (peer, size, clock) => median(measured.get(`${peer}/${size}`).map((one) => one[clock]));
const strokesOf = (peer, size) => measured.get(`${peer}/${size}`).flatMap(({ strokes }) => strokes);

for (const size of sizes) {
  for (const peer of peers) {
    figure(`interactive-${size}/${peer}`, of(peer, size, "interactive"), "ms");
    figure(`complete-${size}/${peer}`, of(peer, size, "complete"), "ms");
    figure(`keystroke-${size}/${peer}`, quantile(strokesOf(peer, size), 0.95), "ms");
    figure(`memory-${size}/${peer}`, of(peer, size, "memory") / 1e6, "MB");
    figure(`nodes-${size}/${peer}`, of(peer, size, "nodes"), "nodes");
  }
  if (!peers.includes("ours")) continue;
  figure(`keystroke-${size}`, quantile(strokesOf("ours", size), 0.95), "ms");
  for (const peer of peers.filter((peer) => peer !== "ours")) {
    for (const clock of ["interactive", "complete", "memory"]) {
      ratio(`${clock}-${size}/${peer}`, of("ours", size, clock) / of(peer, size, clock));
    }
    ratio(
      `keystroke-${size}/${peer}`,
      quantile(strokesOf("ours", size), 0.95) / quantile(strokesOf(peer, size), 0.95),
    );
  }
}
