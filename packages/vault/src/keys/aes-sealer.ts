import type { Sealed } from "../storage/schema.ts";
import { randomBytes } from "./base64url.ts";
import { SealBrokenError } from "./seal-broken-error.ts";
import type { Sealer } from "./sealer.ts";

const NONCE_BYTES = 12;
const LENGTH_BYTES = 4;
/** Above this, classes grow in steps of it instead of doubling. */
const LARGE = 65_536;

/** Bytes of the size class that a plain text of this length is padded to: a power of two, then multiples of 64 KiB. */
export const sizeClass = (length: number, smallest: number): number => {
  if (length > LARGE) return Math.ceil(length / LARGE) * LARGE;
  let size = smallest;
  while (size < length) size *= 2;
  return size;
};

const pad = (plain: Uint8Array, smallest: number): Uint8Array<ArrayBuffer> => {
  const padded = new Uint8Array(sizeClass(plain.length + LENGTH_BYTES, smallest));
  new DataView(padded.buffer).setUint32(0, plain.length);
  padded.set(plain, LENGTH_BYTES);
  return padded;
};

const unpad = (padded: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  padded.subarray(LENGTH_BYTES, LENGTH_BYTES + new DataView(padded.buffer).getUint32(0));

/** Seals bytes under one AES-256-GCM key. `smallest`: size class of the shortest plain texts, a power of two. */
export class ByteSealer {
  readonly #key: CryptoKey;
  readonly #smallest: number;

  constructor(key: CryptoKey, smallest = 256) {
    this.#key = key;
    this.#smallest = smallest;
  }

  async seal(plain: Uint8Array, context: string): Promise<Sealed> {
    const iv = randomBytes(NONCE_BYTES);
    const additionalData = new TextEncoder().encode(context);
    const padded = pad(plain, this.#smallest);
    const cipher = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, this.#key, padded);
    const sealed = new Uint8Array(NONCE_BYTES + cipher.byteLength);
    sealed.set(iv);
    sealed.set(new Uint8Array(cipher), NONCE_BYTES);
    return sealed;
  }

  /** @throws SealBrokenError */
  async open(sealed: Sealed, context: string): Promise<Uint8Array<ArrayBuffer>> {
    const iv = sealed.subarray(0, NONCE_BYTES);
    const additionalData = new TextEncoder().encode(context);
    try {
      const cipher = sealed.subarray(NONCE_BYTES);
      const padded = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, this.#key, cipher);
      return unpad(new Uint8Array(padded));
    } catch (cause) {
      throw new SealBrokenError({ cause });
    }
  }
}

/** The `Sealer` of JSON values over a `ByteSealer`. */
export const createSealer = (key: CryptoKey, smallest?: number): Sealer => {
  const bytes = new ByteSealer(key, smallest);
  return {
    seal: (value, context) => bytes.seal(new TextEncoder().encode(JSON.stringify(value)), context),
    open: async (sealed, context) => {
      const plain = await bytes.open(sealed, context);
      return JSON.parse(new TextDecoder().decode(plain));
    },
  };
};
