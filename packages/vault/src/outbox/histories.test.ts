import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { histories } from "../testing/histories/acts.ts";
import { BREAK_NAMES, BREAKS } from "../testing/histories/breaks.ts";
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

  for (const broken of BREAK_NAMES)
    it(`find an outbox that was broken on purpose: ${broken}`, async () => {
      const found = await fc.check(
        fc.asyncProperty(histories, async (history) => {
          const faults = await live(history, plainKeys, broken);
          return !faults.some((fault) => BREAKS[broken].test(fault));
        }),
        { numRuns: WITHIN, endOnFailure: true },
      );
      expect(found.counterexample).not.toBeNull();
      expect(String(found.errorInstance)).toMatch(/returning false/);
    }, 600_000);
});
