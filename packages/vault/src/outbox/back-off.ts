/** First ceiling; doubles with every attempt. */
const BASE_MS = 2_000;
const CEILING_MS = 600_000;
/** Nothing waits longer than this, whatever a server or a clock says. */
export const LONGEST_WAIT_MS = 3_600_000;
/** A time that is further away than this was set under another clock. */
export const LONGEST_DELAY_MS = LONGEST_WAIT_MS + CEILING_MS;

/**
 * Milliseconds until the next attempt: uniform between 0 and a ceiling that doubles ("full jitter"), so that 500
 * machines do not come back at the same moment; never less than the server asked for. `random` is uniform in [0, 1).
 */
export function backOff(attempts: number, random: () => number, retryAfterMs = 0): number {
  const ceiling = Math.min(CEILING_MS, BASE_MS * 2 ** Math.min(attempts, 30));
  return Math.min(LONGEST_WAIT_MS, Math.max(retryAfterMs, 0) + random() * ceiling);
}

/** Whether a time has come. One further away than anything may wait was set under another clock, and counts as come. */
export const isDue = (at: number, now: number): boolean => at <= now || at - now > LONGEST_DELAY_MS;
