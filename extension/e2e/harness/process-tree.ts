import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** Parent of every living process. Zombies count as dead. */
const parents = (): Map<number, number> => {
  const found = new Map<number, number>();
  if (existsSync("/proc/self/stat")) {
    for (const name of readdirSync("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        if (state !== "Z" && parent !== undefined) found.set(Number(name), Number(parent));
      } catch {
        // The process ended between the listing and the reading.
      }
    }
    return found;
  }
  for (const line of execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat="], { encoding: "utf8" }).split("\n")) {
    const [pid, parent, state] = line.trim().split(/\s+/);
    if (pid && parent && !state?.startsWith("Z")) found.set(Number(pid), Number(parent));
  }
  return found;
};

/** The process and everything that it started, children of children included. */
export const processTree = (root: number): number[] => {
  const all = parents();
  const tree = [root];
  for (let index = 0; index < tree.length; index += 1) {
    for (const [pid, parent] of all) if (parent === tree[index] && !tree.includes(pid)) tree.push(pid);
  }
  return tree.filter((pid) => all.has(pid));
};

const signal = (pid: number, name: NodeJS.Signals) => {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone.
  }
};

/**
 * SIGKILL to a process and all its descendants, with no chance to flush or to say good-bye. Resolves when all are dead.
 * The root is stopped first, so that it cannot start a child between the listing and the killing.
 */
export const killTree = async (root: number): Promise<void> => {
  signal(root, "SIGSTOP");
  const doomed = processTree(root);
  for (const pid of doomed) signal(pid, "SIGKILL");
  for (;;) {
    const alive = parents();
    if (!doomed.some((pid) => alive.has(pid))) return;
    await pause(20);
  }
};
