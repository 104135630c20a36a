import { DATE_FORMATS, readDate } from "@cadre-care/domain";
import fc from "fast-check";
import { expect, it } from "vitest";
import { guessDateFormats } from "./guess-date-formats.ts";

it.each([
  [["15/03/1950", "4/6/1961"], ["dd/MM/yyyy"], false],
  [["03/15/1950", "4/6/1961"], ["MM/dd/yyyy"], false],
  [["04/06/1961", "01/02/1970"], ["dd/MM/yyyy"], true],
  [["15/03/1950", "1961"], ["dd/MM/yyyy", "yyyy"], false],
  [["04/06/1961", "1961"], ["dd/MM/yyyy", "yyyy"], true],
  [["1950-03-15"], ["yyyy-MM-dd"], false],
  [["06 thg 4, 1961", "1950"], ["yyyy", "d 'thg' M, yyyy"], false],
  [["195003150000"], ["yyyyMMddHHmm"], false],
])("%j is written in %j", (texts, formats, undecided) => {
  expect(guessDateFormats(texts)).toEqual({ formats, undecided });
});

it("guesses nothing where no formats read everything", () => {
  for (const texts of [[], ["hôm qua"], ["15/03/1950", "03/15/1950"], ["15/03/1950", "-"], ["31/02/1950"]])
    expect(guessDateFormats(texts)).toBeUndefined();
});

it("reads every value it was given, and says so when day and month could be either", () => {
  const two = (value: number): string => String(value).padStart(2, "0");
  const dates = fc.record({
    year: fc.integer({ min: 1900, max: 2026 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  });
  fc.assert(
    fc.property(fc.array(dates, { minLength: 1, maxLength: 30 }), fc.boolean(), (list, monthFirst) => {
      const texts = list.map(({ year, month, day }) =>
        monthFirst ? `${two(month)}/${two(day)}/${year}` : `${two(day)}/${two(month)}/${year}`,
      );
      const guess = guessDateFormats(texts);
      const truth = monthFirst ? "MM/dd/yyyy" : "dd/MM/yyyy";
      for (const text of texts)
        expect(
          DATE_FORMATS.some((format) => guess?.formats.includes(format) && readDate(text, format).ok),
        ).toBe(true);
      expect(guess?.undecided).toBe(list.every(({ day }) => day <= 12));
      if (guess?.undecided === false) expect(guess.formats).toEqual([truth]);
    }),
  );
});
