// Our outbox beside workbox-background-sync and @tanstack/offline-transactions: in one service worker of one Chromium,
// against one board with 20 ms of latency. Flags: --accept 300  --drain 1000  --faults 200
// --board real (the reference board) or memory (answers at once: what the queues themselves cost)
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { build } from "vite";
import { findChromium } from "../../../../scripts/browsers.mjs";
import { startBoard } from "../board.mjs";
import { figure, quantile, ratio } from "../chromium-page.mjs";
import { FaultyWay } from "./faulty-way.mjs";
import { startMemoryBoard } from "./memory-board.mjs";

const optionsOf = (args) => {
  const { values } = parseArgs({
    args,
    options: {
      accept: { type: "string", default: "300" },
      drain: { type: "string", default: "1000" },
      faults: { type: "string", default: "200" },
      board: { type: "string", default: "real" },
    },
  });
  if (!["real", "memory"].includes(values.board)) throw new Error("--board real|memory");
  return {
    memory: values.board === "memory",
    counts: { accept: Number(values.accept), drain: Number(values.drain), faults: Number(values.faults) },
  };
};

const sum = (all) => all.reduce((total, one) => total + one, 0);

const OURS = "ours";
const CONTENDERS = [OURS, "workbox-background-sync", "tanstack-offline-transactions"];
/** A queue that is not empty by then is not waited for. */
const DRAIN_MILLISECONDS = 1_200_000;
const UNDER_FAULTS_MILLISECONDS = 60_000;
const TAG_SYSTEM = "https://cadre-care.example/fhir/sid/entry";
const TAGS_A_SEARCH = 20;

const bundled = async (name, format) => {
  const [{ output }] = await build({
    configFile: false,
    logLevel: "error",
    root: fileURLToPath(new URL("../..", import.meta.url)),
    // Two copies would not see each other's transactions.
    resolve: { dedupe: ["@tanstack/db"] },
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      target: "es2022",
      lib: {
        entry: fileURLToPath(new URL(name, import.meta.url)),
        formats: [format],
        name: "page",
        fileName: "bench",
      },
    },
  });
  return output[0].code;
};

/** Prints what it measures. */
export const queue = async (args) => {
  const { memory, counts } = optionsOf(args);
  const scripts = {
    "/worker.js": await bundled("in-worker.ts", "iife"),
    "/page.js": await bundled("in-page.ts", "iife"),
  };

  let way;
  const server = createServer((request, response) => {
    if (request.url.startsWith("/fhir")) {
      way.handle(request, response).catch(() => response.destroy());
      return;
    }
    const script = scripts[request.url];
    response.writeHead(200, {
      "content-type": `${script === undefined ? "text/html" : "text/javascript"}; charset=utf-8`,
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "credentialless",
    });
    response.end(script ?? "<!doctype html><title>bench</title><script src=/page.js></script>");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;

  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("Chromium not found: set CHROME_PATH");
  const board = memory ? await startMemoryBoard() : await startBoard(20, origin);
  way = new FaultyWay(board.url);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const context = await browser.newContext();

  let account = board;
  const page = await context.newPage();
  await page.exposeFunction("authorise", async (url) => {
    const login = await (await browser.newContext()).newPage();
    const back = login.waitForURL(`${origin}/back**`);
    await login.goto(url);
    await login.fill("#login", account.login);
    await login.fill("#password", account.password);
    await login.click("button[type=submit]");
    await back;
    const landed = login.url();
    await login.context().close();
    return landed;
  });
  await page.goto(origin);
  const signedIn = (who) => {
    if (memory) return { token: "none", author: "Practitioner/bench" };
    account = who;
    return page.evaluate((url) => globalThis.page.account(url), board.url);
  };

  await page.evaluate(() => navigator.serviceWorker.register("/worker.js"));
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  /** Commands by name, so that one function serves all. A worker that is asked something stays awake. */
  const ask = (command, ...given) =>
    worker.evaluate(([name, all]) => globalThis.bench[name](...all), [command, given]);

  /** How many resources the board holds for each entry. */
  const atBoard = async (ids) => {
    if (memory) return new Map(ids.map((id) => [id, board.copies(id)]));
    const { token } = await signedIn(board.officer);
    const found = new Map(ids.map((id) => [id, 0]));
    for (let from = 0; from < ids.length; from += TAGS_A_SEARCH) {
      const tags = ids.slice(from, from + TAGS_A_SEARCH).map((id) => `${TAG_SYSTEM}|${id}`);
      const response = await fetch(
        `${board.url}/fhir/AuditEvent?_count=500&_tag=${encodeURIComponent(tags.join(","))}`,
        { headers: { authorization: `Bearer ${token}`, accept: "application/fhir+json" } },
      );
      if (!response.ok) throw new Error(`the board answered ${response.status}`);
      for (const { resource } of (await response.json()).entry ?? [])
        for (const { code } of resource.meta?.tag ?? [])
          if (found.has(code)) found.set(code, found.get(code) + 1);
    }
    return found;
  };

  try {
    const medians = new Map();
    const bare = await ask("bare", counts.accept);
    figure("accept/bare-strict-put/p50", quantile(bare, 0.5), "ms");
    for (const name of CONTENDERS) {
      await ask("open", name, { base: `${origin}/fhir`, ...(await signedIn(board)) });
      await ask("accept", name, 20);
      const { took } = await ask("accept", name, counts.accept);
      medians.set(name, quantile(took, 0.5));
      figure(`accept/${name}/entries-a-second`, took.length / (sum(took) / 1000), "/s");
      figure(`accept/${name}/p50`, quantile(took, 0.5), "ms");
      figure(`accept/${name}/p99`, quantile(took, 0.99), "ms");
    }
    // Once more, after everything is warm, so that the first in line is not the slowest.
    const again = await ask("bare", counts.accept);
    ratio("accept/bare-strict-put", medians.get(OURS) / quantile(again, 0.5));

    const drained = new Map();
    for (const name of CONTENDERS) {
      await ask("open", name, { base: `${origin}/fhir`, ...(await signedIn(board)) });
      await ask("accept", name, counts.drain);
      way.reset(1);
      const { took, waiting } = await ask("drain", name, DRAIN_MILLISECONDS);
      drained.set(name, waiting === 0 ? took : Number.POSITIVE_INFINITY);
      figure(`drain-${counts.drain}/${name}`, took / 1000, "s");
      figure(`drain-${counts.drain}/${name}/requests`, way.requests, "requests");
      figure(`drain-${counts.drain}/${name}/sent`, way.bytes / 1e6, "MB");
      if (waiting > 0) figure(`drain-${counts.drain}/${name}/left`, waiting, "entries");
    }
    const best = Math.min(...CONTENDERS.filter((name) => name !== OURS).map((name) => drained.get(name)));
    ratio(`drain-${counts.drain}/best-peer`, drained.get(OURS) / best);

    for (const name of CONTENDERS) {
      await ask("open", name, { base: `${origin}/fhir`, ...(await signedIn(board)) });
      const { ids } = await ask("accept", name, counts.faults);
      way.reset(2);
      way.faults = true;
      await ask("drain", name, UNDER_FAULTS_MILLISECONDS);
      way.faults = false;
      const { waiting } = await ask("drain", name, UNDER_FAULTS_MILLISECONDS);
      const copies = [...(await atBoard(ids)).values()];
      figure(`faults/${name}/lost`, copies.filter((count) => count === 0).length - waiting, "entries");
      figure(`faults/${name}/doubled`, copies.filter((count) => count > 1).length, "entries");
      figure(`faults/${name}/waiting`, waiting, "entries");
    }
  } finally {
    await browser.close();
    server.close();
    await board.stop();
  }
};
