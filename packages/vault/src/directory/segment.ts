import { BLIND_BYTES } from "../keys/blind-hasher.ts";
import { FINGERPRINT_BYTES } from "./blind-table.ts";

/** What a segment says about one person's row. `removed`: no row any more. `incomplete`: a row that no name leads to yet. */
export type RowState = "removed" | "incomplete" | "complete";

export interface SegmentRecord {
  /** Blind key of the person, `BLIND_BYTES` long. */
  readonly person: Uint8Array;
  readonly state: RowState;
  /** Fingerprints of the blind names that lead to the row, one after the other. */
  readonly names: Uint8Array;
}

const STATES: readonly RowState[] = ["removed", "incomplete", "complete"];
const HEAD_BYTES = BLIND_BYTES + 2;
/** One byte counts the names. */
const MOST_NAMES = 255;

/** Fingerprints of blind names, in the form of `SegmentRecord.names`. */
export const packNames = (names: readonly Uint8Array[]): Uint8Array => {
  const kept = names.slice(0, MOST_NAMES);
  const packed = new Uint8Array(kept.length * FINGERPRINT_BYTES);
  kept.forEach((name, index) => {
    packed.set(name.subarray(0, FINGERPRINT_BYTES), index * FINGERPRINT_BYTES);
  });
  return packed;
};

export const encodeSegment = (records: readonly SegmentRecord[]): Uint8Array => {
  const length = records.reduce((sum, record) => sum + HEAD_BYTES + record.names.length, 0);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const record of records) {
    bytes.set(record.person, at);
    bytes[at + BLIND_BYTES] = STATES.indexOf(record.state);
    bytes[at + BLIND_BYTES + 1] = record.names.length / FINGERPRINT_BYTES;
    bytes.set(record.names, at + HEAD_BYTES);
    at += HEAD_BYTES + record.names.length;
  }
  return bytes;
};

/** @throws RangeError when the bytes are no segment. */
export function* decodeSegment(bytes: Uint8Array): Generator<SegmentRecord> {
  let at = 0;
  while (at < bytes.length) {
    const state = STATES[bytes[at + BLIND_BYTES] ?? STATES.length];
    const end = at + HEAD_BYTES + (bytes[at + BLIND_BYTES + 1] ?? 0) * FINGERPRINT_BYTES;
    if (state === undefined || end > bytes.length) throw new RangeError("no index segment");
    yield {
      person: bytes.subarray(at, at + BLIND_BYTES),
      state,
      names: bytes.subarray(at + HEAD_BYTES, end),
    };
    at = end;
  }
}
