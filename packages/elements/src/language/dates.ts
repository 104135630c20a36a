import type { Language } from "@cadre-care/domain";

const LOCALES: Readonly<Record<Language, string>> = { vi: "vi-VN", en: "en-GB" };

/** Dates and times in one language. Dates are dd/MM/yyyy in both, so that nobody reads a month for a day. */
export class Dates {
  static readonly #made = new Map<Language, Dates>();
  readonly #time: Intl.DateTimeFormat;
  readonly #date: Intl.DateTimeFormat;

  private constructor(language: Language) {
    const locale = LOCALES[language];
    this.#time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    this.#date = new Intl.DateTimeFormat(locale, { day: "2-digit", month: "2-digit", year: "numeric" });
  }

  static in(language: Language): Dates {
    const dates = Dates.#made.get(language) ?? new Dates(language);
    Dates.#made.set(language, dates);
    return dates;
  }

  /** A FHIR date: yyyy, yyyy-MM or yyyy-MM-dd. Anything else is given back as it is. */
  date(value: string): string {
    const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(value);
    return parts === null
      ? value
      : [parts[3], parts[2], parts[1]].filter((part) => part !== undefined).join("/");
  }

  /** The day of an instant, in this machine's time zone. */
  day(instant: string): string {
    return this.#date.format(new Date(instant));
  }

  /** The time of day of an instant, 24 hours. */
  time(instant: string): string {
    return this.#time.format(new Date(instant));
  }

  /** Time, and the day too unless it is the day of `now`. */
  moment(instant: string, now: number): string {
    const day = this.day(instant);
    return day === this.#date.format(now) ? this.time(instant) : `${this.time(instant)} ${day}`;
  }
}
