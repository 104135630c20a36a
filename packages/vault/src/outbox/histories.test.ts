import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { histories } from "../testing/histories/acts.ts";
import { BREAK_NAMES, BREAKS } from "../testing/histories/breaks.ts";
import { EXAMPLES } from "../testing/histories/examples.ts";
import { live } from "../testing/histories/live.ts";
import { plainKeys } from "../testing/histories/plain-keys.ts";
import { ORDINARY_SEED, search } from "../testing/histories/property.ts";

// In Node over fake-indexeddb, which keeps IndexedDB's rules for transactions, keys and indexes; histories.browser.test.ts
// lives fewer of the same histories in Chromium's own, with real keys.

const RUNS = Number(process.env.CADRE_HISTORIES ?? 2_000);
/** Within so many histories each broken outbox must be found. */
const WITHIN = 600;

describe("random histories", () => {
  it.each(Object.entries(EXAMPLES))("once wrong: %s", async (_name, history) => {
    expect(await live(history, plainKeys)).toEqual([]);
  });

  it(`leave each accepted entry at the board once in effect, or visible, in each patient's order: ${RUNS}`, async () => {
    expect(await search(RUNS, plainKeys, ORDINARY_SEED)).toBeNull();
  }, 3_600_000);

  it.each(BREAK_NAMES)(
    "find an outbox that was broken on purpose: %s",
    async (broken) => {
      const found = await fc.check(
        fc.asyncProperty(histories, async (history) => {
          const faults = await live(history, plainKeys, broken);
          return !faults.some((fault) => BREAKS[broken].test(fault));
        }),
        { numRuns: WITHIN, endOnFailure: true, seed: ORDINARY_SEED },
      );
      expect(found.counterexample).not.toBeNull();
      expect(String(found.errorInstance)).toMatch(/returning false/);
    },
    600_000,
  );
});
