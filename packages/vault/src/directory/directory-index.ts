import { toBase64url } from "../keys/base64url.ts";
import { BLIND_BYTES } from "../keys/blind-hasher.ts";
import { BlindTable, FINGERPRINT_BYTES } from "./blind-table.ts";
import { decodeSegment, type SegmentRecord } from "./segment.ts";

const GONE = 0;
const INCOMPLETE = 1;
const COMPLETE = 2;

const grown = (bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> => {
  if (length <= bytes.length) return bytes;
  const larger = new Uint8Array(Math.max(length, bytes.length * 2));
  larger.set(bytes);
  return larger;
};

/**
 * The directory's index in memory while unlocked: which blind name leads to which row. Built from the segments in the
 * order in which they were written; a later record of a person replaces the earlier. Rows are numbered in that order
 * and never renumbered.
 */
export class DirectoryIndex {
  readonly #people: BlindTable;
  readonly #names: BlindTable;
  #persons = new Uint8Array(64 * BLIND_BYTES);
  #states = new Uint8Array(64);
  #rows = 0;
  #complete = 0;
  #records = 0;

  constructor(segments: readonly Uint8Array[]) {
    const bytes = segments.reduce((sum, segment) => sum + segment.length, 0);
    this.#names = new BlindTable(bytes / FINGERPRINT_BYTES);
    this.#people = new BlindTable(bytes / (BLIND_BYTES + 4 * FINGERPRINT_BYTES));
    for (const segment of segments) for (const record of decodeSegment(segment)) this.apply(record);
  }

  /** Complete entries. */
  get count(): number {
    return this.#complete;
  }

  /** Records read, whether or not a later one replaced them. */
  get records(): number {
    return this.#records;
  }

  get bytes(): number {
    return this.#people.bytes + this.#names.bytes + this.#persons.length + this.#states.length;
  }

  apply(record: SegmentRecord): void {
    this.#records += 1;
    const before = this.#numberOf(record.person);
    if (before !== undefined) {
      if (this.#states[before] === COMPLETE) this.#complete -= 1;
      this.#states[before] = GONE;
    }
    if (record.state === "removed") return;
    const number = this.#rows;
    this.#rows += 1;
    this.#persons = grown(this.#persons, this.#rows * BLIND_BYTES);
    this.#states = grown(this.#states, this.#rows);
    this.#persons.set(record.person, number * BLIND_BYTES);
    this.#states[number] = record.state === "complete" ? COMPLETE : INCOMPLETE;
    if (record.state === "complete") this.#complete += 1;
    this.#people.add(this.#persons, number * BLIND_BYTES, number);
    for (let at = 0; at < record.names.length; at += FINGERPRINT_BYTES)
      this.#names.add(record.names, at, number);
  }

  /** Keys of the rows that a blind name leads to. */
  find(name: Uint8Array): string[] {
    return this.#names.find(name).flatMap((number) => (this.isLive(number) ? [this.#key(number)] : []));
  }

  /** Whether the row of that number was neither removed nor replaced. */
  isLive(number: number): boolean {
    return this.#states[number] !== GONE;
  }

  /** Whether a person, by blind key, has a complete row. */
  holds(person: Uint8Array): boolean {
    const number = this.#numberOf(person);
    return number !== undefined && this.#states[number] === COMPLETE;
  }

  /** Keys of all rows, complete or not. */
  keys(only?: "incomplete"): string[] {
    const keys: string[] = [];
    for (let number = 0; number < this.#rows; number += 1)
      if (only ? this.#states[number] === INCOMPLETE : this.isLive(number)) keys.push(this.#key(number));
    return keys;
  }

  /** The key of some complete row, chosen by the name: the same name always gets the same one, as a real hit would. */
  decoy(name: Uint8Array): string | undefined {
    if (this.#complete === 0) return undefined;
    const start = new DataView(name.buffer, name.byteOffset + BLIND_BYTES - 4, 4).getUint32(0) % this.#rows;
    let number = start;
    while (this.#states[number] !== COMPLETE) number = (number + 1) % this.#rows;
    return this.#key(number);
  }

  #key(number: number): string {
    return toBase64url(this.#person(number));
  }

  #person(number: number): Uint8Array {
    return this.#persons.subarray(number * BLIND_BYTES, (number + 1) * BLIND_BYTES);
  }

  #numberOf(person: Uint8Array): number | undefined {
    return this.#people
      .find(person)
      .find((number) => this.isLive(number) && this.#person(number).every((byte, at) => byte === person[at]));
  }
}
