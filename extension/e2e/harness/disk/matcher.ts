import type { Needle } from "./needles.ts";

const TABLE_BITS = 18;

const hash = (bytes: Uint8Array, at: number): number =>
  (Math.imul(
    ((bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24)) >>>
      0,
    0x9e3779b1,
  ) >>>
    (32 - TABLE_BITS)) >>>
  0;

/** Finds any of thousands of byte strings in one pass. */
export type Matcher = (bytes: Uint8Array) => Needle[];

/** The needles that occur in the bytes, each once. Needles have at least four bytes. */
export const matcherFor = (needles: readonly Needle[]): Matcher => {
  const buckets = new Map<number, Needle[]>();
  const present = new Uint8Array(1 << TABLE_BITS);
  for (const needle of needles) {
    const key = hash(needle.bytes, 0);
    present[key] = 1;
    buckets.set(key, [...(buckets.get(key) ?? []), needle]);
  }
  return (bytes) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const found = new Set<Needle>();
    for (let at = 0; at + 4 <= buffer.length; at += 1) {
      const key = hash(buffer, at);
      if (present[key] === 0) continue;
      for (const needle of buckets.get(key) ?? []) {
        const end = at + needle.bytes.length;
        if (end <= buffer.length && buffer.compare(needle.bytes, 0, needle.bytes.length, at, end) === 0)
          found.add(needle);
      }
    }
    return [...found];
  };
};
