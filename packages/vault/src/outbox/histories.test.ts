import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { histories } from "../testing/histories/acts.ts";
import { BREAKS } from "../testing/histories/breaks.ts";
import { live } from "../testing/histories/live.ts";
import { plainKeys } from "../testing/histories/plain-keys.ts";

const RUNS = Number(process.env.CADRE_HISTORIES ?? 2_000);
/** Within so many histories each broken outbox must be found. */
const WITHIN = 400;

describe("random histories", () => {
  it(`leave each accepted entry at the board once in effect, or visible, in each patient's order: ${RUNS}`, async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        expect(await live(history, plainKeys)).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 3_600_000);

  for (const broken of BREAKS)
    it(`find an outbox that was broken on purpose: ${broken}`, async () => {
      const found = await fc.check(
        fc.asyncProperty(histories, async (history) => (await live(history, plainKeys, broken)).length === 0),
        { numRuns: WITHIN, endOnFailure: true },
      );
      expect(found.failed).toBe(true);
    }, 600_000);
});
