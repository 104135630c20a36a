import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backOff, isDue, LONGEST_WAIT_MS } from "./back-off.ts";

describe("back-off", () => {
  it("never comes before Retry-After and never waits for ever", () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.double({ min: 0, max: 0.999_999, noNaN: true }),
        fc.nat(10_000_000),
        (attempts, random, retryAfter) => {
          const wait = backOff(attempts, () => random, retryAfter);
          expect(wait).toBeGreaterThanOrEqual(Math.min(retryAfter, LONGEST_WAIT_MS));
          expect(wait).toBeLessThanOrEqual(LONGEST_WAIT_MS);
        },
      ),
    );
  });
  it("spreads over the whole span", () => {
    expect(backOff(3, () => 0)).toBe(0);
    expect(backOff(3, () => 0.5)).toBe(8_000);
    expect(backOff(99, () => 0.5)).toBe(300_000);
  });
  it("does not wait for a time that another clock set", () => {
    const year = 31_536_000_000;
    expect(isDue(1_000 + year, 1_000)).toBe(true);
    expect(isDue(1_000 + 60_000, 1_000)).toBe(false);
    expect(isDue(1_000, 1_000 + year)).toBe(true);
  });
});
