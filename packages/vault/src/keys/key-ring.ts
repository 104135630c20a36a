import { ByteSealer, createSealer } from "./aes-sealer.ts";
import { fromBase64url } from "./base64url.ts";
import { type BlindHasher, createBlindHasher } from "./blind-hasher.ts";
import { type DeviceKeys, importSealingKey } from "./open-keys.ts";
import type { Sealer } from "./sealer.ts";

/**
 * Entries of the directory are padded to one size, so that an entry and a decoy cost the same to open. The longest of
 * 3,000 synthetic people takes 916 bytes.
 */
export const ENTRY_BYTES = 1536;
const PARTS_BYTES = 1024;

export interface DirectoryKeys {
  readonly entries: Sealer;
  readonly parts: Sealer;
  readonly segments: ByteSealer;
  readonly blind: BlindHasher;
}

export interface OutboxKeys {
  readonly seal: Sealer;
  readonly blind: BlindHasher;
}

export const openDirectoryKeys = async (raw: DeviceKeys["directory"]): Promise<DirectoryKeys> => {
  const key = await importSealingKey(raw.seal);
  return {
    entries: createSealer(key, ENTRY_BYTES),
    parts: createSealer(key, PARTS_BYTES),
    segments: new ByteSealer(key),
    blind: await createBlindHasher(fromBase64url(raw.blind)),
  };
};

export const openOutboxKeys = async (raw: DeviceKeys["outbox"]): Promise<OutboxKeys> => ({
  seal: createSealer(await importSealingKey(raw.seal)),
  blind: await createBlindHasher(fromBase64url(raw.blind)),
});

export const openDraftsSealer = async (raw: DeviceKeys["drafts"]): Promise<Sealer> =>
  createSealer(await importSealingKey(raw));
