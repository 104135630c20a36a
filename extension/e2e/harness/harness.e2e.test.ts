import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BrowserKind, type BrowserSession, eventually } from "./browser-session.ts";
import { launch } from "./launch.ts";
import { processTree } from "./process-tree.ts";
import { writeThrowawayExtension } from "./throwaway-extension.ts";

const asked = process.env.BROWSER;
const kinds = (["chromium", "firefox"] as const).filter((kind) => asked === undefined || asked === kind);

/** Asks the background of the throw-away extension. Runs inside one of the extension's pages. */
const ask = (page: Page, message: Record<string, unknown>): Promise<unknown> =>
  page.evaluate(async (text) => {
    const api = Reflect.get(globalThis, "browser") ?? Reflect.get(globalThis, "chrome");
    const answer: unknown = await api.runtime.sendMessage(JSON.parse(text));
    return answer;
  }, JSON.stringify(message));

describe.each(kinds)("harness in %s", (kind: BrowserKind) => {
  let folder: string;
  let server: Server;
  let address: string;
  let session: BrowserSession;
  const start = () =>
    launch(kind, { extensionDir: join(folder, "extension"), profileDir: join(folder, "profile") });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "harness-"));
    server = createServer((_, response) => {
      response.writeHead(200, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": "default-src 'self'; require-trusted-types-for 'script'",
      });
      response.end("<!doctype html><title>HIS</title><h1>Tiếp nhận</h1>");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const listening = server.address();
    if (listening === null || typeof listening === "string") throw new Error("no port");
    address = `http://127.0.0.1:${listening.port}/`;
    writeThrowawayExtension(join(folder, "extension"), kind, "http://127.0.0.1/*");
    session = await start();
  });

  afterAll(async () => {
    await session.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("finds the extension's frame in a page and clicks in it with a trusted event", async () => {
    const page = await session.open(address);
    const frame = await session.extensionFrame(page, "frame.html");
    const button = await frame.waitForSelector("button");
    await button?.click();
    await eventually("click reached the background", () =>
      frame.evaluate(() => document.body.dataset.state === "kept"),
    );
    const popup = await session.extensionPage("page.html");
    expect(await ask(popup, { get: "clicked" })).toEqual({ value: true });
    await popup.close();
    await page.close();
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
});
