import type { DirectoryKeys } from "../keys/key-ring.ts";

/** The blind name that an index key is filed under. */
export const blindLookupName = (keys: DirectoryKeys, text: string): Uint8Array =>
  keys.blind.bytes("name", text);

/** The blind key of a person's row. */
export const blindPerson = (keys: DirectoryKeys, personId: string): Uint8Array =>
  keys.blind.bytes("person", personId);
