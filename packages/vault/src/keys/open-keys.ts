import { z } from "zod";
import { fromBase64url, randomBytes, toBase64url } from "./base64url.ts";

const KEY_BYTES = 32;
const rawKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const pair = z.strictObject({ seal: rawKey, blind: rawKey });

/** The keys of one user on one machine, raw, as a slot wraps them. Directory and outbox keys are the device's, drafts the user's. */
export const deviceKeysSchema = z.strictObject({ directory: pair, outbox: pair, drafts: rawKey });
export type DeviceKeys = z.infer<typeof deviceKeysSchema>;

const rawRandomKey = (): string => toBase64url(randomBytes(KEY_BYTES));

export const mintDeviceKeys = (): DeviceKeys => ({
  directory: { seal: rawRandomKey(), blind: rawRandomKey() },
  outbox: { seal: rawRandomKey(), blind: rawRandomKey() },
  drafts: rawRandomKey(),
});

/** @throws when the text is no raw key of 256 bits. */
export const importSealingKey = (raw: string): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", fromBase64url(raw), "AES-GCM", false, ["encrypt", "decrypt"]);
