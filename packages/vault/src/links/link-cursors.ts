import { z } from "zod";

/** How far the board's links of one hospital were read. Times are the board's own. */
const cursorSchema = z.object({
  /** When the last complete reading began. */
  readAt: z.string().optional(),
  /** When everything was last read from the beginning. */
  wholeAt: z.string().optional(),
});
export type LinkCursor = z.infer<typeof cursorSchema>;

const cursorsSchema = z.record(z.string(), cursorSchema);

/** By site. What cannot be read means reading everything again. */
export const readLinkCursors = (value: unknown): Readonly<Record<string, LinkCursor>> =>
  cursorsSchema.safeParse(value).data ?? {};

/** Whether the board has answered about links at all, of whatever hospital: it keeps them. */
export const keepsLinks = (value: unknown): boolean =>
  Object.values(readLinkCursors(value)).some(({ readAt }) => readAt !== undefined);
