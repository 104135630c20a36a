import { isFullDate, readDate } from "@cadre-care/domain/page";
import { Dates } from "../language/dates.ts";

/** An instant as two fields hold it, in this machine's time zone: dd/MM/yyyy and HH:mm, in both languages. */
export interface MomentText {
  readonly day: string;
  readonly time: string;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

export const isInstant = (value: string): boolean => INSTANT.test(value) && !Number.isNaN(Date.parse(value));

export const momentText = (instant: string): MomentText => {
  if (!isInstant(instant)) return { day: "", time: "" };
  const dates = Dates.ours;
  return { day: dates.day(instant), time: dates.time(instant) };
};

/** The instant (ISO) that two fields mean; undefined when they mean none. Never reads a month for a day. */
export const readMoment = ({ day, time }: MomentText): string | undefined => {
  const date = readDate(day, "dd/MM/yyyy");
  const clock = /^([01]?\d|2[0-3])[:h]([0-5]\d)$/.exec(time.trim());
  if (!date.ok || !isFullDate(date.value) || clock === null) return undefined;
  const { year, month, day: dayOfMonth } = date.value;
  return new Date(year, month - 1, dayOfMonth, Number(clock[1]), Number(clock[2])).toISOString();
};
