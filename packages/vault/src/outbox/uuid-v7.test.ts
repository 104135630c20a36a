import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { uuidV7 } from "./uuid-v7.ts";

describe("uuidV7", () => {
  it("has version, variant and the time, whatever the clock says", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), (now) => {
        const uuid = uuidV7(now);
        expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(Number.parseInt(uuid.replaceAll("-", "").slice(0, 12), 16)).toBe(now);
      }),
    );
  });
  it("never repeats within one millisecond", () => {
    expect(new Set(Array.from({ length: 2000 }, () => uuidV7(1))).size).toBe(2000);
  });
});
