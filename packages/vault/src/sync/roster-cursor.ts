import { z } from "zod";

const instant = z.string().min(1);

/** How far one of the three streams has been read. Times are the board's own. */
const streamSchema = z.object({
  /** When the last complete reading began; what changed after it, less an overlap, is still to be asked for. */
  readAt: instant.optional(),
  /** A reading that is under way: its next page, and when its first page was made. */
  reading: z.object({ next: z.string(), startedAt: instant }).optional(),
});

/** Kept beside the pages that it belongs to, in their transactions. Holds times and page addresses, nothing about people. */
export const rosterCursorSchema = z.object({
  flag: streamSchema,
  patient: streamSchema,
  episode: streamSchema,
  /** When all ids and versions were last compared, and under which policy. */
  reconciledAt: instant.optional(),
  policyVersion: z.string().optional(),
  /** When the last synchronisation that came to its end began. */
  completedAt: instant.optional(),
  /** Resources that could not be read since the last comparison. */
  unreadable: z.number().int().nonnegative(),
});

export type RosterCursor = z.infer<typeof rosterCursorSchema>;
export type RosterStream = "flag" | "patient" | "episode";

const fresh: RosterCursor = { flag: {}, patient: {}, episode: {}, unreadable: 0 };

/** What the store kept; a cursor that cannot be read means reading everything again, which is slower and never wrong. */
export function readCursor(value: unknown): RosterCursor {
  const read = rosterCursorSchema.safeParse(value);
  return read.success ? read.data : fresh;
}

/** Servers commit out of order and their clocks stand apart: that much is read twice, and told apart by version. */
const OVERLAP_MS = 5 * 60_000;

export const lessOverlap = (at: string): string => new Date(Date.parse(at) - OVERLAP_MS).toISOString();
