import { loadavg } from "node:os";

const trimmed = (value: number, digits: number): string => String(Number(value.toFixed(digits)));

/** One measured value as a line of its own. */
export const figure = (name: string, value: number, unit: string): void => {
  console.log(`figure ${name} ${trimmed(value, 1)} ${unit}`);
};

/** Ours divided by the other's. */
export const ratio = (name: string, value: number): void => {
  console.log(`ratio ${name} ${trimmed(value, 2)}`);
};

/** How, on how many samples, and on how busy a machine the following figures were measured. */
export const note = (text: string): void => {
  console.log(`${text} (load average ${loadavg()[0]?.toFixed(1)})`);
};

/** @throws Error when nothing was measured: a bench without samples must not end well. */
export const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  if (found === undefined) throw new Error("nothing was measured");
  return found;
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);
