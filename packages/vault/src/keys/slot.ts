import { argon2id } from "hash-wasm";
import type { SlotRecord } from "../storage/schema.ts";
import { createSealer } from "./aes-sealer.ts";
import { randomBytes } from "./base64url.ts";
import { type DeviceKeys, deviceKeysSchema } from "./open-keys.ts";
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

/** Wraps the keys under a user's secret. Nothing in the record says who the user is. */
export const createSlot = async (id: string, secret: string, keys: DeviceKeys): Promise<SlotRecord> => {
  const kdf = { ...KDF_DEFAULTS, salt: randomBytes(SALT_BYTES) };
  const sealer = await wrappingSealer(secret, kdf);
  return { id, kdf, wrapped: await sealer.seal(keys, context(id)), failures: 0, retryAt: 0 };
};

/** The keys of a slot, or null when the secret is wrong. */
export const openSlot = async (slot: SlotRecord, secret: string): Promise<DeviceKeys | null> => {
  const sealer = await wrappingSealer(secret, slot.kdf);
  try {
    return deviceKeysSchema.parse(await sealer.open(slot.wrapped, context(slot.id)));
  } catch (cause) {
    if (cause instanceof SealBrokenError) return null;
    throw cause;
  }
};
