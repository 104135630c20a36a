/**
 * Number of lanes of a marks strip. Marks of generation `g` stand in lane `g % LANES` and every other lane is empty;
 * the host in the page shows one lane by shifting its frame, so marks of an earlier generation never sit on new rows.
 */
export const LANES = 16;

/** The lane (0 to `LANES` - 1) in which marks of this generation stand. */
export const laneOf = (generation: number): number => ((generation % LANES) + LANES) % LANES;
