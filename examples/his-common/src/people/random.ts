/** Deterministic source of numbers in [0, 1): mulberry32. The same seed gives the same hospital day on every machine. */
export interface Random {
  next(): number;
  integer(from: number, to: number): number;
  pick<Value>(values: readonly [Value, ...Value[]]): Value;
  digits(count: number): string;
}

export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    integer,
    pick: (values) => values[integer(0, values.length - 1)] ?? values[0],
    digits: (count) => Array.from({ length: count }, () => integer(0, 9)).join(""),
  };
};

/** A UUID (version 4 layout) from the given source. */
export const uuidFrom = (random: Random): string => {
  const hex = Array.from({ length: 32 }, () => random.integer(0, 15).toString(16)).join("");
  const variant = (8 + random.integer(0, 3)).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
};
