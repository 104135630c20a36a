import type { PasskeyOutput } from "@cadre-care/domain";
import type { PasskeySlot } from "../storage/schema.ts";
import { createSealer } from "./aes-sealer.ts";
import { fromBase64url } from "./base64url.ts";
import { type UserKeys, userKeysSchema } from "./open-keys.ts";
import { SealBrokenError } from "./seal-broken-error.ts";

const WRAPPED_BYTES = 1024;
const context = (slot: string): string => `slot/${slot}/passkey`;

/** The output has 256 bits of its own, so HKDF is enough: nothing is to be tried out. */
const sealerOf = async (slot: string, output: string) => {
  const material = await crypto.subtle.importKey("raw", fromBase64url(output), "HKDF", false, ["deriveKey"]);
  const info = new TextEncoder().encode(context(slot));
  const key = await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
  return createSealer(key, WRAPPED_BYTES);
};

export const wrapForPasskey = async (
  slot: string,
  { credential, salt, output }: PasskeyOutput,
  keys: UserKeys,
): Promise<PasskeySlot> => ({
  credential,
  salt,
  wrapped: await (await sealerOf(slot, output)).seal(keys, context(slot)),
});

/** The user's keys, or null when another authenticator answered. */
export const openPasskey = async (
  slot: string,
  passkey: PasskeySlot,
  output: string,
): Promise<UserKeys | null> => {
  try {
    return userKeysSchema.parse(await (await sealerOf(slot, output)).open(passkey.wrapped, context(slot)));
  } catch (cause) {
    if (cause instanceof SealBrokenError) return null;
    throw cause;
  }
};
