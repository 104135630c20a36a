/** Height of the in-page banner, CSS pixels; constant whoever the patient is (DESIGN 6). */
export const BANNER_HEIGHT = 56;

/** Lanes of the banner frame: a patient that changes faster than this many readings outruns no older answer. */
export const BANNER_LANES = 8;
