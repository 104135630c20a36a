import { describe, expect, it } from "vitest";
import { Dates } from "./dates.ts";

const dates = Dates.ours;
const NOW = Date.parse("2026-11-22T09:30:00Z");
const at = (milliseconds: number) => new Date(NOW + milliseconds).toISOString();
const MINUTE = 60_000;

describe("dates", () => {
  it("are dd/MM/yyyy in both languages, as far as they are known", () => {
    expect(dates.date("1961-06-04")).toBe("04/06/1961");
    expect(dates.date("1961-06")).toBe("06/1961");
    expect(dates.date("1961")).toBe("1961");
    expect(dates.day("2026-01-02T12:00:00Z")).toBe("02/01/2026");
    expect(dates.date("không rõ")).toBe("không rõ");
    for (const locale of ["vi-VN", "en-GB"]) {
      const [day, time] = [new Date("2026-01-02T12:00:00Z"), { hour: "2-digit", minute: "2-digit" } as const];
      expect(day.toLocaleTimeString(locale, { ...time, hourCycle: "h23" })).toBe(
        dates.time(day.toISOString()),
      );
      expect(day.toLocaleDateString(locale, { day: "2-digit", month: "2-digit", year: "numeric" })).toBe(
        dates.day(day.toISOString()),
      );
    }
  });

  it("say the day only when it is another one", () => {
    expect(dates.moment(at(0), NOW)).toMatch(/^\d\d:\d\d$/);
    expect(dates.moment(at(-3 * 1_440 * MINUTE), NOW)).toMatch(/^\d\d:\d\d \d\d\/\d\d\/\d{4}$/);
  });
});
