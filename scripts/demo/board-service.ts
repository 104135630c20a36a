import { type Service, startService } from "./child-service.ts";

export interface BoardOptions {
  readonly port: number;
  /** Folder of the embedded database; kept when the board stops. */
  readonly dataDir: string;
  /** Number of managed cadres in the synthetic province. Left out: the board's own default. */
  readonly population?: number;
  /** Where sign-in may return to: the packed extension's own addresses. */
  readonly redirectUris?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly onLine?: (line: string) => void;
}

/** The reference board in its own process (`npm run board`). */
export const startBoardService = (options: BoardOptions): Promise<Service> =>
  startService({
    name: "board",
    entry: "packages/board-api/src/main.ts",
    args: [
      "--port",
      String(options.port),
      "--data",
      options.dataDir,
      ...(options.population === undefined ? [] : ["--population", String(options.population)]),
      ...(options.redirectUris ?? []).flatMap((address) => ["--redirect-uri", address]),
    ],
    ready: /^board ready (http\S+)/,
    ...(options.env === undefined ? {} : { env: options.env }),
    ...(options.onLine === undefined ? {} : { onLine: options.onLine }),
  });
