/** 32 bits of a name: multiply and mix, as MurmurHash does. */
const hash = (name: string, seed: number): number => {
  let state = seed;
  for (let index = 0; index < name.length; index++) {
    state = Math.imul(state ^ name.charCodeAt(index), 0x5bd1e995);
    state ^= state >>> 15;
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
};

/**
 * The same UUID for the same name, on every machine (RFC 9562 version 8: made our own way). To tell entries of one
 * form apart, not to keep a secret.
 */
export const namedUuid = (name: string): string => {
  const hex = [0x9747b28c, 0x3c6ef372, 0x1f83d9ab, 0x5be0cd19]
    .map((seed) => hash(name, seed).toString(16).padStart(8, "0"))
    .join("");
  const variant = ((Number.parseInt(hex[16] ?? "0", 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
};
