const DAY = 86_400_000;

/** yyyy-MM-dd, some days before or after another. Pure calendar arithmetic, no time zone. */
export const dayPlus = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

export const yearOf = (day: string): number => Number.parseInt(day.slice(0, 4), 10);

/** Number of days in a month, 1 to 12. */
export const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();
