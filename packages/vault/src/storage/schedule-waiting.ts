import type { UpgradeTransaction } from "./migrations.ts";

/**
 * Row of `meta` with what is needed to count the queue without walking it. The database numbers entries without gaps, so
 * there are as many as the last number less those that have gone; accepting one writes nothing here.
 */
export const COUNTS_KEY = "outbox/counts";

export interface StoredCounts {
  /** Delivered entries, of numbers up to `through`. */
  readonly gone: number;
  /** The highest number that has gone. */
  readonly through: number;
  /** Parked and quarantined. */
  readonly stopped: number;
}

/** How many entries there are. `last`: the highest number that is there. */
export const totalOf = ({ gone, through }: StoredCounts, last: number | undefined): number =>
  last === undefined ? 0 : Math.max(last, through) - gone;

/** All of a lane, or its part after a number. */
export const laneRange = (lane: string, after = Number.NEGATIVE_INFINITY): IDBKeyRange =>
  IDBKeyRange.bound([lane, after], [lane, Number.POSITIVE_INFINITY], true, false);

const stateRange = (state: string): IDBKeyRange =>
  IDBKeyRange.bound([state, Number.NEGATIVE_INFINITY], [state, Number.POSITIVE_INFINITY]);

/** A queue written before there was a schedule: the first entry of each lane becomes sendable, and all are counted. */
export const scheduleWaiting = async (transaction: UpgradeTransaction): Promise<void> => {
  const outbox = transaction.objectStore("outbox");
  const lanes = outbox.index("bySubject");
  let cursor = await lanes.openKeyCursor();
  while (cursor) {
    const [lane] = cursor.key;
    const head = await outbox.get(cursor.primaryKey);
    const mayGo = head && head.state !== "parked" && (head.needs ?? []).length === 0;
    if (mayGo) await outbox.put({ ...head, readyAt: 0 });
    cursor = await cursor.continue([lane, Number.MAX_VALUE]);
  }
  const [total, stopped, last] = await Promise.all([
    outbox.count(),
    outbox.index("byState").count(stateRange("parked")),
    outbox.openKeyCursor(null, "prev"),
  ]);
  const through = last?.key ?? 0;
  const value: StoredCounts = { gone: through - total, through, stopped };
  await transaction.objectStore("meta").put({ key: COUNTS_KEY, value });
};
