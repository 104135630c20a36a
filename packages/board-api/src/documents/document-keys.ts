import { type BoardKey, type BoardSigningKey, boardSigningKeySchema, publicHalf } from "@cadre-care/fhir";
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import { z } from "zod";
import type { Queryable } from "../database/database.ts";

const FACT = "document-keys";

const documentKeysSchema = z.object({
  keys: z.array(boardSigningKeySchema).min(1),
  /** `kid` of the key that signs; the others are kept for builds that are being rolled out. */
  signing: z.string(),
});

/** The keys with which this board signs policy and site profiles, kept in its database. */
export type DocumentKeys = z.infer<typeof documentKeysSchema>;

const newKey = async (): Promise<BoardSigningKey> => {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const key = await exportJWK(privateKey);
  return boardSigningKeySchema.parse({
    ...key,
    kid: await calculateJwkThumbprint(key),
    alg: "ES256",
    use: "sig",
  });
};

const write = async (database: Queryable, keys: DocumentKeys): Promise<void> => {
  await database.query("UPDATE board_fact SET value = $2::jsonb WHERE name = $1", [
    FACT,
    JSON.stringify(keys),
  ]);
};

/** Made at the first call for a database. */
export const documentKeys = async (database: Queryable): Promise<DocumentKeys> => {
  const read = () =>
    database.query<{ value: unknown }>("SELECT value FROM board_fact WHERE name = $1", [FACT]);
  const [there] = await read();
  if (there) return documentKeysSchema.parse(there.value);
  const key = await newKey();
  await database.query("INSERT INTO board_fact (name, value) VALUES ($1, $2::jsonb) ON CONFLICT DO NOTHING", [
    FACT,
    JSON.stringify({ keys: [key], signing: key.kid }),
  ]);
  const [made] = await read();
  return documentKeysSchema.parse(made?.value);
};

/** Makes a key that builds can be packed with, before it signs anything. */
export const addDocumentKey = async (database: Queryable): Promise<DocumentKeys> => {
  const before = await documentKeys(database);
  const after = { ...before, keys: [...before.keys, await newKey()] };
  await write(database, after);
  return after;
};

/** From the next start on, the board signs with this key. Undefined when it has no such key. */
export const signWithDocumentKey = async (
  database: Queryable,
  kid: string,
): Promise<DocumentKeys | undefined> => {
  const before = await documentKeys(database);
  if (!before.keys.some((key) => key.kid === kid)) return undefined;
  const after = { ...before, signing: kid };
  await write(database, after);
  return after;
};

/** A JWK set (RFC 7517) without a private key. */
export interface PublicKeySet {
  readonly keys: readonly BoardKey[];
}

/** The key in use first. */
export const publicKeySet = ({ keys, signing }: DocumentKeys): PublicKeySet => ({
  keys: keys
    .toSorted((one, other) => Number(other.kid === signing) - Number(one.kid === signing))
    .map(publicHalf),
});
