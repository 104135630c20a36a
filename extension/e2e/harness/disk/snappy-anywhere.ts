/** Longest plain text of one stream that is still believed, in bytes. */
const LONGEST = 32 << 20;
/** Shortest plain text that is worth searching. */
const SHORTEST = 8;
/** Snappy packs pieces of 64 KiB, so no literal is longer; garbage claims much more. */
const LONGEST_LITERAL = 65_536;

/** Where streams are unpacked before it is known whether they are any; as large as the largest so far. */
let scratch = Buffer.alloc(1 << 20);
const scratchOf = (size: number): Buffer => {
  if (scratch.length < size) scratch = Buffer.alloc(size);
  return scratch.subarray(0, size);
};

interface Varint {
  readonly value: number;
  readonly next: number;
}

const varint = (bytes: Uint8Array, from: number): Varint | undefined => {
  let value = 0;
  for (let index = 0; index < 5; index += 1) {
    const byte = bytes[from + index];
    if (byte === undefined) return undefined;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, next: from + index + 1 };
  }
  return undefined;
};

const little = (bytes: Uint8Array, at: number, count: number): number => {
  let value = 0;
  for (let index = 0; index < count; index += 1) value += (bytes[at + index] ?? 0) * 2 ** (8 * index);
  return value;
};

/**
 * Decodes a raw Snappy stream that may be cut off: gives what could be decoded until the first element that makes no
 * sense, and whether that was all. Undefined: no such stream begins here. `plain` is overwritten by the next call.
 */
export const lenientSnappy = (
  bytes: Uint8Array,
  from: number,
): { readonly plain: Uint8Array; readonly whole: boolean; readonly end: number } | undefined => {
  const length = varint(bytes, from);
  if (length === undefined || length.value < SHORTEST || length.value > LONGEST) return undefined;
  let at = length.next;
  // The first element of a stream is a literal, as there is nothing to copy yet.
  if (((bytes[at] ?? 1) & 3) !== 0) return undefined;
  const plain = scratchOf(Math.min(length.value, (bytes.length - from) * 64));
  let filled = 0;
  while (filled < plain.length && at < bytes.length) {
    const tag = bytes[at] ?? 0;
    at += 1;
    if ((tag & 3) === 0) {
      const code = tag >> 2;
      const extra = code < 60 ? 0 : code - 59;
      const size = (extra === 0 ? code : little(bytes, at, extra)) + 1;
      at += extra;
      if (size > LONGEST_LITERAL || filled + size > length.value) break;
      const part = bytes.subarray(at, at + size);
      plain.set(part.subarray(0, plain.length - filled), filled);
      filled += part.length;
      at += size;
      if (part.length < size) break;
      continue;
    }
    const kind = tag & 3;
    const size = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const offset = kind === 1 ? ((tag >> 5) << 8) | (bytes[at] ?? 0) : little(bytes, at, kind === 2 ? 2 : 4);
    at += kind === 1 ? 1 : kind === 2 ? 2 : 4;
    if (offset === 0 || offset > filled || filled + size > length.value) break;
    for (let index = 0; index < size && filled < plain.length; index += 1, filled += 1)
      plain[filled] = plain[filled - offset] ?? 0;
  }
  return { plain: plain.subarray(0, filled), whole: filled === length.value, end: at };
};

/**
 * Plain texts of every Snappy stream in the bytes, wherever it begins: LevelDB blocks, IndexedDB values in SQLite pages
 * (also freed ones), framed files. Streams that decode as a whole are not looked into again.
 */
export function* snappyAnywhere(bytes: Uint8Array): Generator<Uint8Array> {
  let at = 0;
  while (at + 3 < bytes.length) {
    const stream = lenientSnappy(bytes, at);
    if (stream !== undefined && stream.plain.length >= SHORTEST) {
      // A single literal is in the file as it is: the search of the raw bytes has it.
      const copied = stream.plain.length > stream.end - at;
      if (copied) yield stream.plain;
      if (copied && stream.whole && stream.plain.length > 256) {
        at = stream.end;
        continue;
      }
    }
    at += 1;
  }
}
