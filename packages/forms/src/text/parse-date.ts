import { daysInMonth, type Result, success } from "@cadre-care/domain/page";
import { refuse } from "../messages/form-messages.ts";
import { compactText } from "./compact-text.ts";

/** As people here type a date, padded or not, with `/`, `.` or `-`; and as FHIR writes it. */
const FORMS = [
  /^(?<d>\d{1,2})([/.-])(?<m>\d{1,2})\2(?<y>\d{4})$/,
  /^(?<d>\d\d)(?<m>\d\d)(?<y>\d{4})$/,
  /^(?<m>\d{1,2})[/.-](?<y>\d{4})$/,
  /^(?<y>\d{4})$/,
  /^(?<y>\d{4})([/.-])(?<m>\d{1,2})(?:\2(?<d>\d{1,2}))?$/,
];
const [EARLIEST, LATEST] = [1800, 2399];

/**
 * A day, month or year as people here type it (dd/MM/yyyy, MM/yyyy, yyyy; ddMMyyyy; ISO), as a FHIR date. Not domain's
 * `readDate`: that one reads the one format that a page states, and brings what it says of it into every form.
 */
export const parseDate = (text: string): Result<string> => {
  const tidy = compactText(text)
    .replace(/\p{Cf}/gu, "")
    .split(/([/.-])/)
    .map((part) => part.trim())
    .join("");
  const parts = FORMS.map((form) => form.exec(tidy)?.groups).find((groups) => groups);
  if (!parts) return refuse("not-a-date");
  const [year, month, day] = [Number(parts.y), Number(parts.m ?? 1), Number(parts.d ?? 1)];
  const isReal = year >= EARLIEST && year <= LATEST && day >= 1 && day <= daysInMonth(year, month);
  if (!isReal) return refuse("date-not-in-calendar");
  return success([parts.y, parts.m, parts.d].flatMap((part) => part?.padStart(2, "0") ?? []).join("-"));
};

const HOUR_MINUTE = /^(\d{1,2})(?:[:hg.](\d{1,2}))?(?::(\d{2}))?$/;

/** Hours, minutes and seconds: 8:05, 8h05, 0805, 08:05:30. */
export const parseTime = (text: string): Result<string> => {
  const tidy = compactText(text)
    .toLowerCase()
    .replace(/\s+|giờ|phút/g, (found) => (found === "giờ" ? "h" : ""));
  const clock = /^\d{4}$/.test(tidy) ? `${tidy.slice(0, 2)}:${tidy.slice(2)}` : tidy.replace(/h$/, ":00");
  const parts = HOUR_MINUTE.exec(clock);
  if (!parts || (parts[2] === undefined && parts[3] === undefined)) return refuse("not-a-time");
  const [hour, minute, second] = [Number(parts[1]), Number(parts[2] ?? 0), Number(parts[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return refuse("not-a-time");
  return success([hour, minute, second].map((part) => String(part).padStart(2, "0")).join(":"));
};

const offsetOf = (local: string): string => {
  const minutes = -new Date(local).getTimezoneOffset();
  const sign = minutes < 0 ? "-" : "+";
  const size = Math.abs(minutes);
  const two = (part: number): string => String(Math.floor(part)).padStart(2, "0");
  return `${sign}${two(size / 60)}:${two(size % 60)}`;
};

/** A day with or without a time, in this machine's time zone; a partial date is a dateTime too in FHIR. */
export const parseDateTime = (text: string): Result<string> => {
  const [first = "", ...rest] = compactText(text).split(/[T,\s]+/);
  const isTimeFirst = rest.length > 0 && /[:hg]/.test(first);
  const dateText = isTimeFirst ? (rest.at(-1) ?? "") : first;
  const timeText = isTimeFirst ? [first, ...rest.slice(0, -1)].join("") : rest.join("");
  const date = parseDate(dateText);
  if (!date.ok) return date.problem.code === "not-a-date" ? refuse("not-a-date-time") : date;
  if (timeText === "") return date;
  const time = parseTime(timeText);
  if (!time.ok || date.value.length !== 10) return refuse("not-a-date-time");
  const local = `${date.value}T${time.value}`;
  return success(`${local}${offsetOf(local)}`);
};
