import { type Result, success } from "../result/result.ts";
import { readIsoDate } from "../text/partial-date.ts";
import { referralProblems } from "./referral-messages.ts";

/** Working days for which a referral holds after it was signed (TT 01/2025/TT-BYT Đ12; DOMAIN 4.1). */
export const REFERRAL_WORKING_DAYS = 10;

const DAY_MS = 86_400_000;
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const isWorkingDay = (time: number, holidays: ReadonlySet<string>): boolean => {
  const weekday = new Date(time).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(dayOf(time));
};

/** The day of signing is not counted (Bộ luật Dân sự 2015, Đ147): the first day is the next working day. */
const afterWorkingDays = (start: number, days: number, holidays: ReadonlySet<string>): string => {
  let time = start;
  for (let left = days; left > 0; ) {
    time += DAY_MS;
    if (isWorkingDay(time, holidays)) left -= 1;
  }
  return dayOf(time);
};

/** The same day of the next year; of 29 February, the last day of February (Bộ luật Dân sự 2015, Đ148). */
const afterOneYear = (day: string): string => {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return next.endsWith("-02-29") ? `${next.slice(0, 8)}28` : next;
};

/**
 * Last day (yyyy-MM-dd) on which a referral signed on that day holds: ten working days, or one year for the diseases of
 * annex III. `holidays`: days off (yyyy-MM-dd), which the board's policy lists, since they differ from year to year.
 * Problem `referral-date-unreadable`.
 */
export const referralValidTo = (
  signedOn: string,
  terms: { readonly oneYear: boolean; readonly holidays?: readonly string[] | undefined },
): Result<string> => {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(signedOn) && readIsoDate(signedOn).ok;
  if (!isDay) return referralProblems.refuse("referral-date-unreadable");
  if (terms.oneYear) return success(afterOneYear(signedOn));
  const start = Date.parse(`${signedOn}T00:00:00Z`);
  return success(afterWorkingDays(start, REFERRAL_WORKING_DAYS, new Set(terms.holidays)));
};
