import { argon2id } from "hash-wasm";
import type { SlotRecord } from "../storage/schema.ts";
import { createSealer } from "./aes-sealer.ts";
import { randomBytes } from "./base64url.ts";
import { type FirstSlotKeys, firstSlotSchema, type UserKeys, userKeysSchema } from "./open-keys.ts";
import { SealBrokenError } from "./seal-broken-error.ts";

/** About 0.3 s on an office machine (RFC 9106 section 4, second choice). Stored in each slot, so that a later version may raise it. */
export const KDF_DEFAULTS = {
  name: "argon2id",
  memoryKiB: 65_536,
  iterations: 3,
  parallelism: 1,
} as const;

const SALT_BYTES = 16;
const WRAPPED_BYTES = 1024;

const context = (id: string): string => `slot/${id}`;

/** Secrets are compared as people see them: NFC, so that two keyboards type the same one. */
const wrappingSealer = async (secret: string, kdf: SlotRecord["kdf"]) => {
  const hash = await argon2id({
    password: secret.normalize("NFC"),
    salt: kdf.salt,
    memorySize: kdf.memoryKiB,
    iterations: kdf.iterations,
    parallelism: kdf.parallelism,
    hashLength: 32,
    outputType: "binary",
  });
  const key = await crypto.subtle.importKey("raw", new Uint8Array(hash), "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ]);
  return createSealer(key, WRAPPED_BYTES);
};

/** Wraps a user's keys under their secret. Nothing in the record says who the user is. */
export const createSlot = async (
  id: string,
  secret: string,
  keys: UserKeys,
  ordinal = 1,
): Promise<SlotRecord> => {
  const kdf = { ...KDF_DEFAULTS, salt: randomBytes(SALT_BYTES) };
  const sealer = await wrappingSealer(secret, kdf);
  return {
    id,
    kdf,
    wrapped: await sealer.seal(keys, context(id)),
    failures: 0,
    retryAt: 0,
    ordinal,
    signedIn: true,
  };
};

/** `user`: this version. `first`: a slot of the first version, to be made again. */
export type SlotContent =
  | { readonly version: "user"; readonly keys: UserKeys }
  | { readonly version: "first"; readonly keys: FirstSlotKeys };

/** What a slot holds, or null when the secret is wrong. */
export const openSlot = async (slot: SlotRecord, secret: string): Promise<SlotContent | null> => {
  const sealer = await wrappingSealer(secret, slot.kdf);
  try {
    const content = await sealer.open(slot.wrapped, context(slot.id));
    const user = userKeysSchema.safeParse(content);
    if (user.success) return { version: "user", keys: user.data };
    return { version: "first", keys: firstSlotSchema.parse(content) };
  } catch (cause) {
    if (cause instanceof SealBrokenError) return null;
    throw cause;
  }
};
