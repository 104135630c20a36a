import { errors, importJWK, type JWK, jwtVerify } from "jose";
import { z } from "zod";
import type { Queryable } from "../database/database.ts";
import { BoardError } from "../outcome/outcome.ts";

/** A proof is made for one request, now. */
const LONGEST_SECONDS = 120;

/** ECDSA P-256, public half only. */
export const devicePublicKeySchema = z.strictObject({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  y: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});

const claims = z.object({ jti: z.string().uuid(), exp: z.number() });

/**
 * Checks that a request comes from the machine that holds this key: a JWT by it, made for `audience`, used once.
 * @throws BoardError `device-unproven`
 */
export const checkDeviceProof = async (
  database: Queryable,
  proof: string,
  expected: { readonly device: string; readonly publicKey: unknown; readonly audience: string },
): Promise<void> => {
  const key = devicePublicKeySchema.parse(expected.publicKey) satisfies JWK;
  try {
    const { payload } = await jwtVerify(proof, await importJWK(key, "ES256"), {
      algorithms: ["ES256"],
      issuer: expected.device,
      audience: expected.audience,
      clockTolerance: 30,
      maxTokenAge: LONGEST_SECONDS,
      requiredClaims: ["jti", "exp", "iat"],
    });
    const { jti } = claims.parse(payload);
    await database.query("DELETE FROM device_proof WHERE expires_at < now()");
    const first = await database.query(
      `INSERT INTO device_proof (id, expires_at) VALUES ($1, now() + interval '10 minutes')
       ON CONFLICT DO NOTHING RETURNING id`,
      [jti],
    );
    if (first.length === 0) throw new BoardError("device-unproven");
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError)
      throw new BoardError("device-unproven");
    throw error;
  }
};
