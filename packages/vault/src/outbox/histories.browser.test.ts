import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acts, type Break, live } from "../testing/histories.ts";

const RUNS = 200;

/** Histories that once went wrong, or that a broken variant needs. */
describe("random histories", () => {
  it("leave each accepted entry at the board exactly once in effect, or visible here, in each patient's order", async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (history) => {
        expect(await live(history)).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 600_000);

  for (const broken of ["new-uuid-at-retry", "delete-before-send", "saved-before-commit"] satisfies Break[])
    it(`find an outbox that was broken on purpose: ${broken}`, async () => {
      const found = await fc.check(
        fc.asyncProperty(acts, async (history) => (await live(history, broken)).length === 0),
        { numRuns: RUNS, endOnFailure: true },
      );
      expect(found.failed).toBe(true);
    }, 600_000);
});
