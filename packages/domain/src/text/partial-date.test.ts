import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullDates, partialDates } from "../testing/people.ts";
import {
  comparePartialDates,
  DATE_FORMATS,
  type DateFormat,
  formatDate,
  isDateFormat,
  isoDate,
  readDate,
  readIsoDate,
} from "./partial-date.ts";

const read = (text: string, format: DateFormat) => {
  const result = readDate(text, format);
  return result.ok ? isoDate(result.value) : result.problem.code;
};

describe("readDate", () => {
  it.each<[string, DateFormat, string]>([
    ["04/06/1961", "dd/MM/yyyy", "1961-06-04"],
    ["04/06/1961", "MM/dd/yyyy", "1961-04-06"],
    ["4/6/1961", "dd/MM/yyyy", "1961-06-04"],
    [" 04 / 06 / 1961\u00a0", "dd/MM/yyyy", "1961-06-04"],
    ["04-06-1961", "dd/MM/yyyy", "1961-06-04"],
    ["０４/０６/１９６１", "dd/MM/yyyy", "1961-06-04"],
    ["1961-04-06", "yyyy-MM-dd", "1961-04-06"],
    ["1961-4-6", "yyyy-MM-dd", "1961-04-06"],
    ["1961", "yyyy", "1961"],
    ["4/1961", "MM/yyyy", "1961-04"],
    ["196104060730", "yyyyMMddHHmm", "1961-04-06"],
    ["196100000000", "yyyyMMddHHmm", "1961"],
    ["06041961", "ddMMyyyy", "1961-04-06"],
    ["06 thg 4, 1961", "d 'thg' M, yyyy", "1961-04-06"],
    ["6 Thg 04 1961", "d 'thg' M, yyyy", "1961-04-06"],
    ["6 tháng 4, 1961".normalize("NFD"), "d 'thg' M, yyyy", "1961-04-06"],
    ["29/02/2000", "dd/MM/yyyy", "2000-02-29"],
    ["29/02/1996", "dd/MM/yyyy", "1996-02-29"],
  ])("reads %j as %s: %s", (text, format, expected) => {
    expect(read(text, format)).toBe(expected);
  });

  it.each<[string, DateFormat, string]>([
    ["", "dd/MM/yyyy", "date-empty"],
    ["31/02/1961", "dd/MM/yyyy", "date-not-real"],
    ["29/02/1900", "dd/MM/yyyy", "date-not-real"],
    ["29/02/1961", "dd/MM/yyyy", "date-not-real"],
    ["31/04/1961", "dd/MM/yyyy", "date-not-real"],
    ["00/06/1961", "dd/MM/yyyy", "date-not-real"],
    ["13/13/1961", "dd/MM/yyyy", "date-not-real"],
    ["31/12/1961", "MM/dd/yyyy", "date-not-real"],
    ["12/31/1961", "dd/MM/yyyy", "date-not-real"],
    ["01/01/0061", "dd/MM/yyyy", "date-not-real"],
    ["13/1961", "MM/yyyy", "date-not-real"],
    ["196100060000", "yyyyMMddHHmm", "date-not-real"],
    ["04/06/61", "dd/MM/yyyy", "date-format-mismatch"],
    ["04/06-1961", "dd/MM/yyyy", "date-format-mismatch"],
    ["1961-04-06", "dd/MM/yyyy", "date-format-mismatch"],
    ["1961", "dd/MM/yyyy", "date-format-mismatch"],
    ["1961-04-06T17:00:00Z", "yyyy-MM-dd", "date-format-mismatch"],
    ["196104062500", "yyyyMMddHHmm", "date-format-mismatch"],
    ["196104060760", "yyyyMMddHHmm", "date-format-mismatch"],
    ["4/1961", "yyyy", "date-format-mismatch"],
    ["6041961", "ddMMyyyy", "date-format-mismatch"],
    ["06 Apr 1961", "d 'thg' M, yyyy", "date-format-mismatch"],
  ])("refuses %j as %s: %s", (text, format, code) => {
    expect(read(text, format)).toBe(code);
  });

  it("reads every day in the stated format and in no other order", () => {
    fc.assert(
      fc.property(fullDates, (date) => {
        const vi = formatDate(date, "vi");
        expect(readDate(vi, "dd/MM/yyyy")).toEqual({ ok: true, value: date });
        expect(readDate(vi.replaceAll("/", ""), "ddMMyyyy")).toEqual({ ok: true, value: date });
        const swapped = readDate(vi, "MM/dd/yyyy");
        if (swapped.ok) expect([swapped.value.month, swapped.value.day]).toEqual([date.day, date.month]);
        else expect(date.day).toBeGreaterThan(12);
      }),
    );
  });

  it("reads only days that the calendar has, from any text in any format", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d/.-]{4,12}$/), fc.constantFrom(...DATE_FORMATS), (text, format) => {
        const result = readDate(text, format);
        if (!result.ok) return;
        const { year, month = 1, day = 1 } = result.value;
        const date = new Date(Date.UTC(year, month - 1, day));
        expect([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]).toEqual([
          year,
          month,
          day,
        ]);
      }),
    );
  });

  it("knows its own formats only", () => {
    expect(DATE_FORMATS.every(isDateFormat)).toBe(true);
    expect(isDateFormat("dd/MM/yy")).toBe(false);
  });
});

describe("formatDate, isoDate, readIsoDate", () => {
  it("shows as much as is known", () => {
    expect(formatDate({ year: 1961, month: 4, day: 6 }, "vi")).toBe("06/04/1961");
    expect(formatDate({ year: 1961, month: 4 }, "vi")).toBe("04/1961");
    expect(formatDate({ year: 1961 }, "vi")).toBe("1961");
    expect(formatDate({ year: 1961, month: 4, day: 6 }, "en")).toBe("1961-04-06");
  });
  it("goes to FHIR dates and back without loss", () => {
    fc.assert(
      fc.property(partialDates, (date) => {
        expect(readIsoDate(isoDate(date))).toEqual({ ok: true, value: date });
      }),
    );
  });
});

describe("comparePartialDates", () => {
  it.each([
    ["1961-04-06", "1961-04-06", "same"],
    ["1961", "1961", "same"],
    ["1961", "1961-04-06", "compatible"],
    ["1961-04", "1961-04-06", "compatible"],
    ["1961-01-01", "1961-04-06", "compatible"],
    ["1961-01-01", "1961-04", "compatible"],
    ["1961-04-06", "1961-06-04", "different"],
    ["1961-04-06", "1961-04-07", "different"],
    ["1961-05", "1961-04-06", "different"],
    ["1961-01-01", "1962-04-06", "different"],
    ["1960", "1961-04-06", "different"],
  ])("%s, %s: %s, both ways round", (one, other, expected) => {
    const [first, second] = [readIsoDate(one), readIsoDate(other)];
    if (!first.ok || !second.ok) throw new Error("not a date");
    expect(comparePartialDates(first.value, second.value)).toBe(expected);
    expect(comparePartialDates(second.value, first.value)).toBe(expected);
  });
});
