import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullDates } from "../testing/people.ts";
import { isoDate } from "../text/partial-date.ts";
import { certainFullYears } from "./full-years.ts";
import { statutoryGroups } from "./statutory-groups.ts";

const calm = { emergency: false };
const groups = (birthDate: Parameters<typeof statutoryGroups>[0], today: string, emergency = false) =>
  statutoryGroups(birthDate, { emergency }, today, { statutoryAge: 75 });

describe("statutoryGroups", () => {
  it.each([
    [{ year: 1951, month: 11, day: 22 }, "2026-11-21", []],
    [{ year: 1951, month: 11, day: 22 }, "2026-11-22", ["age-75"]],
    [{ year: 1951, month: 11, day: 23 }, "2026-11-22", []],
    [{ year: 1951, month: 12, day: 1 }, "2026-11-22", []],
    [{ year: 1930, month: 12, day: 1 }, "2026-11-22", ["age-75"]],
    [{ year: 1952, month: 2, day: 29 }, "2027-02-28", []],
    [{ year: 1952, month: 2, day: 29 }, "2027-03-01", ["age-75"]],
  ])("%j on %s: %j", (birthDate, today, expected) => {
    expect(groups(birthDate, today)).toEqual(expected);
  });

  it("counts a year or month alone only when the age is certain", () => {
    expect(groups({ year: 1951 }, "2026-11-22")).toEqual([]);
    expect(groups({ year: 1951 }, "2026-12-31")).toEqual(["age-75"]);
    expect(groups({ year: 1950 }, "2026-01-01")).toEqual(["age-75"]);
    expect(groups({ year: 1951, month: 11 }, "2026-11-29")).toEqual([]);
    expect(groups({ year: 1951, month: 11 }, "2026-11-30")).toEqual(["age-75"]);
  });

  it("puts the emergency first", () => {
    expect(groups({ year: 1930 }, "2026-11-22", true)).toEqual(["emergency", "age-75"]);
    expect(groups({ year: 1990 }, "2026-11-22", true)).toEqual(["emergency"]);
  });

  it("takes the age from policy", () => {
    expect(statutoryGroups({ year: 1960 }, calm, "2026-11-22", { statutoryAge: 60 })).toEqual(["age-75"]);
  });

  it("leaves the age unsaid, and the emergency said, when today is no day", () => {
    for (const today of ["", "2026", "2026-02-30", "22/11/2026"])
      expect(groups({ year: 1930 }, today, true)).toEqual(["emergency"]);
  });
});

it("certainFullYears of a date known in part is never more than of any day it may be", () => {
  fc.assert(
    fc.property(fullDates, fullDates, ({ year, month, day }, today) => {
      const exact = certainFullYears({ year, month, day }, today);
      expect(certainFullYears({ year, month }, today)).toBeLessThanOrEqual(exact);
      expect(certainFullYears({ year }, today)).toBeLessThanOrEqual(certainFullYears({ year, month }, today));
      expect(exact - certainFullYears({ year }, today)).toBeLessThanOrEqual(1);
      expect(isoDate({ year, month, day })).toHaveLength(10);
    }),
  );
});
