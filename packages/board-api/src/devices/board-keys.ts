import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";
import { z } from "zod";
import type { Database } from "../database/database.ts";
import type { PublicKeySet } from "../documents/document-keys.ts";

const key = z.object({
  kty: z.string(),
  crv: z.string(),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
  use: z.string(),
  alg: z.string(),
});
const secretsSchema = z.object({ escrow: z.array(key).min(1), commands: z.array(key).min(1) });

/** Private keys of the board for its machines. The first of each list is in use; those behind it still open what is old. */
export type BoardKeys = z.infer<typeof secretsSchema>;

const generate = async (use: "enc" | "sig", algorithm: string) => {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true, crv: "P-256" });
  const jwk = await exportJWK(privateKey);
  return key.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk), use, alg: algorithm });
};

/** Made once for a database. A real board keeps them where its other secrets are (docs/vault-states.md). */
export const boardKeys = async (database: Database): Promise<BoardKeys> => {
  const made: BoardKeys = {
    escrow: [await generate("enc", "ECDH-ES+A256KW")],
    commands: [await generate("sig", "ES256")],
  };
  await database.query(
    "INSERT INTO board_fact (name, value) VALUES ('device-keys', $1::jsonb) ON CONFLICT DO NOTHING",
    [JSON.stringify(made)],
  );
  const [row] = await database.query<{ value: unknown }>(
    "SELECT value FROM board_fact WHERE name = 'device-keys'",
  );
  return secretsSchema.parse(row?.value);
};

const publicHalf = ({ d: _private, ...rest }: BoardKeys["escrow"][number]): JWK => rest;

/**
 * What a hospital's build pins when it is packed: the JWK set of the keys that sign documents, with the machines' keys
 * beside it (RFC 7517 section 5 lets a set have further members).
 */
export const keysToPin = (
  documents: PublicKeySet,
  machines: BoardKeys,
): PublicKeySet & { escrow: JWK | undefined; commands: JWK[] } => ({
  ...documents,
  escrow: machines.escrow.map(publicHalf)[0],
  commands: machines.commands.map(publicHalf),
});
