declare module "snappyjs" {
  /** Raw Snappy stream. */
  export function compress(plain: Uint8Array): Uint8Array;
}
