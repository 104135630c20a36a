import { brotliDecompressSync, constants, inflateRawSync, inflateSync } from "node:zlib";
import { decompressBlock } from "lz4js";

/** A part of a file that was packed, unpacked. */
export interface Unpacked {
  readonly by: string;
  readonly bytes: Uint8Array;
}

/** Packed data in caches is cut off or followed by other things: take what comes out. */
const PARTIAL = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 << 20 };
const PARTIAL_BROTLI = { finishFlush: constants.BROTLI_OPERATION_FLUSH, maxOutputLength: 64 << 20 };

const attempt = (unpack: () => Uint8Array): Uint8Array | undefined => {
  try {
    const bytes = unpack();
    return bytes.length > 0 ? bytes : undefined;
  } catch {
    return undefined;
  }
};

const positions = (bytes: Buffer, magic: Buffer): number[] => {
  const found: number[] = [];
  for (let at = bytes.indexOf(magic); at !== -1; at = bytes.indexOf(magic, at + 1)) found.push(at);
  return found;
};

const MOZ_LZ4 = Buffer.from("mozLz40\0", "latin1");

/** Firefox's mozLz4: magic, length (uint32, little-endian), one LZ4 block. */
const mozLz4 = (bytes: Buffer): Uint8Array | undefined => {
  if (!bytes.subarray(0, 8).equals(MOZ_LZ4)) return undefined;
  const plain = Buffer.alloc(bytes.readUInt32LE(8));
  decompressBlock(bytes, plain, 12, bytes.length - 12, 0);
  return plain;
};

const SIMPLE_CACHE = Buffer.from("305c72a71b6dfbfc", "hex");

/** Where the body may begin: at the start (Firefox cache2), or behind the key of Chromium's simple cache. */
const bodyStarts = (bytes: Buffer): number[] =>
  bytes.length > 24 && bytes.subarray(0, 8).equals(SIMPLE_CACHE) ? [24 + bytes.readUInt32LE(12)] : [0];

/** Where the deflated data of a gzip member begins (RFC 1952), whatever follows the member. */
const gzipData = (bytes: Buffer, member: number): number => {
  const flags = bytes[member + 3] ?? 0;
  let at = member + 10;
  if (flags & 4) at += 2 + bytes.readUInt16LE(at);
  for (const flag of [8, 16]) if (flags & flag) at = bytes.indexOf(0, at) + 1;
  return flags & 2 ? at + 2 : at;
};

const ZIP_ENTRY = Buffer.from("504b0304", "hex");

/** Whatever is packed in the bytes with gzip, zlib, brotli, mozLz4 or zip. Snappy and SQLite have readers of their own. */
export function* unpackAll(bytes: Buffer): Generator<Unpacked> {
  const session = attempt(() => mozLz4(bytes) ?? new Uint8Array());
  if (session) yield { by: "mozLz4", bytes: session };
  for (const at of positions(bytes, Buffer.from("1f8b08", "hex"))) {
    const plain = attempt(() => inflateRawSync(bytes.subarray(gzipData(bytes, at)), PARTIAL));
    if (plain) yield { by: "gzip", bytes: plain };
  }
  for (const magic of ["7801", "785e", "789c", "78da"])
    for (const at of positions(bytes, Buffer.from(magic, "hex"))) {
      const plain = attempt(() => inflateSync(bytes.subarray(at), PARTIAL));
      if (plain && plain.length > 32) yield { by: "zlib", bytes: plain };
    }
  for (const at of positions(bytes, ZIP_ENTRY)) {
    if (at + 30 > bytes.length || bytes.readUInt16LE(at + 8) !== 8) continue;
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const plain = attempt(() => inflateRawSync(bytes.subarray(start), PARTIAL));
    if (plain) yield { by: "zip", bytes: plain };
  }
  for (const at of bodyStarts(bytes)) {
    const plain = attempt(() => brotliDecompressSync(bytes.subarray(at), PARTIAL_BROTLI));
    if (plain && plain.length > 32) yield { by: "brotli", bytes: plain };
  }
}
