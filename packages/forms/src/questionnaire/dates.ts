import { daysInMonth } from "@cadre-care/domain/page";
import type { Check } from "./shape.ts";

const CLOCK = "(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?";
const TIME = new RegExp(`^${CLOCK}$`);
const DATE_TIME = new RegExp(`^(\\d{4}-\\d\\d-\\d\\d)T${CLOCK}(?:Z|[+-](?:0\\d|1[0-4]):[0-5]\\d)$`);

const isDate = (text: string): boolean => {
  const [found, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  return found !== undefined && day > "00" && Number(day) <= daysInMonth(Number(year), Number(month));
};

const text =
  (fits: (text: string) => boolean): Check =>
  (value) =>
    typeof value === "string" && fits(value) ? undefined : "";

/** `date` of R4: a year, month or day of the calendar. */
export const aDate = text(isDate);
/** `dateTime` of R4: a date, or a date and time with seconds and offset. */
export const aDateTime = text((value) => isDate(DATE_TIME.exec(value)?.[1] ?? value));
/** `time` of R4: with seconds. */
export const aTime = text((value) => TIME.test(value));
