import type { OpenSession } from "./open-session.ts";

/** The last sign of a user is written down this often at most: it costs a write, and a minute is no matter. */
export const NOTE_EVERY_MS = 30_000;

/**
 * When the session locks by itself: so long after the last sign of a user. While the operating system says that the
 * machine is in use, never. A last sign in the future (the clock was set back) counts as now.
 */
export const idleLockAt = (
  open: Pick<OpenSession, "activeAt" | "machine">,
  idleMinutes: number,
  now: number,
): number | null => (open.machine === "active" ? null : Math.min(open.activeAt, now) + idleMinutes * 60_000);
