import { createServer } from "node:http";
import type { Browser, Page } from "puppeteer-core";
import { bundled } from "./bundle.ts";
import { figure, ratio } from "./figures.ts";
import type * as inPage from "./in-page.ts";
import type { TableCosts } from "./table-costs.ts";
import { tableProfile } from "./table-profile.ts";

declare global {
  var hisBench: typeof inPage;
}

const SIZES = [50, 1000, 10_000] as const;
const RATES = [1, 10, 100, 1000] as const;
/** A list that is loaded anew every five seconds, for an hour. */
const REDRAWS = 720;

/** An empty page; isolated pages get a finer clock. */
const startServer = async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    });
    response.end("<!doctype html><title>HIS</title><body></body>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { origin: `http://127.0.0.1:${address.port}`, stop: () => server.close() };
};

const sizes = async (open: () => Promise<Page>, origin: string): Promise<void> => {
  const measured = new Map<number, TableCosts>();
  for (const rows of SIZES) {
    const page = await open();
    const costs = await page.evaluate(
      (count, profile) => globalThis.hisBench.tableCosts(count, profile),
      rows,
      tableProfile(origin),
    );
    measured.set(rows, costs);
    for (const what of ["load", "scan", "bare", "scroll", "rerender"] as const)
      figure(`mark-${what}-${rows}`, costs[what], "ms");
    figure(`mark-rows-read-${rows}`, costs.read, "rows");
    if (costs.markJs !== undefined) {
      figure(`mark-js-${rows}`, costs.markJs.words, "ms");
      figure(`mark-js-one-expression-${rows}`, costs.markJs.expression, "ms");
    }
    await page.close();
  }
  const [small, middle, large] = SIZES.map((rows) => measured.get(rows));
  if (small === undefined || middle?.markJs === undefined || large === undefined)
    throw new Error("not measured");
  ratio("mark-rows-1000/mark-js", middle.load / middle.markJs.words);
  ratio("mark-rows-1000/mark-js-one-expression", middle.load / middle.markJs.expression);
  ratio("mark-scan/bare-read", middle.scan / middle.bare);
  ratio("mark-growth/10000-vs-50", large.scan / small.scan);
  // What the browser itself takes longer for, as the page grows: the same cells and rectangles, read by nobody's program.
  ratio("bare-read-growth/10000-vs-50", large.bare / small.bare);
  ratio("mark-scroll-growth/10000-vs-50", large.scroll / Math.max(small.scroll, 0.001));
};

const rates = async (open: () => Promise<Page>, origin: string): Promise<void> => {
  const page = await open();
  const cost = (rate: number, path?: string) =>
    page.evaluate(
      (perSecond, profile) => globalThis.hisBench.mutationCost(perSecond, profile),
      rate,
      tableProfile(origin, path),
    );
  const costs: number[] = [];
  for (const rate of RATES) {
    costs.push(await cost(rate));
    figure(`mark-mutations-${rate}`, costs.at(-1) ?? 0, "ms/s");
  }
  ratio("mark-mutation-growth/1000-vs-1", (costs.at(-1) ?? 0) / Math.max(costs[0] ?? 0, 0.001));
  figure("page-of-no-profile/mutations-1000", await cost(1000, "/elsewhere"), "ms/s");
  await page.close();
};

/** Of the page without what was thrown away. */
const heapKilobytes = async (page: Page): Promise<number> => {
  const client = await page.createCDPSession();
  await client.send("HeapProfiler.collectGarbage");
  await client.send("HeapProfiler.collectGarbage");
  const { usedSize } = await client.send("Runtime.getHeapUsage");
  await client.detach();
  return usedSize / 1024;
};

const memory = async (open: () => Promise<Page>, origin: string): Promise<void> => {
  const page = await open();
  const redraw = (times: number) =>
    page.evaluate(
      (count, profile) => globalThis.hisBench.redraw(count, profile),
      times,
      tableProfile(origin),
    );
  // What is remembered on purpose is bounded, and full after this.
  await redraw(240);
  const before = await heapKilobytes(page);
  await redraw(REDRAWS);
  const after = await heapKilobytes(page);
  figure("mark-memory-before", before, "kB");
  figure("mark-memory-after-an-hour", after, "kB");
  figure("mark-memory-growth", after - before, "kB");
  await page.close();
};

const latency = async (open: () => Promise<Page>, origin: string): Promise<void> => {
  const page = await open();
  const late = await page.evaluate((profile) => globalThis.hisBench.latencies(profile), tableProfile(origin));
  figure("mark-latency-mean", late.reduce((sum, frames) => sum + frames, 0) / late.length, "frames");
  figure("mark-latency-most", Math.max(...late), "frames");
  await page.close();
};

/** Parts of the bench, in the order in which they run. */
const PARTS = { sizes, rates, latency, memory };
export const TABLE_PARTS = Object.keys(PARTS);

/** Lists of our own making, of any length, changing at any rate. */
export const benchPlainTables = async (browser: Browser, names: readonly string[]): Promise<void> => {
  const { origin, stop } = await startServer();
  const code = await bundled("in-page");
  const open = async () => {
    const page = await browser.newPage();
    await page.goto(origin);
    await page.evaluate(code);
    return page;
  };
  try {
    for (const [name, part] of Object.entries(PARTS)) if (names.includes(name)) await part(open, origin);
  } finally {
    stop();
  }
};
