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
});
