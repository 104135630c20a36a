import type { Sealed } from "../storage/schema.ts";

/**
 * Seals JSON values under one AES-256-GCM key. `context` is bound as additional data, so that a record moved to
 * another place does not open. Plain text is padded to size classes: length says nothing about content.
 */
export interface Sealer {
  seal(value: unknown, context: string): Promise<Sealed>;
  /** @throws SealBrokenError when the key, the context or the bytes do not fit. */
  open(sealed: Sealed, context: string): Promise<unknown>;
}

/** Keyed hash, base64url: the same input under the same key gives the same name, and says nothing without the key. */
export type BlindName = (kind: string, value: string) => Promise<string>;
