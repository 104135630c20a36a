import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Dates } from "./dates.ts";

const vi = Dates.in("vi");
const en = Dates.in("en");
const NOW = Date.parse("2026-11-22T09:30:00Z");
const at = (milliseconds: number) => new Date(NOW + milliseconds).toISOString();
const MINUTE = 60_000;

describe("dates", () => {
  it("are dd/MM/yyyy in both languages, as far as they are known", () => {
    for (const dates of [vi, en]) {
      expect(dates.date("1961-06-04")).toBe("04/06/1961");
      expect(dates.date("1961-06")).toBe("06/1961");
      expect(dates.date("1961")).toBe("1961");
      expect(dates.day("2026-01-02T12:00:00Z")).toBe("02/01/2026");
    }
    expect(vi.date("không rõ")).toBe("không rõ");
  });

  it("say the day only when it is another one", () => {
    expect(vi.moment(at(0), NOW)).toMatch(/^\d\d:\d\d$/);
    expect(vi.moment(at(-3 * 1_440 * MINUTE), NOW)).toMatch(/^\d\d:\d\d \d\d\/\d\d\/\d{4}$/);
  });

  it("are relative in words", () => {
    expect(vi.relative(at(-10_000), NOW)).toBe("vừa xong");
    expect(vi.relative(at(-5 * MINUTE), NOW)).toBe("5 phút trước");
    expect(vi.relative(at(-3 * 60 * MINUTE), NOW)).toBe("3 giờ trước");
    expect(vi.relative(at(-4 * 1_440 * MINUTE), NOW)).toBe("4 ngày trước");
    expect(en.relative(at(-60 * MINUTE), NOW)).toBe("1 hour ago");
  });

  it("give lengths of time in two units at most, and never more than there is", () => {
    expect(vi.duration(200 * MINUTE)).toBe("3 giờ 20 phút");
    expect(vi.duration(-30 * MINUTE)).toBe("30 phút");
    expect(vi.duration(0)).toBe("0 phút");
    expect(en.duration(26 * 60 * MINUTE)).toBe("1 d 2 h");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 10 }), (length) => {
        const words = en.duration(length);
        const read = (unit: string) => Number(new RegExp(`(\\d+) ${unit}\\b`).exec(words)?.[1] ?? 0);
        const said = (read("d") * 1_440 + read("h") * 60 + read("min")) * MINUTE;
        expect(said).toBeLessThanOrEqual(length);
        expect(length - said).toBeLessThan(length >= 1_440 * MINUTE ? 60 * MINUTE : MINUTE);
      }),
    );
  });
});
