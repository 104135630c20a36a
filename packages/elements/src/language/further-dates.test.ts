import { describe, expect, it } from "vitest";
import { FurtherDates, isDayFirst } from "./further-dates.ts";

const at = (locale: string) => new FurtherDates(`${locale}-u-ca-gregory-nu-latn`);
const NOON = "2026-01-02T12:00:00Z";

describe("dates of a further language", () => {
  it.each([
    ["fr", "02/01/2026", "04/06/1961", "06/1961"],
    ["km", "02/01/2026", "04/06/1961", "06/1961"],
    ["de", "02.01.2026", "04.06.1961", "06/1961"],
    ["zh", "2026/01/02", "1961/06/04", "1961年6月"],
    ["th", "02/01/2026", "04/06/1961", "06/1961"],
  ])("are as %s writes them", (locale, day, date, month) => {
    expect([at(locale).day(NOON), at(locale).date("1961-06-04"), at(locale).date("1961-06")]).toEqual([
      day,
      date,
      month,
    ]);
    expect(at(locale).date("1961")).toBe("1961");
    expect(at(locale).date("?")).toBe("?");
  });

  it("never have the month first", () => {
    expect(at("fil").day(NOON)).toBe("2026-01-02");
    expect(at("fil").date("1961-06")).toBe("1961-06");
    expect(["fr", "km", "de", "lo"].every(isDayFirst)).toBe(true);
    expect(["zh", "fil", "ja", "en-US"].some(isDayFirst)).toBe(false);
  });

  it("say the day only when it is another one", () => {
    const now = Date.parse(NOON);
    expect(at("fr").moment(NOON, now)).toBe(at("fr").time(NOON));
    expect(at("fr").moment("2026-01-01T12:00:00Z", now)).toContain("01/01/2026");
  });
});
