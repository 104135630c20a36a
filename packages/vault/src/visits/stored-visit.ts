import type { Visit } from "@cadre-care/domain";
import { z } from "zod";

const visitSchema: z.ZodType<Visit> = z.object({
  id: z.string(),
  personId: z.string(),
  site: z.string(),
  day: z.string(),
  status: z.enum(["arrived", "in-progress", "finished", "cancelled"]),
  process: z.string(),
  checkedInAt: z.string(),
  checkedInBy: z.string(),
  steps: z.array(
    z
      .object({ step: z.string(), at: z.string(), by: z.string(), room: z.string().optional() })
      .transform(({ room, ...rest }) => (room === undefined ? rest : { ...rest, room })),
  ),
});

/** A visit as it is kept here. */
export const storedVisitSchema = z.object({
  visit: visitSchema,
  /** Entries of the outbox that the board does not have yet, oldest first. */
  pending: z.array(z.string()),
  /** Logical id of the Encounter, once the board has one. */
  serverId: z.string().optional(),
  /** The Encounter was opened by another desk, and this desk's check-in joined it. */
  joined: z.boolean().optional(),
});

export interface StoredVisit {
  readonly visit: Visit;
  readonly pending: readonly string[];
  readonly serverId?: string | undefined;
  readonly joined?: boolean | undefined;
}
