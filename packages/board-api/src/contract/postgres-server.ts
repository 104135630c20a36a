import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "../http/free-port.ts";

export interface PostgresServer {
  /** Address of a new, empty database. */
  newDatabase(): Promise<string>;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Folder of initdb and postgres: POSTGRES_BIN, the PATH, or Debian's place. */
const findBinaries = (): string => {
  const debian = "/usr/lib/postgresql";
  const places = [
    process.env.POSTGRES_BIN ?? "",
    ...(process.env.PATH ?? "").split(":"),
    ...(existsSync(debian)
      ? readdirSync(debian)
          .sort((a, b) => Number(b) - Number(a))
          .map((version) => join(debian, version, "bin"))
      : []),
  ];
  const found = places.find((place) => place !== "" && existsSync(join(place, "initdb")));
  if (found === undefined)
    throw new Error(
      "Không tìm thấy PostgreSQL (initdb). Cài gói postgresql hoặc đặt POSTGRES_BIN.\n" +
        "PostgreSQL (initdb) was not found. Install the package postgresql, or set POSTGRES_BIN.",
    );
  return found;
};

/** PostgreSQL refuses to run as root: there it runs as the system user `postgres`. */
const unprivileged = (): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number =>
    Number.parseInt(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }), 10);
  return { uid: id("-u"), gid: id("-g") };
};

/** A real PostgreSQL in a folder of its own, with its usual durability. Fails loudly when there is none to run. */
export const startPostgres = async (): Promise<PostgresServer> => {
  const binaries = findBinaries();
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), "board-postgres-"));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const options = { ...(user ?? {}), cwd: folder, encoding: "utf8" as const };
  const initdb = spawnSync(
    join(binaries, "initdb"),
    ["-D", data, "-U", "board", "-A", "trust", "-E", "UTF8", "--locale=C"],
    options,
  );
  if (initdb.status !== 0) throw new Error(`initdb: ${initdb.stderr}`);
  const port = await freePort("127.0.0.1");
  const server: ChildProcess = spawn(
    join(binaries, "postgres"),
    ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder, "-c", "max_connections=120"],
    { ...(user ?? {}), cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  await new Promise<void>((resolve, reject) => {
    let log = "";
    server.stderr?.on("data", (chunk: Buffer) => {
      log += chunk.toString("utf8");
      if (log.includes("ready to accept connections")) resolve();
    });
    server.once("exit", () => reject(new Error(`postgres: ${log}`)));
  });
  let databases = 0;
  const base = `postgresql://board@127.0.0.1:${port}`;
  return {
    pid: server.pid ?? 0,
    newDatabase: async () => {
      databases += 1;
      const client = new pg.Client({ connectionString: `${base}/postgres` });
      await client.connect();
      await client.query(`CREATE DATABASE board${databases}`);
      await client.end();
      return `${base}/board${databases}`;
    },
    stop: async () => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
