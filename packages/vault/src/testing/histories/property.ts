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

/** Making a history small may take as long as one likes; this is enough for most. */
const SHRINKING_MS = 60_000;

/** The histories of every ordinary run, so that a change is judged by itself; the long runs draw others each time. */
export const ORDINARY_SEED = 20_261_126;

/**
 * Lives so many random histories, of a seed where one is given. One that goes wrong is made as small as can be in a minute, so that it can be kept as an
 * example.
 */
export const search = async (runs: number, keys: OutboxKeys, from?: number): Promise<Found | null> => {
  const property = () =>
    fc.asyncProperty(histories, async (history) => (await live(history, keys)).length === 0);
  const found = await fc.check(property(), {
    ...{ numRuns: runs, endOnFailure: true },
    ...(from === undefined ? {} : { seed: from }),
  });
  if (!found.counterexample) return null;
  const { seed, counterexamplePath } = found;
  const smaller = await fc.check(property(), {
    seed,
    ...(counterexamplePath === null ? {} : { path: counterexamplePath }),
    interruptAfterTimeLimit: SHRINKING_MS,
  });
  const [history] = smaller.counterexample ?? found.counterexample;
  return { history, faults: await live(history, keys), seed };
};
