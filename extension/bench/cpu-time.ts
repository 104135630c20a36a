import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { processTree } from "../e2e/harness/index.ts";

const TICKS_PER_SECOND = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** User and system time of one process and of its children that have ended, in ticks; see proc(5). */
const ticksOf = (pid: number): number => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0);
  } catch {
    // It ended since it was listed; its parent counts it.
    return 0;
  }
};

/** Seconds of processor time that a process and everything it started have used so far. */
export const cpuSeconds = (root: number): number =>
  processTree(root).reduce((sum, pid) => sum + ticksOf(pid), 0) / TICKS_PER_SECOND;
