/** Vietnam has one time zone and no summer time: the law of the land, not a setting of a province. */
const OFFSET_MS = 7 * 3_600_000;

/** An instant as the hospital's clock on the wall shows it, with its offset: `2026-11-22T08:15:00.000+07:00`. */
export const hospitalInstant = (at: number): string =>
  new Date(at + OFFSET_MS).toISOString().replace("Z", "+07:00");

/** The hospital's calendar day, yyyy-MM-dd. */
export const hospitalDay = (at: number): string => new Date(at + OFFSET_MS).toISOString().slice(0, 10);
