import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type BoardProcess, startBoardProcess } from "../src/contract/board-process.ts";
import { signedIn } from "../src/contract/desk.ts";
import { startPostgres } from "../src/contract/postgres-server.ts";
import { freePort } from "../src/http/free-port.ts";
import { LOAD_PEOPLE, runClients, type Sample } from "./clients.ts";
import { cpuSeconds, machineSeconds } from "./cpu.ts";

/**
 * `npm run bench -w packages/board-api -- --load`: 17 hospitals' worth of clients against PGlite, and against
 * PostgreSQL with two board processes. First the load of a day, then more and more until something gives.
 */
const { values } = parseArgs({
  options: {
    load: { type: "boolean" },
    clients: { type: "string", default: "500" },
    seconds: { type: "string", default: "12" },
  },
});
const clients = Number(values.clients);
const milliseconds = Number(values.seconds) * 1_000;

/** Seconds between two requests of one client. A busy desk does something every half minute. */
const STAGES = [30, 10, 4, 1] as const;
/** A request that takes longer than this is felt. */
const FELT_MS = 1_000;

const figure = (name: string, value: number, unit: string): void =>
  console.log(`figure load/${name} ${Number(value.toFixed(1))} ${unit}`);

const p95 = (samples: readonly Sample[]): number =>
  samples.map((sample) => sample.milliseconds).sort((one, other) => one - other)[
    Math.floor(samples.length * 0.95)
  ] ?? 0;

/** Processes whose processor time is watched, by name. */
type Watched = Readonly<Record<string, number>>;

const report = (name: string, samples: readonly Sample[]): void => {
  for (const operation of [...new Set(samples.map((sample) => sample.operation))].sort()) {
    const those = samples.filter((sample) => sample.operation === operation);
    figure(`${name}/p95/${operation}`, p95(those), "ms");
  }
  figure(`${name}/p95`, p95(samples), "ms");
  figure(`${name}/errors`, samples.filter(({ ok }) => !ok).length, "requests");
  figure(`${name}/rate`, samples.length / (milliseconds / 1_000), "requests/s");
};

const stages = async (
  name: string,
  urls: readonly string[],
  token: string,
  watched: Watched,
): Promise<void> => {
  for (const seconds of STAGES) {
    const before = Object.entries(watched).map(([who, pid]) => [who, cpuSeconds(pid)] as const);
    const machine = machineSeconds();
    const from = performance.now();
    const samples = await runClients({ urls, token, clients, thinkMs: seconds * 1_000, milliseconds });
    const took = (performance.now() - from) / 1_000;
    const stage = `${name}/every-${seconds}-s`;
    report(stage, samples);
    const used = before.flatMap(([who, at]) => {
      const after = cpuSeconds(watched[who] ?? 0);
      return at === undefined || after === undefined ? [] : [{ who, share: ((after - at) / took) * 100 }];
    });
    for (const { who, share } of used) figure(`${stage}/cpu/${who}`, share, "%");
    const ours = used.reduce((sum, { share }) => sum + share, 0);
    // Where others work on the machine, what gives may be the machine.
    figure(`${stage}/cpu/others`, Math.max(0, ((machineSeconds() - machine) / took) * 100 - ours), "%");
    if (p95(samples) <= FELT_MS && samples.every(({ ok }) => ok)) continue;
    const busiest = used.toSorted((one, other) => other.share - one.share)[0];
    console.log(
      `${name}: gives at ${(samples.length / took).toFixed(0)} requests/s; busiest then: ${busiest?.who ?? "unknown"} (${busiest?.share.toFixed(0)} % of a processor)`,
    );
    return;
  }
  console.log(`${name}: nothing gave up to one request a second of each client`);
};

const unlimited = { people: LOAD_PEOPLE, requestsPerMinute: 10_000_000 };

const onPglite = async (): Promise<void> => {
  const data = mkdtempSync(join(tmpdir(), "board-load-"));
  const board = await startBoardProcess({ data, ...unlimited });
  try {
    const { token = "" } = await signedIn(board.url, "letan");
    await stages("pglite", [board.url], token, { board: board.pid, clients: process.pid });
  } finally {
    await board.kill();
    rmSync(data, { recursive: true, force: true });
  }
};

const onPostgres = async (): Promise<void> => {
  const server = await startPostgres();
  const boards: BoardProcess[] = [];
  try {
    const databaseUrl = await server.newDatabase();
    const port = await freePort("127.0.0.1");
    const publicUrl = `http://127.0.0.1:${port}`;
    boards.push(await startBoardProcess({ databaseUrl, port, publicUrl, ...unlimited }));
    boards.push(await startBoardProcess({ databaseUrl, publicUrl, ...unlimited }));
    const { token = "" } = await signedIn(publicUrl, "letan");
    await stages(
      "postgres",
      boards.map(({ url }) => url),
      token,
      {
        "board-1": boards[0]?.pid ?? 0,
        "board-2": boards[1]?.pid ?? 0,
        postgres: server.pid,
        clients: process.pid,
      },
    );
  } finally {
    await Promise.all(boards.map((board) => board.kill()));
    await server.stop();
  }
};

await onPglite();
await onPostgres();
