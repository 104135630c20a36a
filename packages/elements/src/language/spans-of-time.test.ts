import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromNow, lengthOfTime } from "./spans-of-time.ts";

const NOW = Date.parse("2026-11-22T09:30:00Z");
const at = (milliseconds: number) => new Date(NOW + milliseconds).toISOString();
const MINUTE = 60_000;

describe("spans of time", () => {
  it("are relative in words", () => {
    expect(fromNow("vi", at(-10_000), NOW)).toBe("vừa xong");
    expect(fromNow("vi", at(-5 * MINUTE), NOW)).toBe("5 phút trước");
    expect(fromNow("vi", at(-3 * 60 * MINUTE), NOW)).toBe("3 giờ trước");
    expect(fromNow("vi", at(-4 * 1_440 * MINUTE), NOW)).toBe("4 ngày trước");
    expect(fromNow("en", at(-60 * MINUTE), NOW)).toBe("1 hour ago");
  });

  it("give lengths of time in two units at most, and never more than there is", () => {
    expect(lengthOfTime("vi", 200 * MINUTE)).toBe("3 giờ 20 phút");
    expect(lengthOfTime("vi", -30 * MINUTE)).toBe("30 phút");
    expect(lengthOfTime("vi", 0)).toBe("0 phút");
    expect(lengthOfTime("en", 26 * 60 * MINUTE)).toBe("1 d 2 h");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 10 }), (length) => {
        const words = lengthOfTime("en", length);
        const read = (unit: string) => Number(new RegExp(`(\\d+) ${unit}\\b`).exec(words)?.[1] ?? 0);
        const said = (read("d") * 1_440 + read("h") * 60 + read("min")) * MINUTE;
        expect(said).toBeLessThanOrEqual(length);
        expect(length - said).toBeLessThan(length >= 1_440 * MINUTE ? 60 * MINUTE : MINUTE);
      }),
    );
  });
});
