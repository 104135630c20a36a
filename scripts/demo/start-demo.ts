import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Population, RunningHis } from "@cadre-care/example-his-common";
import { startHis as startJqgridHis } from "@cadre-care/example-his-jqgrid";
import { startHis as startReactHis } from "@cadre-care/example-his-react";
import type { BoardKey } from "@cadre-care/fhir";
import { z } from "zod";
import { type BoardService, startBoardService } from "./board-service.ts";
import { copySeededBoard, templateKey } from "./board-template.ts";
import { freePort } from "./ports.ts";
import { type ExtensionDirs, prepareSite } from "./site-build.ts";

export type HisName = "jqgrid" | "react";

/** A JWK set with further keys in it. */
const withKeys = (set: unknown, more: readonly BoardKey[]): string => {
  const { keys, ...machines } = z.looseObject({ keys: z.array(z.unknown()) }).parse(set);
  return JSON.stringify({ keys: [...keys, ...more], ...machines });
};

export interface DemoOptions {
  /** Left out, or 0: a free port each. */
  readonly ports?: Partial<Record<"board" | HisName, number>>;
  /** `strict`: both HISs are served with the hardest Content-Security-Policy under which they work. */
  readonly csp?: "strict" | "none";
  /** Who comes to the demo HISs today. */
  readonly population?: Population;
  /** Managed cadres in the board's synthetic province. Left out: 1,500. */
  readonly people?: number;
  /** Address of something that stands before the board (a proxy that fails on demand), without a slash at its end. */
  readonly boardAddress?: string;
  /** Keys, besides the board's own, whose documents the build takes. */
  readonly boardKeys?: readonly BoardKey[];
  /** Site profiles to pack instead of the demo's own, e.g. one that no longer fits its HIS: paths of files. */
  readonly profiles?: Partial<Record<HisName, string>>;
  /** Further HISs that the extension is packed for: profile files from the root of the checkout, and where each runs. */
  readonly moreHis?: readonly { readonly file: string; readonly origin: string }[];
  /** Folder of the board's database. Left out: a temporary one, removed at the end. */
  readonly dataDir?: string;
  /** Folder of the site build. Left out: a temporary one, removed at the end. */
  readonly outDir?: string;
  /** Told what is being done, e.g. to draw progress; runs the work that it is given. */
  readonly step?: <T>(title: string, work: () => Promise<T>) => Promise<T>;
}

/** The main job's whole surroundings: board, two hospitals, and the extension packed for them. */
export interface Demo {
  readonly boardUrl: string;
  readonly hisUrls: Readonly<Record<HisName, string>>;
  readonly extensionDirs: ExtensionDirs;
  /** Where sign-in returns to, for the packed extension of each browser. */
  readonly redirectUris: readonly string[];
  /** Takes the board away and brings it back, at the same address and on the same data. */
  readonly board: BoardService;
  readonly his: Readonly<Record<HisName, RunningHis>>;
  /** Stops everything and removes temporary folders. May be called twice. */
  stop(): Promise<void>;
}

export const HIS_PROFILES: Readonly<Record<HisName, string>> = {
  jqgrid: "examples/his-jqgrid/site-profile.json",
  react: "examples/his-react/site-profile.json",
};

/** One province, as the seed documents know it. */
const PEOPLE = 1500;

const today = (): string => new Date().toISOString().slice(0, 10);

/**
 * Starts the demo. On any failure what was started is stopped again.
 * @throws Error whose message says which part did not start, with its last words
 */
export const startDemo = async (options: DemoOptions = {}): Promise<Demo> => {
  const step = options.step ?? ((_title, work) => work());
  const csp = options.csp ?? "none";
  const population = options.population ?? "day";
  const endings: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (let ending = endings.pop(); ending !== undefined; ending = endings.pop()) await ending();
  };
  const temporary = async (kind: string) => {
    const folder = await mkdtemp(join(tmpdir(), `cadre-care-${kind}-`));
    endings.push(() => rm(folder, { recursive: true, force: true }));
    return folder;
  };
  try {
    const dataDir = options.dataDir ?? (await temporary("board"));
    const outDir = options.outDir ?? (await temporary("site"));
    const boardPort = options.ports?.board || (await freePort());
    const boardUrl = options.boardAddress ?? `http://localhost:${boardPort}`;
    const his = await step("Hai HIS mẫu · two demo HISs", async () => {
      const jqgrid = await startJqgridHis({ port: options.ports?.jqgrid ?? 0, csp, population });
      endings.push(jqgrid.stop);
      const react = await startReactHis({ port: options.ports?.react ?? 0, csp, population });
      endings.push(react.stop);
      return { jqgrid, react };
    });
    const site = await prepareSite({
      boardUrl,
      outDir,
      profiles: [
        { file: options.profiles?.jqgrid ?? HIS_PROFILES.jqgrid, origin: his.jqgrid.url },
        { file: options.profiles?.react ?? HIS_PROFILES.react, origin: his.react.url },
        ...(options.moreHis ?? []),
      ],
    });
    const boardOptions = {
      port: boardPort,
      publicUrl: boardUrl,
      redirectUris: site.redirectUris,
      // The board keeps one profile a site: those of the two demo HISs.
      siteProfiles: site.profiles.slice(0, Object.keys(HIS_PROFILES).length),
      people: options.people ?? PEOPLE,
    };
    const startBoard = async () => {
      if (options.dataDir === undefined)
        await copySeededBoard(dataDir, templateKey(boardOptions.people, today()), async (folder) => {
          const seeding = await startBoardService({ ...boardOptions, dataDir: folder });
          await seeding.stop();
        });
      const service = await startBoardService({ ...boardOptions, dataDir });
      endings.push(service.stop);
      return service;
    };
    const { board, extensionDirs } = await step("Máy chủ mẫu và tiện ích · board and extension", async () => {
      const started = await startBoard();
      // Asked for past any proxy that stands before the board.
      const keys = await fetch(`http://localhost:${boardPort}/board-keys`);
      const extensionDirs = await site.pack(withKeys(await keys.json(), options.boardKeys ?? []));
      return { board: started, extensionDirs };
    });
    return {
      boardUrl: board.url,
      hisUrls: { jqgrid: his.jqgrid.url, react: his.react.url },
      extensionDirs,
      redirectUris: site.redirectUris,
      board,
      his,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
