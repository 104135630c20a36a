import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findStrace } from "../../../scripts/setup/components.mjs";
import { eventually, processTree } from "../harness/index.ts";

/** A file was forced to the disk. Times in epoch milliseconds, by the machine's one clock. */
export interface Sync {
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

/** `123 1764140000.123456 fdatasync(7</path/000003.log>) = 0 <0.001234>`; resumed calls come without the path. */
const WHOLE = /^(\d+)\s+([\d.]+) f(?:data)?sync\(\d+<([^>]*)>\)\s+= 0 <([\d.]+)>/;
const BEGUN = /^(\d+)\s+([\d.]+) f(?:data)?sync\(\d+<([^>]*)> <unfinished/;
const RESUMED = /^(\d+)\s+[\d.]+ <\.\.\. f(?:data)?sync resumed>\)\s+= 0 <([\d.]+)>/;

/** What strace wrote, as the syncs that succeeded. */
export const readSyncs = (text: string): Sync[] => {
  const begun = new Map<string, { path: string; from: number }>();
  const syncs: Sync[] = [];
  const add = (path: string, from: number, seconds: string) =>
    syncs.push({ path, from, to: from + Number(seconds) * 1_000 });
  for (const line of text.split("\n")) {
    const [, , at, path, seconds] = WHOLE.exec(line) ?? [];
    if (at !== undefined && path !== undefined && seconds !== undefined)
      add(path, Number(at) * 1_000, seconds);
    const [, thread, start, name] = BEGUN.exec(line) ?? [];
    if (thread !== undefined && name !== undefined)
      begun.set(thread, { path: name, from: Number(start) * 1_000 });
    const [, resumed, lasted] = RESUMED.exec(line) ?? [];
    const call = begun.get(resumed ?? "");
    if (call !== undefined && lasted !== undefined) add(call.path, call.from, lasted);
  }
  return syncs;
};

/** Watches every process of a browser for files that are forced to the disk. */
export class SystemCalls {
  private constructor(
    private readonly strace: ChildProcess,
    private readonly folder: string,
  ) {}

  /** @throws Error where system calls cannot be watched (not Linux, no strace, not allowed) */
  static async watch(root: number): Promise<SystemCalls> {
    const program = findStrace();
    if (program === undefined) throw new Error("strace is not on this machine");
    const folder = mkdtempSync(join(tmpdir(), "cadre-care-strace-"));
    const targets = processTree(root).flatMap((pid) => ["-p", String(pid)]);
    const options = ["-f", "-y", "-T", "-ttt", "-e", "trace=fdatasync,fsync", "-o", join(folder, "calls")];
    const strace = spawn(program, [...options, ...targets], { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    strace.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    await eventually(`strace is attached: ${said}`, () => {
      if (strace.exitCode !== null) throw new Error(said);
      return /attached/.test(said);
    });
    return new SystemCalls(strace, folder);
  }

  /** Ends the watch; the browser goes on. Everything that was seen, in order. */
  async stop(): Promise<readonly Sync[]> {
    const ended = once(this.strace, "exit");
    this.strace.kill("SIGINT");
    await ended;
    const syncs = readSyncs(readFileSync(join(this.folder, "calls"), "utf8"));
    rmSync(this.folder, { recursive: true, force: true });
    return syncs;
  }
}
