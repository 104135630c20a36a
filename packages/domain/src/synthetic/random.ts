/** A repeatable stream of numbers: the same seed gives the same people on every machine. Not for secrets. */
export interface RandomStream {
  /** Unsigned 32-bit integer. */
  bits(): number;
  /** Integer in [0, below). */
  below(below: number): number;
  chance(probability: number): boolean;
  pick<Value>(values: readonly [Value, ...Value[]]): Value;
}

const scramble = (value: number): number => {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
};

/** Splitmix32 (Steele, Lea, Flood 2014). A stream per person keeps people independent of how many there are. */
export const randomStream = (seed: number, stream = 0): RandomStream => {
  let state = scramble(Math.imul(seed | 0, 0x9e3779b1) ^ scramble(stream + 0x85ebca6b));
  const bits = (): number => {
    state = (state + 0x9e3779b9) | 0;
    return scramble(state);
  };
  const below = (limit: number): number => Math.floor((bits() / 0x100000000) * limit);
  return {
    bits,
    below,
    chance: (probability) => bits() / 0x100000000 < probability,
    pick: (values) => values[below(values.length)] ?? values[0],
  };
};

/** A UUID (version 8, RFC 9562: meaning defined by its maker) that depends on the stream alone. */
export const streamUuid = (random: RandomStream): string => {
  const hex = Array.from({ length: 4 }, () => random.bits().toString(16).padStart(8, "0")).join("");
  const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
