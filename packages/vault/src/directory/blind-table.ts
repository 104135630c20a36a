/** Bytes of a blind name that the table compares. A chance equality leads to an entry that the verification refuses. */
export const FINGERPRINT_BYTES = 8;

/** Four bytes as one number. By hand: a DataView for each of 700,000 names is a third of the time of loading them. */
const word = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] ?? 0) << 24) |
    ((bytes[at + 1] ?? 0) << 16) |
    ((bytes[at + 2] ?? 0) << 8) |
    (bytes[at + 3] ?? 0)) >>>
  0;

const EMPTY = 0;
const LEAST = 1024;

/**
 * Fingerprints of blind names, each leading to numbers of rows. Open addressing in typed arrays, some 20 bytes a name,
 * so that 100,000 people fit in a browser's background. Several rows may share a name (namesakes). Names are hashes
 * already, so their own first bytes spread them. Nothing is taken out: the caller knows which rows are gone.
 */
export class BlindTable {
  #high = new Uint32Array(LEAST);
  #low = new Uint32Array(LEAST);
  /** Number of the row plus one; 0 is a free place. */
  #row = new Uint32Array(LEAST);
  #used = 0;

  constructor(expected = 0) {
    let size = LEAST;
    while (size * 2 < expected * 3) size *= 2;
    if (size > LEAST) this.#resize(size);
  }

  get bytes(): number {
    return this.#row.length * 12;
  }

  /** `name` is read at `offset`, `FINGERPRINT_BYTES` long. */
  add(name: Uint8Array, offset: number, row: number): void {
    if ((this.#used + 1) * 3 > this.#row.length * 2) this.#resize(this.#row.length * 2);
    this.#place(word(name, offset), word(name, offset + 4), row + 1);
    this.#used += 1;
  }

  /** Numbers of the rows filed under the name, in the order in which they were added. */
  find(name: Uint8Array): number[] {
    const high = word(name, 0);
    const low = word(name, 4);
    const rows: number[] = [];
    const mask = this.#row.length - 1;
    for (let at = high & mask; ; at = (at + 1) & mask) {
      const row = this.#row[at] ?? EMPTY;
      if (row === EMPTY) return rows;
      if (this.#high[at] === high && this.#low[at] === low) rows.push(row - 1);
    }
  }

  #place(high: number, low: number, row: number): void {
    const mask = this.#row.length - 1;
    let at = high & mask;
    while (this.#row[at] !== EMPTY) at = (at + 1) & mask;
    this.#high[at] = high;
    this.#low[at] = low;
    this.#row[at] = row;
  }

  #resize(size: number): void {
    const [high, low, row] = [this.#high, this.#low, this.#row];
    this.#high = new Uint32Array(size);
    this.#low = new Uint32Array(size);
    this.#row = new Uint32Array(size);
    for (let at = 0; at < row.length; at += 1)
      if (row[at] !== EMPTY) this.#place(high[at] ?? 0, low[at] ?? 0, row[at] ?? 0);
  }
}
