import { z } from "zod";
import { deviceKeysSchema, userKeysSchema } from "../keys/open-keys.ts";

export const ROLES = ["receptionist", "doctor", "board-officer", "it"] as const;

/** A member of staff as the board's ID token names them. `reference` is the `fhirUser` claim, such as `Practitioner/17`. */
export const staffSchema = z.object({
  issuer: z.string(),
  subject: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  reference: z.string(),
});
export type Staff = z.infer<typeof staffSchema>;

/** Who signed in, until the keys are open that their sign-in is sealed under. */
export const pendingSignInSchema = z.object({ staff: staffSchema, refreshToken: z.string().optional() });
export type PendingSignIn = z.infer<typeof pendingSignInSchema>;

/**
 * What lives in memory between two wake-ups of the background, and ends with the browser. Locking takes the directory's
 * keys and `drafts` out; the outbox's stay, so that delivery goes on (DESIGN 5).
 */
export const openSessionSchema = z.object({
  version: z.literal(2),
  slot: z.string().optional(),
  device: deviceKeysSchema.partial({ directory: true }).optional(),
  drafts: userKeysSchema.shape.drafts.optional(),
  pending: pendingSignInSchema.optional(),
  /** The board let this user in: what it unwrapped of their own keys, until they choose a secret. */
  recovered: z.object({ user: userKeysSchema.optional() }).optional(),
  /** Epoch milliseconds of the last sign of a user. */
  activeAt: z.number(),
  machine: z.enum(["unknown", "active", "idle"]),
});
export type OpenSession = z.infer<typeof openSessionSchema>;

export const CLOSED: OpenSession = { version: 2, activeAt: 0, machine: "unknown" };

/** Anything else than what was written counts as locked. */
export const readOpenSession = (value: unknown): OpenSession => {
  const parsed = openSessionSchema.safeParse(value);
  return parsed.success ? parsed.data : CLOSED;
};
