import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const TRIES = 3;

/** The reference board as its own process, with a fresh folder. Another program may take the free port first: then again. */
export const startBoard = async (people, origin, tries = TRIES) => {
  try {
    return await start(people, origin);
  } catch (error) {
    if (tries <= 1 || !String(error).includes("EADDRINUSE")) throw error;
    return startBoard(people, origin, tries - 1);
  }
};

const start = async (people, origin) => {
  const data = await mkdtemp(join(tmpdir(), "cadre-care-bench-"));
  const flags = ["--port", String(await freePort()), "--data", data, "--people", String(people)];
  const client = ["--cors-origin", origin, "--redirect-uri", `${origin}/back`];
  const process_ = spawn("npm", ["run", "--silent", "board", "--", ...flags, ...client], {
    cwd: root,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let complained = "";
  process_.stderr.on("data", (text) => {
    complained += text;
  });
  const stop = async () => {
    const ended = new Promise((resolve) => process_.once("exit", resolve));
    process.kill(-process_.pid, "SIGTERM");
    await ended;
    await rm(data, { recursive: true, force: true });
  };
  const ready = await new Promise((resolve, reject) => {
    process_.stdout.on("data", (text) => {
      said += text;
      const found = /board ready (\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    process_.once("exit", (code) => reject(new Error(`the board ended with ${code}: ${complained}`)));
  });
  const accountOf = (role) => {
    const [, login, password] = new RegExp(`account (\\S+) (\\S+) ${role}`).exec(said) ?? [];
    return { login, password };
  };
  const keys = JSON.parse(/^document-keys (.*)$/m.exec(said)?.[1] ?? "null");
  return {
    url: ready,
    boardKeys: keys?.keys,
    ...accountOf("receptionist"),
    officer: accountOf("board-officer"),
    stop,
  };
};
