import type { Language } from "@cadre-care/domain";

const LOCALES: Readonly<Record<Language, string>> = { vi: "vi-VN", en: "en-GB" };
const MINUTE = 60_000;
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["day", 1_440 * MINUTE],
  ["hour", 60 * MINUTE],
  ["minute", MINUTE],
];

/** Dates and times in one language. Dates are dd/MM/yyyy in both, so that nobody reads a month for a day. */
export class Dates {
  static readonly #made = new Map<Language, Dates>();
  readonly #time: Intl.DateTimeFormat;
  readonly #date: Intl.DateTimeFormat;
  readonly #relative: Intl.RelativeTimeFormat;
  readonly #language: Language;

  private constructor(language: Language) {
    const locale = LOCALES[language];
    this.#language = language;
    this.#time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    this.#date = new Intl.DateTimeFormat(locale, { day: "2-digit", month: "2-digit", year: "numeric" });
    this.#relative = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
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

  /** "3 giờ trước", "trong 2 ngày nữa"; under a minute "vừa xong". */
  relative(instant: string, now: number): string {
    const distance = Date.parse(instant) - now;
    for (const [unit, size] of UNITS) {
      if (Math.abs(distance) >= size) return this.#relative.format(Math.trunc(distance / size), unit);
    }
    return this.#language === "vi" ? "vừa xong" : "just now";
  }

  /** A length of time: "3 giờ 20 phút". Rounded down to minutes. */
  duration(milliseconds: number): string {
    const minutes = Math.floor(Math.abs(milliseconds) / MINUTE);
    const days = Math.floor(minutes / 1_440);
    const hours = Math.floor(minutes / 60) % 24;
    const words = this.#language === "vi" ? ["ngày", "giờ", "phút"] : ["d", "h", "min"];
    const pieces = [days, hours, days > 0 ? 0 : minutes % 60]
      .map((amount, index) => (amount > 0 ? `${amount} ${words[index]}` : ""))
      .filter((piece) => piece !== "");
    return pieces.length > 0 ? pieces.join(" ") : `0 ${words[2]}`;
  }
}
