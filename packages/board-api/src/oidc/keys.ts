import { randomBytes } from "node:crypto";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { z } from "zod";
import type { Database } from "../database/database.ts";

const privateKey = z.object({
  kty: z.string(),
  crv: z.string(),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
  use: z.string(),
  alg: z.string(),
});

const secretsSchema = z.object({
  jwks: z.object({ keys: z.array(privateKey).min(1) }),
  cookieKeys: z.array(z.string().min(32)).min(1),
});

export interface SigningSecrets {
  readonly jwks: { readonly keys: JWK[] };
  readonly cookieKeys: string[];
}

const generate = async (): Promise<SigningSecrets> => {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const key = {
    ...(await exportJWK(privateKey)),
    kid: randomBytes(8).toString("hex"),
    use: "sig",
    alg: "ES256",
  };
  return { jwks: { keys: [key] }, cookieKeys: [randomBytes(32).toString("base64url")] };
};

/** Keys of the reference issuer, made once for a database, so that sign-ins outlive a restart. */
export const signingSecrets = async (database: Database): Promise<SigningSecrets> => {
  await database.query(
    "INSERT INTO board_fact (name, value) VALUES ('signing-secrets', $1::jsonb) ON CONFLICT DO NOTHING",
    [JSON.stringify(await generate())],
  );
  const [row] = await database.query<{ value: unknown }>(
    "SELECT value FROM board_fact WHERE name = 'signing-secrets'",
  );
  return secretsSchema.parse(row?.value);
};

/** The public half, for checking access tokens in this process. */
export const publicKeys = (secrets: SigningSecrets): { keys: JWK[] } => ({
  keys: secrets.jwks.keys.map(({ d: _private, ...rest }) => rest),
});
