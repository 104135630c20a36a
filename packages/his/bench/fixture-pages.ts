import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, CDPSession, Page } from "puppeteer-core";
import { startFixtures } from "../../../examples/his-fixtures/src/server/index.ts";
import { startHis as startJqgrid } from "../../../examples/his-jqgrid/src/server/index.ts";
import { startHis as startReact } from "../../../examples/his-react/src/server/index.ts";
import { readSiteProfile } from "../src/index.ts";
import { bundled } from "./bundle.ts";
import { figure, ratio } from "./figures.ts";

const WORLD = "reader";
const SCROLLS = 20;
const PAUSE = 150;

interface FixturePage {
  readonly name: string;
  readonly profile: string;
  readonly start: () => Promise<{ readonly url: string; readonly stop: () => Promise<void> }>;
  readonly path: string;
  /** A part of the address of the document that has the list. */
  readonly document: string;
  readonly row: string;
  readonly scroller?: string;
  /** What to click for the list to be drawn anew. */
  readonly redraw: string;
  readonly redraws: number;
}

const PAGES: readonly FixturePage[] = [
  {
    name: "f1",
    profile: "his-jqgrid/site-profile.json",
    start: () => startJqgrid({ port: 0, csp: "none" }),
    path: "/main/manager.html?func=../tiepnhan/danh-sach",
    document: "danh-sach.html",
    row: "tr.jqgrow",
    scroller: ".ui-jqgrid-bdiv",
    redraw: "#btnTaiLai",
    redraws: 6,
  },
  {
    name: "f5",
    profile: "his-react/site-profile.json",
    start: () => startReact({ port: 0, csp: "none" }),
    path: "/",
    document: "",
    row: "tr.grid-row",
    scroller: ".grid-scroller",
    redraw: "button.reload",
    redraws: 6,
  },
  {
    name: "f10",
    profile: "his-fixtures/fixtures/f10-recycling-grid/site-profile.json",
    start: () => startFixtures(0),
    path: "/f10-recycling-grid/index.html",
    document: "",
    row: ".grid-row",
    scroller: ".grid-viewport",
    redraw: ".grid-header .name",
    redraws: 6,
  },
  {
    name: "f16",
    profile: "his-fixtures/fixtures/f16-plain-table/site-profile.json",
    start: () => startFixtures(0),
    path: "/f16-plain-table/index.html",
    document: "",
    row: "#dsBenhNhan tbody > tr",
    redraw: "#dsBenhNhan th:nth-child(4)",
    // Sorting 10,000 rows takes the page itself seconds.
    redraws: 1,
  },
];

/** Evaluates in the reader's world of every frame, and adds up what that answers. */
type InReader = (expression: string) => Promise<number>;

const readerIn = async (client: CDPSession, script: string): Promise<InReader> => {
  const worlds = new Set<number>();
  client.on("Runtime.executionContextCreated", ({ context }) => {
    if (context.name === WORLD) worlds.add(context.id);
  });
  client.on("Runtime.executionContextDestroyed", ({ executionContextId }) =>
    worlds.delete(executionContextId),
  );
  await client.send("Runtime.enable");
  await client.send("Page.enable");
  await client.send("Page.addScriptToEvaluateOnNewDocument", { source: script, worldName: WORLD });
  return async (expression) => {
    let sum = 0;
    for (const contextId of [...worlds]) {
      const { result } = await client.send("Runtime.evaluate", { expression, contextId });
      if (typeof result.value === "number") sum += result.value;
    }
    return sum;
  };
};

const listDocument = async (page: Page, { document, row }: FixturePage) => {
  for (let turn = 0; turn < 600; turn += 1) {
    const frame = page.frames().find((one) => one.url().includes(document) && one.url() !== "about:blank");
    const there = await frame?.$(row).catch(() => null);
    if (frame && there) return frame;
    await pause(50);
  }
  throw new Error(`no ${row} within half a minute`);
};

/**
 * What the page itself took so far, in milliseconds of the clock that callbacks are timed by: its scripts, and all that its
 * main thread did, layout and painting included.
 */
const pageTime = async (client: CDPSession): Promise<{ readonly script: number; readonly work: number }> => {
  const { metrics } = await client.send("Performance.getMetrics");
  const milliseconds = (sought: string) => (metrics.find(({ name }) => name === sought)?.value ?? 0) * 1000;
  return { script: milliseconds("ScriptDuration"), work: milliseconds("TaskDuration") };
};

interface Session {
  readonly load: number;
  readonly scroll: number;
  readonly rerender: number;
  /** Of the page, whoever else was there. */
  readonly script: number;
  readonly work: number;
  readonly rows: number;
  readonly markJs: number;
}

/** Opens the page, scrolls it and has it drawn anew, with a script in the reader's world. */
const session = async (
  browser: Browser,
  fixture: FixturePage,
  origin: string,
  script: string,
): Promise<Session> => {
  const page = await browser.newPage();
  const client = await page.createCDPSession();
  const inReader = await readerIn(client, script);
  await client.send("Performance.enable", { timeDomain: "timeTicks" });
  const spent = () => inReader("globalThis.hisBench?.spent()");
  await page.goto(`${origin}${fixture.path}`);
  const frame = await listDocument(page, fixture);
  await pause(1000);
  const load = await spent();
  for (let turn = 1; turn <= SCROLLS; turn += 1) {
    await frame.evaluate(
      (selector, top) =>
        (selector === undefined ? document.scrollingElement : document.querySelector(selector))?.scrollTo({
          top,
        }),
      fixture.scroller,
      (turn * 240) % 2000,
    );
    await pause(PAUSE);
  }
  const scroll = (await spent()) / SCROLLS;
  for (let turn = 0; turn < fixture.redraws; turn += 1) {
    await frame.evaluate(
      (selector) => document.querySelector<HTMLElement>(selector)?.click(),
      fixture.redraw,
    );
    await pause(4 * PAUSE);
  }
  const rerender = (await spent()) / fixture.redraws;
  const own = await pageTime(client);
  const rows = await inReader("globalThis.hisBench?.rowsRead()");
  const markJs = await inReader("globalThis.hisBench?.markJs()");
  await page.close();
  return { load, scroll, rerender, ...own, rows, markJs };
};

/**
 * Pages as HISs are, in turn without the reader and with it in a world of its own, as a content script is. Overhead is all
 * that the reader's callbacks took, layout that they forced included, by what the same steps took the page alone.
 *
 * The steps are those of a receptionist who opens the list, scrolls it twenty times and has it drawn anew: everything from
 * the navigation to the end of the last redraw, in all frames of the page. `page-overhead` is by the page's scripts alone
 * (Chromium's `ScriptDuration`), without its layout and painting, which `page-overhead-of-work` has. The clock of both is
 * that of the wall: whoever else uses the machine adds to either, so that only the ratio of one run says anything. Between
 * the steps the page rests; looks of the reader at a page at rest count as ours, and add nothing to the page's.
 */
export const benchFixtures = async (browser: Browser, names: readonly string[]): Promise<void> => {
  const code = await bundled("in-world");
  let ours = 0;
  let theirs = 0;
  let work = 0;
  for (const fixture of PAGES.filter(({ name }) => names.includes(name))) {
    const his = await fixture.start();
    try {
      const text = await readFile(new URL(`../../../examples/${fixture.profile}`, import.meta.url), "utf8");
      const read = readSiteProfile(text);
      if (!read.ok) throw new Error(read.problem.message.en);
      const profile = { ...read.value, origins: [his.url] };
      const bare = await session(browser, fixture, his.url, "");
      const costs = await session(
        browser,
        fixture,
        his.url,
        `${code};globalThis.hisBench.watch(${JSON.stringify(profile)})`,
      );
      if (costs.rows === 0) throw new Error(`${fixture.name}: no row was read`);
      for (const what of ["load", "scroll", "rerender"] as const)
        figure(`mark-${what}/${fixture.name}`, costs[what], "ms");
      figure(`mark-js/${fixture.name}`, costs.markJs, "ms");
      ratio(`mark-load/mark-js/${fixture.name}`, costs.load / costs.markJs);
      const spent = costs.load + costs.scroll * SCROLLS + costs.rerender * fixture.redraws;
      figure(`page-script/${fixture.name}`, bare.script, "ms");
      figure(`page-overhead/${fixture.name}`, (spent / bare.script) * 100, "%");
      figure(`page-work/${fixture.name}`, bare.work, "ms");
      figure(`page-overhead-of-work/${fixture.name}`, (spent / bare.work) * 100, "%");
      ours += spent;
      theirs += bare.script;
      work += bare.work;
    } finally {
      await his.stop();
    }
  }
  if (theirs === 0) throw new Error("no such page");
  figure("page-overhead", (ours / theirs) * 100, "%");
  figure("page-overhead-of-work", (ours / work) * 100, "%");
};
