import type { UpgradeTransaction } from "./migrations.ts";

/** Row of `meta` with how many entries there are, kept in the transactions that change them. */
export const COUNTS_KEY = "outbox/counts";

export interface StoredCounts {
  readonly total: number;
  /** Parked and quarantined. */
  readonly stopped: number;
}

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
    if (head && head.state !== "parked") await outbox.put({ ...head, readyAt: 0 });
    cursor = await cursor.continue([lane, Number.MAX_VALUE]);
  }
  const [total, stopped] = await Promise.all([
    outbox.count(),
    outbox.index("byState").count(stateRange("parked")),
  ]);
  const value: StoredCounts = { total, stopped };
  await transaction.objectStore("meta").put({ key: COUNTS_KEY, value });
};
