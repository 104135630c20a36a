import type { PartialDate } from "../identity/stated-identity.ts";
import { daysInMonth } from "../text/partial-date.ts";

/**
 * Full years of age on a day, as far as they are certain: with only the year or month known, the latest day it may be.
 * Somebody born on 29 February completes a year on 1 March of a common year.
 */
export const certainFullYears = (birthDate: PartialDate, today: Required<PartialDate>): number => {
  const month = birthDate.month ?? 12;
  const day = birthDate.day ?? daysInMonth(birthDate.year, month);
  const had = today.month > month || (today.month === month && today.day >= day);
  return today.year - birthDate.year - (had ? 0 : 1);
};
