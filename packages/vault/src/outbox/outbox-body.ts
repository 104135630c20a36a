import type { TransactionBundle } from "@cadre-care/fhir";
import { z } from "zod";
import { KINDS } from "./queued-record.ts";

const entrySchema = z.object({
  fullUrl: z.string().optional(),
  resource: z.looseObject({ resourceType: z.string() }),
  request: z.object({ method: z.literal("POST"), url: z.string(), ifNoneExist: z.string().min(1) }),
});

/**
 * What an entry sends, frozen when it was accepted: the creations as they go out, apart from `urn:uuid:…` of what had no
 * id at the board yet. `amend` is a change of the visit's status, worked out against the version that the board holds
 * when it is sent; `change` is a resource as a person left it, against the version that the person saw.
 */
export const outboxBodySchema = z.object({
  kind: z.enum(KINDS),
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
  change: z
    .object({
      resource: z.looseObject({ resourceType: z.string(), id: z.string() }),
      /** Version of the resource that was changed. */
      version: z.string(),
    })
    .optional(),
  /** What a hand-over stands for: it is not needed where that had arrived after all. */
  instead: z.object({ type: z.string(), entry: z.string() }).optional(),
  /** UUIDs of site links that are taken back, each in the version that the board holds when this is sent. */
  withdraws: z.array(z.string()).optional(),
  /** Entries that this one refers to by `urn:uuid:<entry>`, and what each creates. */
  needs: z.array(z.object({ entry: z.string(), type: z.string() })).optional(),
});

export type OutboxBody = Omit<z.infer<typeof outboxBodySchema>, "bundle"> & {
  readonly bundle: TransactionBundle;
};

/** The version of bodies that this software writes. It reads those before. */
export const BODY_VERSION = 2;

/** SHA-256 of a text, hexadecimal. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
