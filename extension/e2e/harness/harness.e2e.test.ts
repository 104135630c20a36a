import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BrowserKind, type BrowserSession, eventually } from "./browser-session.ts";
import { startDemoPages } from "./demo-pages.ts";
import { searchDisk } from "./disk-search.ts";
import { launch } from "./launch.ts";
import { observe, plantProbe, probeReports } from "./page-probe.ts";
import { countColour, readPicture } from "./pixels.ts";
import { processTree } from "./process-tree.ts";
import { signIn } from "./sign-in.ts";
import { DRAWN, writeThrowawayExtension } from "./throwaway-extension.ts";

const asked = process.env.BROWSER;
const kinds = (["chromium", "firefox"] as const).filter((kind) => asked === undefined || asked === kind);

/** Canaries: synthetic, and found nowhere but where the test puts them. */
const IN_DATABASE = "Quách Thị Kỳ Duyên 003199900017";
const IN_LOCAL_STORAGE = "Tăng Hữu Nghĩa Hiệp 003099900024";
const TYPED_IN_PAGE = "Lý Bá Trường Giang 003088800031";

/** Asks the background of the throw-away extension. Runs inside one of the extension's pages. */
const ask = (page: Page, message: Record<string, unknown>): Promise<unknown> =>
  page.evaluate(async (text) => {
    const api = Reflect.get(globalThis, "browser") ?? Reflect.get(globalThis, "chrome");
    const answer: unknown = await api.runtime.sendMessage(JSON.parse(text));
    return answer;
  }, JSON.stringify(message));

describe.each(kinds)("harness in %s", (kind: BrowserKind) => {
  let folder: string;
  let pages: Awaited<ReturnType<typeof startDemoPages>>;
  let session: BrowserSession;
  const start = () =>
    launch(kind, { extensionDir: join(folder, "extension"), profileDir: join(folder, "profile") });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "harness-"));
    pages = await startDemoPages();
    writeThrowawayExtension(join(folder, "extension"), kind, "http://127.0.0.1/*");
    session = await start();
  });

  afterAll(async () => {
    await session.close();
    await pages.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("finds the extension's frame in a page and clicks in it with a trusted event", async () => {
    const page = await session.open(pages.url);
    const frame = await session.extensionFrame(page, "frame.html");
    const button = await frame.waitForSelector("button");
    await button?.click();
    await eventually("click reached the background", () =>
      frame.evaluate(() => document.body.dataset.state === "kept"),
    );
    const own = await session.extensionPage("page.html");
    expect(await ask(own, { get: "clicked" })).toEqual({ value: true });
    await own.close();
    await page.close();
  });

  it("reads from the pixels what the frame drew, and where", async () => {
    const page = await session.open(pages.url);
    await session.extensionFrame(page, "frame.html");
    const drawn = { left: 0, top: 100, width: 120, height: 20 };
    const picture = await eventually("the frame is drawn", async () => {
      const seen = readPicture(await page.screenshot());
      return countColour(seen, drawn, DRAWN) > 2_300 && seen;
    });
    expect(countColour(picture, { left: 0, top: 0, width: 1280, height: 860 }, DRAWN)).toBe(2_400);
    expect(countColour(picture, { left: 0, top: 300, width: 120, height: 20 }, DRAWN)).toBe(0);
    await page.close();
  });

  it("sees with a page's eyes what the extension put there, and not its frame", async () => {
    const page = await session.browser.newPage();
    await plantProbe(page);
    await page.goto(pages.url, { waitUntil: "load" });
    await session.extensionFrame(page, "frame.html");
    const [report] = await probeReports(page, pages.url);
    expect(report?.counts.mutation).toMatchObject({ "added:div[style]": 1 });
    expect(report?.suspects.join("\n")).toMatch(/^div\|.*\|0\|100\|120\|80\|fixed/m);
    expect(report?.numbers["window-length"]).toBe(0);
    expect(report?.newGlobals.filter((name) => !name.startsWith("__probe"))).toEqual([]);
    expect(Object.keys(await observe(page, pages.url)).length).toBeGreaterThan(25);
    await page.close();
  });

  it("signs in on the page that the extension opened", async () => {
    const own = await session.extensionPage("page.html");
    const answer = ask(own, { signIn: `${pages.url}/login` });
    await signIn(session, `${pages.url}/login`, { login: "tiepdon", password: "mat-khau" });
    expect(await answer).toEqual({ value: "tiepdon:mat-khau" });
    await own.close();
  });

  it("keeps what the extension stored through SIGKILL and a new start on the same profile", async () => {
    const before = await session.extensionPage("page.html");
    expect(await ask(before, { put: "note", value: "trước khi tắt máy" })).toEqual({ value: "kept" });
    const pid = session.browser.process()?.pid;
    await session.kill();
    expect(pid === undefined ? [] : processTree(pid)).toEqual([]);
    session = await start();
    const after = await session.extensionPage("page.html");
    expect(await ask(after, { get: "note" })).toEqual({ value: "trước khi tắt máy" });
    await after.close();
  });

  it("keeps it through an orderly end as well", async () => {
    await session.close();
    session = await start();
    const after = await session.extensionPage("page.html");
    expect(await ask(after, { get: "note" })).toEqual({ value: "trước khi tắt máy" });
    await after.close();
  });

  it("finds planted canaries in the profile of a killed browser: database, local storage, typed text", async () => {
    const canaries = [IN_DATABASE, IN_LOCAL_STORAGE, TYPED_IN_PAGE];
    const profile = join(folder, "profile");
    const own = await session.extensionPage("page.html");
    // Text that packs well, so that browsers which pack values do so.
    const value = [...(canaries[0]?.match(/.{1,6}/gu) ?? []), "ab".repeat(400), IN_DATABASE].join("-");
    await ask(own, { put: "canary", value });
    await ask(own, { local: IN_LOCAL_STORAGE });
    const sessionFiles = join(profile, kind === "chromium" ? "Default/Sessions" : "sessionstore-backups");
    const page = await session.open(pages.url);
    // A page that is left too soon takes what was typed with it: then it is typed again.
    await eventually(
      "typed text reached the session file",
      async () => {
        await page.goto(pages.url, { waitUntil: "domcontentloaded" });
        await page.type("input[name=reason]", TYPED_IN_PAGE);
        // Chromium writes the form of a page after it was left, Firefox while it is open.
        await pause(2_000);
        if (kind === "chromium") await page.goto(`${pages.url}/next`, { waitUntil: "domcontentloaded" });
        return eventually(
          "found",
          async () => (await searchDisk(sessionFiles, [TYPED_IN_PAGE])).findings.length > 0,
          30_000,
        );
      },
      150_000,
    );
    await session.kill();
    const { findings, files, bytes } = await searchDisk(profile, canaries);
    expect([...new Set(findings.map(({ text }) => text))].sort()).toEqual([...canaries].sort());
    expect(files).toBeGreaterThan(10);
    expect(bytes).toBeGreaterThan(100_000);
    if (kind === "firefox") expect(findings.some(({ how }) => how.includes("snappy"))).toBe(true);
    session = await start();
  });
});
