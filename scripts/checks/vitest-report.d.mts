import type { Outcome } from "./outcome.mjs";
export function readVitestReport(
  name: string,
  text: string | undefined,
  exit: number | null,
  root?: string,
): Outcome;
