import type { TransactionBundle } from "@cadre-care/fhir";
import { z } from "zod";

const entrySchema = z.object({
  fullUrl: z.string().optional(),
  resource: z.looseObject({ resourceType: z.string() }),
  request: z.object({ method: z.literal("POST"), url: z.string(), ifNoneExist: z.string().min(1) }),
});

/**
 * What an entry sends, frozen when it was accepted: the creations as they go out, apart from `urn:uuid:<visit>` of a
 * visit that had no id at the board yet. `amend` is a change of the visit's status, worked out against the version that
 * the board holds when it is sent.
 */
export const outboxBodySchema = z.object({
  kind: z.enum(["check-in", "check-in-undo", "visit-step", "audit"]),
  personId: z.string().optional(),
  /** Id of the visit on this machine. */
  visit: z.string().optional(),
  /** Business key of the visit; a check-in that meets another desk's finds that one by it. */
  visitKey: z.string().optional(),
  bundle: z.object({
    resourceType: z.literal("Bundle"),
    type: z.literal("transaction"),
    entry: z.array(entrySchema).min(1),
  }),
  amend: z.object({ status: z.enum(["in-progress", "finished", "cancelled"]), at: z.string() }).optional(),
});

export type OutboxBody = Omit<z.infer<typeof outboxBodySchema>, "bundle"> & {
  readonly bundle: TransactionBundle;
};

/** SHA-256 of a text, hexadecimal. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
