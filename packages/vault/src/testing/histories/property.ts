import fc from "fast-check";
import type { OutboxKeys } from "../../keys/key-ring.ts";
import { type Act, histories } from "./acts.ts";
import { live } from "./live.ts";

/** A history that went wrong, and what was wrong; null where all of so many went right. */
export interface Found {
  readonly history: readonly Act[];
  readonly faults: readonly string[];
  readonly seed: number;
}

/**
 * Lives so many random histories. One that goes wrong is made as small as it can be, so that it can be kept as an example.
 */
export const search = async (runs: number, keys: OutboxKeys, seed?: number): Promise<Found | null> => {
  const found = await fc.check(
    fc.asyncProperty(histories, async (history) => (await live(history, keys)).length === 0),
    { numRuns: runs, ...(seed === undefined ? {} : { seed }), interruptAfterTimeLimit: 3 * 3_600_000 },
  );
  const [history] = found.counterexample ?? [];
  if (history) return { history, faults: await live(history, keys), seed: found.seed };
  if (found.numRuns < runs) throw new Error(`only ${found.numRuns} of ${runs} histories were lived`);
  return null;
};
