// Look-ups, unlocking and synchronisation of the vault, in a real Chromium with a real IndexedDB.
// Flags: --sizes 1500,9000,100000 (empty: none)  --sync 1500 (people at the real board; 0 leaves it out)  --rounds 40
//        --tries 20 (wrong secrets on a slot; 0 leaves it out)
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { build } from "vite";
import { findChromium } from "../../../scripts/browsers.mjs";
import { startBoard } from "./board.mjs";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1500,9000,100000" },
    sync: { type: "string", default: "1500" },
    rounds: { type: "string", default: "40" },
    tries: { type: "string", default: "20" },
  },
});
const sizes = values.sizes.split(",").filter(Boolean).map(Number);
const [smallest, largest] = [sizes[0], sizes.at(-1)];
const rounds = Number(values.rounds);
const WARM_UP = 5;

const [{ output }] = await build({
  configFile: false,
  logLevel: "error",
  build: {
    write: false,
    target: "es2022",
    lib: {
      entry: fileURLToPath(new URL("./in-page.ts", import.meta.url)),
      formats: ["iife"],
      name: "bench",
      fileName: "bench",
    },
  },
});
const script = output[0].code;

const server = createServer((request, response) => {
  const isScript = request.url === "/bench.js";
  response.writeHead(200, {
    "content-type": `${isScript ? "text/javascript" : "text/html"}; charset=utf-8`,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "credentialless",
  });
  response.end(isScript ? script : "<!doctype html><title>bench</title><script src=/bench.js></script>");
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${server.address().port}`;

const figure = (name, value, unit) => console.log(`figure ${name} ${Number(value.toFixed(1))} ${unit}`);
const ratio = (name, value) => console.log(`ratio ${name} ${Number(value.toFixed(2))}`);
const quantile = (times, part) =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length * part)];
const median = (times) => quantile(times, 0.5);
const megabytes = (bytes) => bytes / 1e6;

const executablePath = findChromium();
if (executablePath === undefined) throw new Error("Chromium not found: set CHROME_PATH");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });

const directory = async (page) => {
  for (const size of sizes) {
    const { ms, bytes } = await page.evaluate((size) => bench.fill(size), size);
    figure(`fill/${size}`, ms, "ms");
    figure(`disk/${size}`, megabytes(bytes), "MB");
  }
  const looked = new Map(sizes.map((size) => [size, []]));
  const bare = new Map(sizes.map((size) => [size, []]));
  const hits = [];
  const misses = [];
  // Sizes take turns, so that a busy machine slows all of them alike.
  for (let round = 0; round < rounds + WARM_UP; round += 1)
    for (const size of sizes) {
      const [one, plain] = await page.evaluate(
        async ([size, round]) => [await bench.lookUp(size, round), await bench.bareGet(size, round)],
        [size, round],
      );
      if (round < WARM_UP) continue;
      looked.get(size).push(one);
      bare.get(size).push(plain);
      if (size !== smallest) continue;
      const [all, none] = await page.evaluate(
        async ([size, round]) => {
          // Which goes first changes, as the first of two finds a colder machine.
          const first = await bench.lookUp(size, round, round % 2 === 0 ? 200 : 0);
          const second = await bench.lookUp(size, round, round % 2 === 0 ? 0 : 200);
          return round % 2 === 0 ? [first, second] : [second, first];
        },
        [size, round],
      );
      hits.push(all);
      misses.push(none);
    }
  for (const size of sizes) {
    figure(`lookup-200-rows/${size}/p50`, median(looked.get(size)), "ms");
    figure(`lookup-200-rows/${size}/p95`, quantile(looked.get(size), 0.95), "ms");
    figure(`bare-idb-get-200-rows/${size}/p50`, median(bare.get(size)), "ms");
    figure(
      `index-memory/${size}`,
      megabytes(await page.evaluate((size) => bench.indexBytes(size), size)),
      "MB",
    );
  }
  for (const size of sizes) {
    const times = [];
    for (let round = 0; round < 7; round += 1)
      times.push(await page.evaluate(([size, round]) => bench.unlock(size, round), [size, round]));
    figure(`unlock-to-first-answer/${size}`, median(times.map(({ whole }) => whole)), "ms");
    figure(`open-keys-to-first-answer/${size}`, median(times.map(({ cold }) => cold)), "ms");
  }
  ratio(
    `lookup-200-rows/${largest}-vs-${smallest}`,
    median(looked.get(largest)) / median(looked.get(smallest)),
  );
  ratio(
    "lookup-200-rows/bare-idb-get",
    median(looked.get(sizes[1] ?? smallest)) / median(bare.get(sizes[1] ?? smallest)),
  );
  ratio("lookup-200-rows/hits-vs-misses", median(hits) / median(misses));
  for (const size of sizes.filter((size) => size <= 9_000)) {
    const times = await page.evaluate((size) => bench.perKeyGets(size, 10), size);
    figure(`lookup-200-rows/${size}/variant-per-key-gets`, median(times), "ms");
  }
};

const synchronisation = async (context, page, people) => {
  const board = await startBoard(people, origin);
  try {
    await page.exposeFunction("authorise", async (url) => {
      const login = await context.newPage();
      const back = login.waitForURL(`${origin}/back**`);
      await login.goto(url);
      await login.fill("#login", board.login);
      await login.fill("#password", board.password);
      await login.click("button[type=submit]");
      await back;
      const landed = login.url();
      await login.close();
      return landed;
    });
    const { full, again, entries } = await page.evaluate(
      ({ url, boardKeys }) => bench.synchroniseWith(url, boardKeys),
      { url: board.url, boardKeys: board.boardKeys },
    );
    console.log(`synchronised with the reference board as a process of its own: ${entries} people`);
    figure(`sync-full/${people}`, full, "ms");
    figure(`sync-again-within-overlap/${people}`, again, "ms");
  } finally {
    await board.stop();
  }
};

/** With the slot's row in hand; what follows for the strength of a secret is in docs/vault-states.md. */
const slot = async (page, tries) => {
  const { memoryKiB, iterations } = await page.evaluate(() => bench.kdf());
  const times = await page.evaluate((tries) => bench.trySecrets(tries), tries);
  // The quickest: whoever tries secrets out has a machine to himself.
  const each = Math.min(...times);
  console.log(`one wrong secret, Argon2id, ${memoryKiB / 1024} MiB, t = ${iterations}, one thread`);
  figure("slot/try-one-secret", each, "ms");
  figure("slot/all-six-digit-codes", (each * 1_000_000) / 3_600_000, "core-hours");
  figure("slot/all-of-40-bits", (each * 2 ** 40) / 1000 / 3600 / 24 / 365, "core-years");
};

try {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(origin);
  if (sizes.length > 0) await directory(page);
  if (Number(values.tries) > 0) await slot(page, Number(values.tries));
  if (Number(values.sync) > 0) await synchronisation(context, page, Number(values.sync));
} finally {
  await browser.close();
  server.close();
}
