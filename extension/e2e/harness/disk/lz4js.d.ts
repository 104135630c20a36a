declare module "lz4js" {
  /** Decompresses one raw LZ4 block; gives the number of bytes written. */
  export function decompressBlock(
    source: Uint8Array,
    target: Uint8Array,
    sourceIndex: number,
    sourceLength: number,
    targetIndex: number,
  ): number;
  /** Compresses one raw LZ4 block; gives its length, 0 when it would not get smaller. */
  export function compressBlock(
    source: Uint8Array,
    target: Uint8Array,
    sourceIndex: number,
    sourceLength: number,
    hashTable: Uint32Array,
  ): number;
  export function compressBound(length: number): number;
}
