import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { servePortal } from "@cadre-care/example-portal-common/server";
import { type BoardService, startBoardService } from "../demo/board-service.ts";
import { copySeededBoard, templateKey } from "../demo/board-template.ts";
import { freePort } from "../demo/ports.ts";
import { type PortalName, PortalProject } from "./portal-project.ts";

/** The sign-in page of every portal here, on its own origin. */
const SIGNED_IN = "signed-in.html";
/** One province, as the seed documents know it. */
const PEOPLE = 1500;

export interface PortalsOptions {
  readonly names: readonly PortalName[];
  /** Left out: free ones. */
  readonly ports?: Partial<Record<"board" | PortalName, number>>;
  /** Address of the board as browsers reach it, where that is another one; it must lead to `ports.board`. */
  readonly boardAddress?: string;
  /** How many patients the hospital has today. Left out: as many as a small clinic has on its screen. */
  readonly rows?: number;
  /** Folder of the board's database. Left out: a temporary one, removed at the end. */
  readonly dataDir?: string;
  /** Told what is being done, e.g. to draw progress; runs the work that it is given. */
  readonly step?: <T>(title: string, work: () => Promise<T>) => Promise<T>;
}

/** The reference board, and portals of a hospital built from the packed packages as their own teams would. */
export interface RunningPortals {
  readonly board: BoardService;
  readonly portals: ReadonlyMap<PortalName, { readonly url: string; readonly project: PortalProject }>;
  /** A return address of sign-in that the board knows. */
  readonly redirectUri: string;
  stop(): Promise<void>;
}

/**
 * Packs, builds and serves portals, and starts the board that allows them. On any failure what was started is stopped again.
 * @throws Error with what the build or the board says
 */
export const startPortals = async (options: PortalsOptions): Promise<RunningPortals> => {
  const { names, ports = {}, step = (_title, work) => work() } = options;
  const endings: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (let ending = endings.pop(); ending !== undefined; ending = endings.pop()) await ending();
  };
  try {
    const scratch = await step("Đóng gói các gói npm · packing the packages", () =>
      PortalProject.withPackages(),
    );
    endings.push(() => scratch.remove());
    const portOf = new Map<PortalName, number>();
    for (const name of names) portOf.set(name, ports[name] ?? (await freePort()));
    const origins = [...portOf.values()].map((port) => `http://127.0.0.1:${port}`);
    const board = await step("Máy chủ mẫu · the board", () => startBoard(options, origins, endings));
    const address = options.boardAddress ?? board.url;
    const portals = new Map<PortalName, { url: string; project: PortalProject }>();
    const buildAndServe = ([name, port]: readonly [PortalName, number]) =>
      step(`Cổng khám bệnh · the portal: ${name}`, async () => {
        const project = new PortalProject(scratch, name);
        const folder = await project.build({
          board: address,
          boardKeys: JSON.parse(board.documentKeys),
          site: "bv-tinh",
          redirectUri: SIGNED_IN,
        });
        const { url, stop: end } = await servePortal({
          folder,
          board: address,
          port,
          ...(options.rows === undefined ? {} : { rows: options.rows }),
        });
        endings.push(end);
        portals.set(name, { url, project });
      });
    // All of them end before anything is stopped.
    const built = await Promise.allSettled([...portOf].map(buildAndServe));
    for (const result of built) if (result.status === "rejected") throw result.reason;
    return { board, portals, redirectUri: `${origins[0]}/${SIGNED_IN}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const startBoard = async (
  options: PortalsOptions,
  corsOrigins: readonly string[],
  endings: (() => unknown)[],
): Promise<BoardService> => {
  const port = options.ports?.board ?? (await freePort());
  const settings = {
    port,
    publicUrl: options.boardAddress ?? `http://localhost:${port}`,
    redirectUris: corsOrigins.map((origin) => `${origin}/${SIGNED_IN}`),
    corsOrigins,
    people: PEOPLE,
  };
  let { dataDir } = options;
  if (dataDir === undefined) {
    const folder = await mkdtemp(join(tmpdir(), "cadre-care-board-"));
    endings.push(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
    const key = templateKey(PEOPLE, new Date().toISOString().slice(0, 10));
    await copySeededBoard(folder, key, async (fresh) => {
      await (await startBoardService({ ...settings, dataDir: fresh })).stop();
    });
    dataDir = folder;
  }
  const board = await startBoardService({ ...settings, dataDir });
  endings.push(board.stop);
  return board;
};
