import { readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";

/** Clock ticks a second that /proc counts in; the same on every Linux that Node runs on. */
const TICKS = 100;

const statOf = (pid: string): { parent: number; ticks: number } | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return undefined;
  }
};

/** Processor seconds that the whole machine has been busy, all processors together. */
export const machineSeconds = (): number =>
  cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) / 1_000;

/** Processor seconds that a process and its children have used; undefined where there is no /proc. */
export const cpuSeconds = (pid: number): number | undefined => {
  const own = statOf(String(pid));
  if (!own) return undefined;
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(statOf)
    .filter((stat) => stat?.parent === pid);
  return children.reduce((sum, stat) => sum + (stat?.ticks ?? 0), own.ticks) / TICKS;
};
