/** When a UUID of version 7 was minted, in epoch milliseconds; NaN for what is none. */
export const mintedAt = (uuid: string): number => Number.parseInt(uuid.slice(0, 13).replace("-", ""), 16);

/**
 * A UUID of version 7 (RFC 9562): 48 bits of `now` (epoch milliseconds), then randomness of the platform. Sorts by time
 * of minting where the clock is right; uniqueness does not depend on the clock.
 */
export function uuidV7(now: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  const milliseconds = Math.max(0, Math.floor(now)) % 2 ** 48;
  view.setUint32(0, Math.floor(milliseconds / 2 ** 16));
  view.setUint16(4, milliseconds % 2 ** 16);
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f));
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
