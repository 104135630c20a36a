import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BrowserSession, eventually, launch } from "../../extension/e2e/harness/index.ts";
import { type Listening, listening } from "../../extension/e2e/harness/listening.ts";
import { browsersUnderTest } from "../../extension/e2e/support/browsers.ts";
import { CROWD_SCRIPT } from "./crowd-script.ts";
import { ScratchProject } from "./scratch-project.ts";

/** How often all elements come and go. */
const ROUNDS = 100;
const EACH = 10;
const TAGS = [
  "cadre-priority-banner",
  "cadre-questionnaire",
  "cadre-exam-checklist",
  "cadre-referral-form",
  "cadre-outbox-status",
];

const PAGE = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Cổng thông tin</title>
  <meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; require-trusted-types-for 'script'">
  <link rel="icon" href="data:,">
  <script type="module" src="/one/cdn/cadre-care.js"></script>
  <script type="module" src="/two/cdn/cadre-care.js"></script>
  <script type="module" src="/crowd.js"></script>
  <main></main></html>`;

let project: ScratchProject;
let server: Listening;
beforeAll(async () => {
  project = await ScratchProject.create();
  const contentOf = (path: string): string | Buffer => {
    if (path === "/") return PAGE;
    if (path === "/crowd.js") return CROWD_SCRIPT;
    // Two copies, each with a Lit, contexts and classes of its own, as two versions are.
    return readFileSync(
      project.path("node_modules/@cadre-care/elements", path.replace(/^\/(one|two)\//, "")),
    );
  };
  server = await listening(
    createServer((request, response) => {
      const path = new URL(request.url ?? "/", "http://portal").pathname;
      const type = ["", ".html"].includes(extname(path)) ? "text/html" : "text/javascript";
      try {
        response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(contentOf(path));
      } catch {
        response.writeHead(404).end();
      }
    }),
  );
});
afterAll(async () => {
  await server?.stop();
  project?.remove();
});

describe.each(browsersUnderTest())("a page with two copies of everything, in %s", (kind) => {
  let session: BrowserSession;
  let tab: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    session = await launch(kind, { profileDir: project.path(`profile-crowd-${kind}`) });
    tab = await session.browser.newPage();
    tab.on("pageerror", (error) => complaints.push(String(error)));
    tab.on("console", (message) => {
      if (["error", "warn"].includes(message.type())) complaints.push(message.text());
    });
    await tab.goto(`${server.url}/`, { waitUntil: "load" });
  });
  afterAll(() => session?.close());

  const ask = (question: string): Promise<unknown> => tab.evaluate(`crowd.${question}`);

  it("registers each tag once, and complains of nothing", async () => {
    expect(await ask(`registered(${JSON.stringify(TAGS)})`)).toBe(true);
    expect(complaints).toEqual([]);
  });

  it("keeps fifty elements apart: each shows what its own service says, each form has its own answers", async () => {
    expect(await ask(`apart(${EACH})`)).toEqual([]);
  });

  it("is left by fifty elements a hundred times, and keeps none of them", async () => {
    expect(await ask(`comeAndGo(${JSON.stringify(TAGS)}, ${EACH}, ${ROUNDS})`)).toBe(
      ROUNDS * EACH * TAGS.length,
    );
    // Nobody listens any more to a service that only they used.
    expect(await ask("followed()")).toBe(0);
    if (kind === "chromium") {
      const connection = await tab.createCDPSession();
      await eventually("elements that are gone are collected", async () => {
        await connection.send("HeapProfiler.collectGarbage");
        return (await ask("alive()")) === 0;
      });
    }
    expect(complaints).toEqual([]);
  });
});
