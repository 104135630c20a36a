/** Dates and times in Vietnamese and English: dd/MM/yyyy in both, so that nobody reads a month for a day. */
export class Dates {
  static #ours: Dates | undefined;
  readonly #time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  readonly #date = new Intl.DateTimeFormat("en-GB", { day: "2-digit", month: "2-digit", year: "numeric" });

  private constructor() {}

  static get ours(): Dates {
    Dates.#ours ??= new Dates();
    return Dates.#ours;
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
