import { exportJWK, generateKeyPair } from "jose";
import { z } from "zod";
import { fromBase64url, randomBytes, toBase64url } from "./base64url.ts";

const KEY_BYTES = 32;
const rawKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const pair = z.strictObject({ seal: rawKey, blind: rawKey });

/** What is the machine's: every user here can open it. `former`: sealing keys of the outbox before a rotation. */
export const deviceKeysSchema = z.strictObject({
  directory: pair,
  outbox: pair,
  former: z.array(rawKey),
});
export type DeviceKeys = z.infer<typeof deviceKeysSchema>;

const point = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const publicKeySchema = z.object({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: point,
  y: point,
});
export type PublicKey = z.infer<typeof publicKeySchema>;

/**
 * What is one user's: the key of the drafts, and a key pair (P-256) that the device's keys are wrapped for, so that they
 * can be changed without anybody else's secret.
 */
export const userKeysSchema = z.strictObject({
  drafts: rawKey,
  unwrap: z.strictObject({ ...publicKeySchema.shape, d: point }),
});
export type UserKeys = z.infer<typeof userKeysSchema>;

/** What a slot of the first version wrapped: all of it under one secret. */
export const firstSlotSchema = z.strictObject({ directory: pair, outbox: pair, drafts: rawKey });
export type FirstSlotKeys = z.infer<typeof firstSlotSchema>;

const rawRandomKey = (): string => toBase64url(randomBytes(KEY_BYTES));
const mintPair = () => ({ seal: rawRandomKey(), blind: rawRandomKey() });

export const mintDeviceKeys = (): DeviceKeys => ({ directory: mintPair(), outbox: mintPair(), former: [] });

export const mintUserKeys = async (drafts = rawRandomKey()): Promise<UserKeys> => {
  const { privateKey } = await generateKeyPair("ECDH-ES+A256KW", { crv: "P-256", extractable: true });
  const { kty, crv, x, y, d } = await exportJWK(privateKey);
  return userKeysSchema.parse({ drafts, unwrap: { kty, crv, x, y, d } });
};

/**
 * New keys for what comes. The directory's go altogether: the board has its content. Of the outbox the sealing key
 * changes and the former stays to open what was sealed before; the blind key names the lanes of what waits, and stays.
 */
export const rotatedKeys = (old: Pick<DeviceKeys, "outbox" | "former">): DeviceKeys => ({
  directory: mintPair(),
  outbox: { seal: rawRandomKey(), blind: old.outbox.blind },
  former: [old.outbox.seal, ...old.former],
});

/** @throws when the text is no raw key of 256 bits. */
export const importSealingKey = (raw: string): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", fromBase64url(raw), "AES-GCM", false, ["encrypt", "decrypt"]);
