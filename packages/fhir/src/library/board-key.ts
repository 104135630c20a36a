import { z } from "zod";

/** ES256 is in every browser that we support; one algorithm leaves nothing to be confused. */
export const SIGNATURE_ALGORITHM = "ES256";

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const publicMembers = {
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: coordinate,
  y: coordinate,
  /** RFC 7638 thumbprint, for the reference board; any name that is unique, for others. */
  kid: z.string().min(1).max(128),
  alg: z.literal(SIGNATURE_ALGORITHM),
  use: z.literal("sig").default("sig"),
};

/** The public half of a key with which a board signs its documents: a JWK. A private one does not fit. */
export const boardKeySchema = z.strictObject(publicMembers);
export type BoardKey = z.infer<typeof boardKeySchema>;

export const boardSigningKeySchema = z.strictObject({ ...publicMembers, d: coordinate });
export type BoardSigningKey = z.infer<typeof boardSigningKeySchema>;

/** A JWK set (RFC 7517): several keys while one takes another's place. */
export const boardKeySetSchema = z.object({
  keys: z
    .array(boardKeySchema)
    .min(1)
    .refine((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length, "kid"),
});

/** The public half of a signing key. */
export const publicHalf = ({ d: _private, ...key }: BoardSigningKey): BoardKey => key;
