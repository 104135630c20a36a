import { ByteSealer, createSealer } from "./aes-sealer.ts";
import { fromBase64url } from "./base64url.ts";
import { type BlindHasher, createBlindHasher } from "./blind-hasher.ts";
import { type DeviceKeys, importSealingKey, type UserKeys } from "./open-keys.ts";
import { nameOfKey } from "./present-keys.ts";
import { SealBrokenError } from "./seal-broken-error.ts";
import type { Sealer } from "./sealer.ts";

/**
 * Entries of the directory are padded to one size, so that an entry and a decoy cost the same to open. The longest of
 * 3,000 synthetic people takes 916 bytes.
 */
export const ENTRY_BYTES = 1536;
const PARTS_BYTES = 1024;
/** A link with the longest code and all the records that it remembers stays below. */
const LINK_BYTES = 1024;

export interface DirectoryKeys {
  /** Tells these keys from those before and after a rotation. */
  readonly name: string;
  readonly entries: Sealer;
  readonly parts: Sealer;
  readonly links: Sealer;
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
    name: await nameOfKey(raw.seal),
    entries: createSealer(key, ENTRY_BYTES),
    parts: createSealer(key, PARTS_BYTES),
    links: createSealer(key, LINK_BYTES),
    segments: new ByteSealer(key),
    blind: await createBlindHasher(fromBase64url(raw.blind)),
  };
};

/** Seals under the first; opens what any of them sealed. */
const sealerOf = (first: Sealer, former: readonly Sealer[]): Sealer => ({
  seal: (value, context) => first.seal(value, context),
  open: async (sealed, context) => {
    for (const sealer of [first, ...former])
      try {
        return await sealer.open(sealed, context);
      } catch (cause) {
        if (!(cause instanceof SealBrokenError)) throw cause;
      }
    throw new SealBrokenError();
  },
});

/** `former`: sealing keys before a rotation, as long as something under them may be here. */
export const openOutboxKeys = async (
  raw: DeviceKeys["outbox"],
  former: DeviceKeys["former"] = [],
): Promise<OutboxKeys> => {
  const [first, ...others] = await Promise.all(
    [raw.seal, ...former].map(async (key) => createSealer(await importSealingKey(key))),
  );
  if (!first) throw new SealBrokenError();
  return { seal: sealerOf(first, others), blind: await createBlindHasher(fromBase64url(raw.blind)) };
};

export const openDraftsSealer = async (raw: UserKeys["drafts"]): Promise<Sealer> =>
  createSealer(await importSealingKey(raw));
