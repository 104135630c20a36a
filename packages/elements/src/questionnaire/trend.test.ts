import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { trendPoints } from "./trend.ts";

describe("the line of earlier values", () => {
  it("puts the highest at the top and the lowest at the bottom", () => {
    expect(trendPoints([1, 3, 2])).toEqual([
      [3, 15],
      [32, 3],
      [61, 9],
    ]);
  });

  it("runs through the middle where nothing changed", () => {
    expect(trendPoints([5, 5]).map(([, y]) => y)).toEqual([9, 9]);
  });

  it("stays in its box, whatever the values", () => {
    const values = fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, (some) => {
        for (const [x, y] of trendPoints(some)) {
          expect(x).toBeGreaterThanOrEqual(3);
          expect(x).toBeLessThanOrEqual(61);
          expect(y).toBeGreaterThanOrEqual(3);
          expect(y).toBeLessThanOrEqual(15);
        }
      }),
    );
  });
});
