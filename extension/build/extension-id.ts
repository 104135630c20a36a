import { createHash, createPublicKey, generateKeyPairSync } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** The manifest's `key` (public key, DER, base64) and the Chromium id that follows from it. */
export interface PinnedId {
  readonly key: string;
  readonly id: string;
}

/** Chromium's id: the first 128 bits of the key's SHA-256, each half byte as a letter from a to p. */
const idOf = (der: Buffer): string =>
  createHash("sha256")
    .update(der)
    .digest("hex")
    .slice(0, 32)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

/** Reads the key file, public or private; makes a private one readable by its owner only when there is none. */
export const pinnedId = (file: string): PinnedId => {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  }
  const der = createPublicKey(readFileSync(file)).export({ type: "spki", format: "der" });
  return { key: der.toString("base64"), id: idOf(der) };
};

/** The Firefox id where none is stated: it lasts as long as the key, whatever the profiles are called. */
export const geckoIdOf = ({ id }: PinnedId): string => `${id}@cadre-care.example`;

/** Where the sign-in page returns to in each browser (`identity.getRedirectURL`). */
export const redirectUris = (chromiumId: string, geckoId: string): readonly string[] => [
  `https://${chromiumId}.chromiumapp.org/`,
  `https://${createHash("sha1").update(geckoId).digest("hex")}.extensions.allizom.org/`,
];
