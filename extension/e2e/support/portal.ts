import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { boardKeySetSchema } from "@cadre-care/fhir";
import type { Page } from "puppeteer-core";
import { build } from "vite";
import { afterAll } from "vitest";
import { startBoardService } from "../../../scripts/demo/board-service.ts";
import { copySeededBoard, templateKey } from "../../../scripts/demo/board-template.ts";
import { freePort } from "../../../scripts/demo/ports.ts";
import { ScratchProject } from "../../../scripts/publish/scratch-project.ts";
import { type FaultProxy, startFaultProxy } from "../harness/fault-proxy.ts";
import { type BrowserKind, type BrowserSession, launch } from "../harness/index.ts";
import { listening } from "../harness/listening.ts";

const PAGE = fileURLToPath(new URL("../portal-page/", import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};
const PEOPLE = 1500;

/** A portal as its own team would build it from the packed packages, and serve it, the board that allows it, and a browser. */
export interface PortalDay {
  readonly session: BrowserSession;
  readonly boardUrl: string;
  readonly redirectUri: string;
  readonly faults: FaultProxy;
  /** A new tab of the portal. `own`: with a worker of its own, as where there is no SharedWorker. */
  openTab(own?: boolean): Promise<Page>;
  end(): Promise<void>;
}

const serve = async (folder: string): Promise<{ url: string; stop: () => Promise<void> }> => {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://here").pathname;
    const file = join(folder, path === "/" ? "index.html" : path);
    readFile(file).then(
      (content) =>
        response
          .writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" })
          .end(content),
      () => response.writeHead(404).end(),
    );
  });
  return listening(server);
};

/** One for all tests of a file: what is packed does not change between them. */
let packed: Promise<ScratchProject> | undefined;
afterAll(async () => (await packed)?.remove());

/** `keys`: the JWK set with which the board signs, fixed in the page as a portal's team would have it. */
const buildPage = async (folder: string, keys: string): Promise<void> => {
  packed ??= ScratchProject.create();
  const project = await packed;
  const page = project.path("portal-page");
  cpSync(PAGE, page, { recursive: true });
  await build({
    configFile: false,
    logLevel: "warn",
    root: page,
    base: "./",
    define: { BOARD_KEYS: JSON.stringify(boardKeySetSchema.parse(JSON.parse(keys)).keys) },
    worker: { format: "es" },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: { input: ["index.html", "signed-in.html"].map((name) => join(page, name)) },
    },
  });
};

export const startPortalDay = async (kind: BrowserKind): Promise<PortalDay> => {
  const endings: (() => unknown)[] = [];
  const end = async (): Promise<void> => {
    for (let ending = endings.pop(); ending !== undefined; ending = endings.pop()) await ending();
  };
  const temporary = (name: string): string => {
    const folder = mkdtempSync(join(tmpdir(), `cadre-care-${name}-`));
    endings.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    return folder;
  };
  try {
    const [pages, dataDir, profileDir] = [temporary("portal"), temporary("board"), temporary(kind)];
    const portal = await serve(pages);
    endings.push(portal.stop);
    const port = await freePort();
    const faults = await startFaultProxy({ target: `http://localhost:${port}` });
    endings.push(faults.stop);
    const redirectUri = `${portal.url}/signed-in.html`;
    const options = {
      port,
      publicUrl: faults.url,
      redirectUris: [redirectUri],
      corsOrigins: [portal.url],
      people: PEOPLE,
    };
    const today = new Date().toISOString().slice(0, 10);
    await copySeededBoard(dataDir, templateKey(PEOPLE, today), async (folder) => {
      const seeding = await startBoardService({ ...options, dataDir: folder });
      await seeding.stop();
    });
    const board = await startBoardService({ ...options, dataDir });
    endings.push(board.stop);
    await buildPage(pages, board.documentKeys);
    const session = await launch(kind, { profileDir });
    endings.push(() => session.close());
    return {
      session,
      boardUrl: faults.url,
      redirectUri,
      faults,
      openTab: (own = false) => {
        const query = new URLSearchParams({
          board: faults.url,
          site: "bv-tinh",
          ...(own ? { own: "" } : {}),
        });
        return session.open(`${portal.url}/?${query}`);
      },
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
};
