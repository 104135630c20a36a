import type { IDBPObjectStore } from "idb";
import { z } from "zod";
import { allOf } from "../storage/all-of.ts";
import type { WriteTransaction } from "../storage/database.ts";
import { COUNTS_KEY, laneRange, type StoredCounts } from "../storage/schedule-waiting.ts";
import type { OutboxRecord, OutboxState, Sealed, VaultSchema } from "../storage/schema.ts";
import { type VisitChange, writeVisit } from "../visits/visit-store.ts";
import { HOLD_KEY, type Hold } from "./hold.ts";

export const LAST_DELIVERY_KEY = "outbox/last-delivered";

/** What became of one entry. `hash`: of the body that was sent. */
export type Outcome =
  | {
      readonly kind: "delivered";
      readonly seq: number;
      readonly id: string;
      readonly hash: string;
      /** Logical reference at the board. */
      readonly reference: string;
      readonly at: number;
    }
  | {
      readonly kind: "kept";
      readonly seq: number;
      /** Undefined where the row cannot say which body it holds. */
      readonly hash: string | undefined;
      readonly state: OutboxState;
      readonly lastError: string;
      /** When to try again by itself; not at all where it is missing. */
      readonly readyAt?: number;
      readonly theirs?: Sealed;
      readonly said?: Sealed;
    };

type SettleStores = ["outbox", "receipts", "visits", "meta"];
type SettleTransaction = WriteTransaction<SettleStores>;

const countsSchema = z.object({ gone: z.number(), through: z.number(), stopped: z.number() });
export const countsIn = (value: unknown): StoredCounts =>
  countsSchema.safeParse(value).data ?? { gone: 0, through: 0, stopped: 0 };

const stopped = (state: OutboxState): number => (state === "parked" || state === "quarantined" ? 1 : 0);

/**
 * Record, receipt, schedule, counts and visit change together. A row that is gone was delivered by another drainer, and
 * one with another body was corrected meanwhile: both are left as they are.
 */
export const settleIn = async (
  transaction: SettleTransaction,
  outcomes: readonly Outcome[],
  visits: readonly VisitChange[],
  hold: Hold | null | undefined,
): Promise<number> => {
  const outbox = transaction.objectStore("outbox");
  const meta = transaction.objectStore("meta");
  const [stored, rows] = await Promise.all([
    meta.get(COUNTS_KEY),
    Promise.all(outcomes.map(({ seq }) => outbox.get(seq))),
  ]);
  let counts = countsIn(stored?.value);
  const lanes = new Set<string>();
  const done: Extract<Outcome, { kind: "delivered" }>[] = [];
  const writes: (() => Promise<unknown>)[] = visits.map(
    (change) => () => writeVisit(transaction.objectStore("visits"), change),
  );
  for (const [index, outcome] of outcomes.entries()) {
    const row = rows[index];
    if (!row || row.hash !== outcome.hash) continue;
    if (outcome.kind === "kept") {
      const next = kept(row, outcome);
      counts = { ...counts, stopped: counts.stopped + stopped(next.state) - stopped(row.state) };
      writes.push(() => outbox.put(next));
      continue;
    }
    counts = {
      gone: counts.gone + 1,
      through: Math.max(counts.through, outcome.seq),
      stopped: counts.stopped - stopped(row.state),
    };
    done.push(outcome);
    lanes.add(row.subjectKey);
    const { id, hash, reference, at } = outcome;
    const receipt = { id, hash, kind: row.kind, serverId: reference, deliveredAt: at };
    writes.push(
      () => transaction.objectStore("receipts").put(receipt),
      () => outbox.delete(outcome.seq),
    );
  }
  const last = done.at(-1);
  if (last) writes.push(() => meta.put({ key: LAST_DELIVERY_KEY, value: last.at }));
  if (hold) writes.push(() => meta.put({ key: HOLD_KEY, value: hold }));
  if (hold === null) writes.push(() => meta.delete(HOLD_KEY));
  await allOf(writes);
  const left = await outbox.getKey(IDBKeyRange.lowerBound(0));
  // An empty queue is the place where a wrong count would come right by itself.
  const value: StoredCounts = left === undefined ? { ...counts, gone: counts.through, stopped: 0 } : counts;
  await meta.put({ key: COUNTS_KEY, value });
  await resolveNeeds(outbox, done, lanes);
  await Promise.all([...lanes].map((lane) => openLane(outbox, lane)));
  return done.length;
};

type OutboxOf = IDBPObjectStore<VaultSchema, SettleStores, "outbox", "readwrite">;

const kept = (row: OutboxRecord, outcome: Extract<Outcome, { kind: "kept" }>): OutboxRecord => {
  const { readyAt: _, theirs: __, said: ___, ...rest } = row;
  const { state, lastError, readyAt, theirs, said } = outcome;
  return {
    ...rest,
    state,
    lastError,
    attempts: (typeof row.attempts === "number" ? row.attempts : 0) + 1,
    ...(readyAt === undefined ? {} : { readyAt, nextAttemptAt: readyAt }),
    ...(theirs ? { theirs } : {}),
    ...(said ? { said } : {}),
  };
};

/** Those that waited for what is delivered now learn what it has become. */
const resolveNeeds = async (
  outbox: OutboxOf,
  done: readonly Extract<Outcome, { kind: "delivered" }>[],
  lanes: Set<string>,
): Promise<void> => {
  const waiting = await Promise.all(done.map(({ id }) => outbox.index("byNeed").getAllKeys(id)));
  for (const [index, { id, reference }] of done.entries())
    for (const seq of waiting[index] ?? []) {
      const row = await outbox.get(seq);
      if (!row) continue;
      const { needs: _, ...rest } = row;
      const needs = (row.needs ?? []).filter((need) => need !== id);
      const resolved = { ...row.resolved, [id]: reference };
      await outbox.put({ ...rest, resolved, ...(needs.length > 0 ? { needs } : {}) });
      lanes.add(row.subjectKey);
    }
};

/** The entry that has come to the head of its lane may be sent, unless it is stopped, waits for later or for others. */
const openLane = async (outbox: OutboxOf, lane: string): Promise<void> => {
  const seq = await outbox.index("bySubject").getKey(laneRange(lane));
  const head = seq === undefined ? undefined : await outbox.get(seq);
  if (!head || head.readyAt !== undefined || stopped(head.state) || (head.needs ?? []).length > 0) return;
  await outbox.put({ ...head, readyAt: 0 });
};
