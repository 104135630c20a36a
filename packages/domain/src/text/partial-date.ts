import type { PartialDate } from "../identity/stated-identity.ts";
import { type Result, success } from "../result/result.ts";
import type { Language } from "./localized-text.ts";
import { textProblems } from "./text-messages.ts";

/** Formats that a profile or a card may state. A date is read in the stated one or not at all (DESIGN 6). */
export const DATE_FORMATS = [
  "dd/MM/yyyy",
  "MM/dd/yyyy",
  "yyyy-MM-dd",
  "yyyy",
  "MM/yyyy",
  "yyyyMMddHHmm",
  "ddMMyyyy",
  "d 'thg' M, yyyy",
] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

const PATTERNS: Readonly<Record<DateFormat, RegExp>> = {
  "dd/MM/yyyy": /^(?<d>\d{1,2})([/.-])(?<m>\d{1,2})\2(?<y>\d{4})$/,
  "MM/dd/yyyy": /^(?<m>\d{1,2})([/.-])(?<d>\d{1,2})\2(?<y>\d{4})$/,
  "yyyy-MM-dd": /^(?<y>\d{4})([/.-])(?<m>\d{1,2})\2(?<d>\d{1,2})$/,
  yyyy: /^(?<y>\d{4})$/,
  "MM/yyyy": /^(?<m>\d{1,2})[/.-](?<y>\d{4})$/,
  yyyyMMddHHmm: /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})([01]\d|2[0-3])[0-5]\d$/,
  ddMMyyyy: /^(?<d>\d{2})(?<m>\d{2})(?<y>\d{4})$/,
  "d 'thg' M, yyyy": /^(?<d>\d{1,2}) ?(?:thg|tháng) ?(?<m>\d{1,2}) ?,? ?(?<y>\d{4})$/,
};

export const isDateFormat = (format: string): format is DateFormat =>
  DATE_FORMATS.some((known) => known === format);

/** Days of a month of the proleptic Gregorian calendar; 0 for a month that is none. */
export const daysInMonth = (year: number, month: number): number => {
  if (!Number.isInteger(month) || month < 1 || month > 12) return 0;
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** Most dates: nothing to tidy. */
const TIDY = /^[0-9/.-]*$/;

const tidied = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/gu, " ")
    .replace(/ ?([/.-]) ?/g, "$1")
    .trim()
    .toLowerCase();

const inRange = (year: number): boolean => year >= 1800 && year <= 2399;

/**
 * Reads a date in exactly the stated format: padding, separator and spaces are lenient, the calendar is not.
 * Never tries another format, even where the text would only fit that one.
 * In `yyyyMMddHHmm` (the insurance XML) month and day 00 mean that only the year is known.
 */
export const readDate = (text: string, format: DateFormat): Result<PartialDate> => {
  if (!isDateFormat(format)) return textProblems.refuse("date-format-unknown");
  const tidy = TIDY.test(text) ? text : tidied(text);
  if (tidy === "") return textProblems.refuse("date-empty");
  const parts = PATTERNS[format].exec(tidy)?.groups;
  if (!parts) return textProblems.refuse("date-format-mismatch");
  const year = Number(parts.y);
  if (!inRange(year)) return textProblems.refuse("date-not-real");
  if (parts.m === undefined) return success({ year });
  const month = Number(parts.m);
  const day = parts.d === undefined ? undefined : Number(parts.d);
  if (format === "yyyyMMddHHmm" && month === 0 && day === 0) return success({ year });
  if (daysInMonth(year, month) === 0) return textProblems.refuse("date-not-real");
  if (day === undefined) return success({ year, month });
  if (day < 1 || day > daysInMonth(year, month)) return textProblems.refuse("date-not-real");
  return success({ year, month, day });
};

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

/** For people: dd/MM/yyyy, MM/yyyy or yyyy. English says yyyy-MM-dd, whose order cannot be misread. */
export const formatDate = (date: PartialDate, language: Language): string => {
  const parts = [pad(date.year, 4)];
  if (date.month !== undefined) parts.push(pad(date.month, 2));
  if (date.month !== undefined && date.day !== undefined) parts.push(pad(date.day, 2));
  return language === "vi" ? parts.reverse().join("/") : parts.join("-");
};

/** FHIR date: yyyy-MM-dd, yyyy-MM or yyyy. */
export const isoDate = (date: PartialDate): string => formatDate(date, "en");

/** Reads a FHIR date of any precision. */
export const readIsoDate = (text: string): Result<PartialDate> => {
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  if (month) return readDate(`${month[2]}/${month[1]}`, "MM/yyyy");
  return readDate(text, /^\d{4}$/.test(text) ? "yyyy" : "yyyy-MM-dd");
};

/** Whether the day is known, not only month or year. */
export const isFullDate = (date: PartialDate): date is Required<PartialDate> =>
  date.month !== undefined && date.day !== undefined;

const maybeYearOnly = (date: PartialDate): boolean => date.month === 1 && date.day === 1;

/**
 * `same`: the same precision and values. `compatible`: they may be the same day; 1 January is often written where
 * only the year is known (DOMAIN 8). `different`: they cannot be.
 */
export const comparePartialDates = (
  one: PartialDate,
  other: PartialDate,
): "same" | "compatible" | "different" => {
  if (one.year !== other.year) return "different";
  if (one.month === other.month && one.day === other.day) return "same";
  if (maybeYearOnly(one) || maybeYearOnly(other)) return "compatible";
  if (one.month === undefined || other.month === undefined) return "compatible";
  if (one.month !== other.month) return "different";
  return one.day === undefined || other.day === undefined ? "compatible" : "different";
};
