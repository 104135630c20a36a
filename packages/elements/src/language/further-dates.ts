import type { Dates } from "./dates.ts";

const DAY: Intl.DateTimeFormatOptions = { day: "2-digit", month: "2-digit", year: "numeric" };

const orderOf = (locale: string): readonly string[] =>
  new Intl.DateTimeFormat(locale, DAY).formatToParts(0).map(({ type }) => type);

/** Whether a language writes the day before the month, and the month before the year. */
export const isDayFirst = (locale: string): boolean => {
  const order = orderOf(locale);
  return order.indexOf("day") < order.indexOf("month") && order.indexOf("month") < order.indexOf("year");
};

/** Sweden's dates are yyyy-MM-dd. */
const ISO = "sv-SE";

/** Dates and times as a further language writes them; yyyy-MM-dd where its month would come first. */
export class FurtherDates implements Pick<Dates, keyof Dates> {
  readonly #locale: string;
  readonly #time: Intl.DateTimeFormat;
  readonly #day: Intl.DateTimeFormat;

  /** `locale`: with Latin digits and the Gregorian calendar. */
  constructor(locale: string) {
    const order = orderOf(locale);
    const monthFirst =
      order.indexOf("month") < order.indexOf("day") && order.indexOf("day") < order.indexOf("year");
    this.#locale = monthFirst ? ISO : locale;
    this.#time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    this.#day = new Intl.DateTimeFormat(this.#locale, DAY);
  }

  date(value: string): string {
    const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(value) ?? [];
    if (year === undefined) return value;
    if (month === undefined) return year;
    const date = new Date(Number(year), Number(month) - 1, Number(day ?? 1));
    if (day !== undefined) return this.#day.format(date);
    return new Intl.DateTimeFormat(this.#locale, { month: "2-digit", year: "numeric" }).format(date);
  }

  day(instant: string): string {
    return this.#day.format(new Date(instant));
  }

  time(instant: string): string {
    return this.#time.format(new Date(instant));
  }

  moment(instant: string, now: number): string {
    const day = this.day(instant);
    return day === this.#day.format(now) ? this.time(instant) : `${this.time(instant)} ${day}`;
  }
}
