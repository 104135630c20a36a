const SECOND = 1_000;
/** Wait after the n-th wrong secret in a row, in milliseconds. The first three are slips of the hand. */
const DELAYS = [0, 0, 0, 5, 15, 30, 60, 120, 300, 600].map((seconds) => seconds * SECOND);
const LONGEST = 900 * SECOND;

export const retryDelay = (failures: number): number =>
  failures <= 0 ? 0 : (DELAYS[failures - 1] ?? LONGEST);

/**
 * When the next secret may be tried. A clock that was ahead when the wrong secret came and is right now must not lock
 * somebody out for a year: the wait is never longer than its own length from now.
 */
export const nextTryAt = (slot: { failures: number; retryAt: number }, now: number): number =>
  Math.min(slot.retryAt, now + retryDelay(slot.failures));
