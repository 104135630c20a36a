import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { freePort } from "../http/free-port.ts";
import { REDIRECT_URI } from "./desk.ts";
import { PEOPLE, SEED } from "./samples.ts";

export interface BoardProcess {
  readonly url: string;
  readonly pid: number;
  /** As a power cut would: no handler runs. */
  kill(): Promise<void>;
}

export interface BoardProcessOptions {
  readonly databaseUrl?: string;
  readonly data?: string;
  readonly port?: number;
  /** Several processes behind one address share issuer and audience. */
  readonly publicUrl?: string;
  readonly people?: number;
  readonly requestsPerMinute?: number;
}

const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** A board in a process of its own, started as users start it. */
export const startBoardProcess = async (options: BoardProcessOptions): Promise<BoardProcess> => {
  const port = options.port ?? (await freePort("127.0.0.1"));
  const { DATABASE_URL: _ours, ...environment } = process.env;
  const child: ChildProcess = spawn(
    process.execPath,
    [
      ...["--import", "tsx", "packages/board-api/src/main.ts"],
      ...["--port", String(port), "--seed", String(SEED), "--people", String(options.people ?? PEOPLE)],
      ...["--redirect-uri", REDIRECT_URI],
      ...(options.requestsPerMinute === undefined
        ? []
        : ["--requests-per-minute", String(options.requestsPerMinute)]),
      ...(options.data === undefined ? [] : ["--data", options.data]),
      ...(options.publicUrl === undefined ? [] : ["--public-url", options.publicUrl]),
    ],
    {
      cwd: root,
      env: {
        ...environment,
        ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let output = "";
    const listen = (chunk: Buffer): void => {
      output += chunk.toString("utf8");
      if (/^board ready /m.test(output)) resolve();
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("exit", () => reject(new Error(`the board ended: ${output}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill("SIGKILL");
      await exited;
    },
  };
};
