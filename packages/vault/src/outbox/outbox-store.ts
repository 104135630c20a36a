import { type FormChange, writeForm } from "../forms/form-change.ts";
import { type LinkChange, writeLink } from "../links/link-change.ts";
import { unheard } from "../storage/all-of.ts";
import type { VaultDatabase } from "../storage/database.ts";
import { COUNTS_KEY, laneRange, type StoredCounts, totalOf } from "../storage/schedule-waiting.ts";
import type { OutboxRecord, OutboxState, ReceiptRecord } from "../storage/schema.ts";
import { StorageError } from "../storage/storage-error.ts";
import type { StoredVisit } from "../visits/stored-visit.ts";
import { type VisitChange, writeVisit } from "../visits/visit-store.ts";
import { LONGEST_DELAY_MS } from "./back-off.ts";
import { HOLD_KEY, type Hold, readHold } from "./hold.ts";
import { isDamaged, type QueuedRecord, type Row } from "./queued-record.ts";
import { type ReadRows, readRows } from "./read-rows.ts";
import { countsIn, LAST_DELIVERY_KEY, type Outcome, settleIn } from "./settle.ts";

export interface OutboxFacts {
  /** `stopped`: of all, those that are parked or in quarantine. */
  readonly counts: { readonly total: number; readonly stopped: number };
  readonly lastDeliveredAt?: number;
  readonly hold?: Hold;
}

/** Everything of one state, in the order of acceptance. */
const stateRange = (state: OutboxState): IDBKeyRange =>
  IDBKeyRange.bound([state, Number.NEGATIVE_INFINITY], [state, Number.POSITIVE_INFINITY]);

const AT_ONCE = 500;

/** What is written together with an entry, or not at all. */
export interface Beside {
  /** The visit that it changes. */
  readonly visit?: VisitChange;
  /** The form that it submits. */
  readonly form?: FormChange;
  /** The site link that it shares or takes back. */
  readonly link?: LinkChange;
  /** More entries, each of another lane, that need nothing. */
  readonly behind?: readonly OutboxRecord[];
}

/**
 * The queue on the disk. Every write is one strict transaction, and none drops an entry but the one of its delivery. No
 * read walks the queue: what is sendable, stopped or oldest has an index, and counts are kept.
 */
export class OutboxStore {
  readonly #database: VaultDatabase;

  constructor(database: VaultDatabase) {
    this.#database = database;
  }

  /**
   * On the disk together with the visit or form that it belongs to, or not at all. An attempt before may have been committed just
   * before its connection broke, and even been sent since: then nothing is added again.
   */
  async add(record: OutboxRecord, beside: Beside = {}): Promise<void> {
    if (beside.visit || beside.form || beside.link || record.needs) return this.#addBeside(record, beside);
    try {
      await this.#database.write(["outbox"], async (transaction) => {
        const outbox = transaction.objectStore("outbox");
        // Both at once, as most patients have nothing waiting; in the other case the second is put right.
        const asked = outbox.index("bySubject").getKey(laneRange(record.subjectKey));
        unheard(asked);
        const added = outbox.add({ ...record, readyAt: 0 });
        unheard(added);
        if ((await asked) !== undefined) unheard(outbox.put({ ...record, seq: await added }));
      });
    } catch (error) {
      const isHere = error instanceof StorageError && Object(error.cause).name === "ConstraintError";
      if (!isHere) throw error;
    }
  }

  /** The same where it goes with a visit, a form or a link, or after other entries. */
  async #addBeside(record: OutboxRecord, { visit, form, link, behind = [] }: Beside): Promise<void> {
    await this.#database.write(["outbox", "visits", "receipts", "forms", "links"], async (transaction) => {
      const outbox = transaction.objectStore("outbox");
      const receipts = transaction.objectStore("receipts");
      const byId = outbox.index("byId");
      const needs = record.needs ?? [];
      const [here, delivered, ahead, waiting, done] = await Promise.all([
        byId.getKey(record.id),
        receipts.getKey(record.id),
        outbox.index("bySubject").getKey(laneRange(record.subjectKey)),
        Promise.all(needs.map((id) => byId.getKey(id))),
        Promise.all(needs.map((id) => receipts.get(id))),
      ]);
      if (here !== undefined || delivered !== undefined) return;
      const scheduled = withNeeds(record, waiting, done);
      const sendable = ahead === undefined && (scheduled.needs ?? []).length === 0;
      if (visit) await writeVisit(transaction.objectStore("visits"), visit);
      if (form) await writeForm(transaction.objectStore("forms"), form);
      if (link) await writeLink(transaction.objectStore("links"), link);
      unheard(outbox.add(sendable ? { ...scheduled, readyAt: 0 } : scheduled));
      for (const one of behind) {
        const first = (await outbox.index("bySubject").getKey(laneRange(one.subjectKey))) === undefined;
        unheard(outbox.add(first ? { ...one, readyAt: 0 } : one));
      }
    });
  }

  /** Whether anything of a lane waits. */
  async holds(lane: string): Promise<boolean> {
    const head = await this.#database.read(["outbox"], (transaction) =>
      transaction.objectStore("outbox").index("bySubject").getKey(laneRange(lane)),
    );
    return head !== undefined;
  }

  /** How many of a lane are here, whatever became of them. */
  countOf(lane: string): Promise<number> {
    return this.#database.read(["outbox"], (transaction) =>
      transaction.objectStore("outbox").index("bySubject").count(laneRange(lane)),
    );
  }

  /**
   * The first entries of up to `lanes` lanes that may be sent now, each with up to `run - 1` of those behind it. `skip`:
   * numbers of first entries that are not wanted. A time further away than anything may wait was set under another
   * clock, and counts as come.
   */
  async sendable(
    now: number,
    lanes: number,
    run: number,
    skip: ReadonlySet<number>,
  ): Promise<readonly (readonly Row[])[]> {
    return this.#tolerant(async (rows) => {
      const most = lanes + skip.size;
      const found = await Promise.all([
        rows("byReadyAt", IDBKeyRange.upperBound(now), most),
        rows("byReadyAt", IDBKeyRange.lowerBound(now + LONGEST_DELAY_MS, true), most),
      ]);
      const heads = found
        .flat()
        .filter(({ seq }) => !skip.has(seq))
        .slice(0, lanes);
      const length = Math.max(1, Math.min(run, Math.ceil((2 * run) / Math.max(1, heads.length))));
      return Promise.all(
        heads.map(async (head) =>
          isDamaged(head) || length === 1
            ? [head]
            : [head, ...(await rows("bySubject", laneRange(head.subjectKey, head.seq), length - 1))],
        ),
      );
    });
  }

  /** Up to `count` entries in the order of acceptance, those that are stopped among the first in any case. */
  async shown(count: number): Promise<readonly Row[]> {
    return this.#tolerant(async (rows) => {
      const half = Math.ceil(count / 2);
      const found = await Promise.all([
        rows("byState", stateRange("parked"), half),
        rows("byState", stateRange("quarantined"), half),
        rows(undefined, IDBKeyRange.lowerBound(0), count),
      ]);
      const first = new Map(found.flat().map((row) => [row.seq, row]));
      return [...first.values()].slice(0, count).sort((one, other) => one.seq - other.seq);
    });
  }

  /** Up to `count` rows after `seq`, in the order of acceptance. */
  async after(seq: number, count: number): Promise<readonly Row[]> {
    return this.#tolerant((rows) => rows(undefined, IDBKeyRange.lowerBound(seq, true), count));
  }

  async byIds(ids: readonly string[]): Promise<readonly QueuedRecord[]> {
    const found = await this.#tolerant((rows) =>
      Promise.all(ids.map((id) => rows("byId", IDBKeyRange.only(id), 1))),
    );
    return found.flat().flatMap((row) => (isDamaged(row) ? [] : [row]));
  }

  async bySeq(seq: number): Promise<Row | undefined> {
    const found = await this.#tolerant((rows) => rows(undefined, IDBKeyRange.only(seq), 1));
    return found[0];
  }

  /** Writes down what became of entries that were sent, all of them in one transaction. Resolves with those delivered. */
  async settle(
    outcomes: readonly Outcome[],
    visits: readonly VisitChange[] = [],
    hold?: Hold | null,
  ): Promise<number> {
    return this.#database.write(["outbox", "receipts", "visits", "meta"], (transaction) =>
      settleIn(transaction, outcomes, visits, hold),
    );
  }

  /** Takes another body for an entry that is stopped; false when it is not, or no longer, as the caller read it. */
  async replace(before: QueuedRecord, after: OutboxRecord, visit?: VisitChange): Promise<boolean> {
    return this.#database.write(["outbox", "visits", "meta"], async (transaction) => {
      const outbox = transaction.objectStore("outbox");
      const [now, counts, head] = await Promise.all([
        outbox.get(before.seq),
        transaction.objectStore("meta").get(COUNTS_KEY),
        outbox.index("bySubject").getKey(laneRange(before.subjectKey)),
      ]);
      const same = now?.id === before.id && now.hash === before.hash && now.state === before.state;
      if (!same || !isStopped(before.state)) return false;
      if (visit) await writeVisit(transaction.objectStore("visits"), visit);
      const { readyAt: _, ...rest } = after;
      const stood = countsIn(counts?.value);
      await outbox.put({ ...rest, seq: before.seq, ...(head === before.seq ? { readyAt: 0 } : {}) });
      const value: StoredCounts = { ...stood, stopped: stood.stopped - (isStopped(after.state) ? 0 : 1) };
      await transaction.objectStore("meta").put({ key: COUNTS_KEY, value });
      return true;
    });
  }

  /**
   * A person asked: what is stopped or waits for later may be sent now. The state stays until the board has answered.
   * `ids`: these alone.
   */
  async rearm(now: number, ids?: readonly string[]): Promise<void> {
    const stopped = ids
      ? (await this.byIds(ids)).map(({ seq }) => seq)
      : await this.#database.read(["outbox"], async (transaction) => {
          const outbox = transaction.objectStore("outbox");
          const later = outbox.index("byReadyAt").getAllKeys(IDBKeyRange.lowerBound(now, true));
          const states = (["parked", "quarantined"] as const).map((state) =>
            outbox.index("byState").getAllKeys(stateRange(state)),
          );
          return (await Promise.all([later, ...states])).flat();
        });
    for (let from = 0; from < stopped.length; from += AT_ONCE) {
      const some = stopped.slice(from, from + AT_ONCE);
      await this.#database.write(["outbox"], async (transaction) => {
        const outbox = transaction.objectStore("outbox");
        for (const seq of some) {
          const row = await outbox.get(seq);
          if (!row) continue;
          const head = await outbox.index("bySubject").getKey(laneRange(row.subjectKey));
          if (head === seq && (row.needs ?? []).length === 0) await outbox.put({ ...row, readyAt: 0 });
        }
      });
    }
  }

  /** When the next entry may be sent; null when none will be by itself. */
  async nextReadyAt(now: number): Promise<number | null> {
    return this.#database.read(["outbox"], async (transaction) => {
      const index = transaction.objectStore("outbox").index("byReadyAt");
      const strange = await index.getKey(IDBKeyRange.lowerBound(now + LONGEST_DELAY_MS, true));
      const first = await index.openKeyCursor();
      if (!first) return null;
      return strange === undefined ? first.key : now;
    });
  }

  async facts(): Promise<OutboxFacts> {
    return this.#database.read(["meta", "outbox"], async (transaction) => {
      const meta = transaction.objectStore("meta");
      const [counts, latest, held, last] = await Promise.all([
        meta.get(COUNTS_KEY),
        meta.get(LAST_DELIVERY_KEY),
        meta.get(HOLD_KEY),
        transaction.objectStore("outbox").openKeyCursor(null, "prev"),
      ]);
      const hold = readHold(held?.value);
      const stored = countsIn(counts?.value);
      return {
        counts: { total: totalOf(stored, last?.key), stopped: stored.stopped },
        ...(typeof latest?.value === "number" ? { lastDeliveredAt: latest.value } : {}),
        ...(hold ? { hold } : {}),
      };
    });
  }

  #tolerant<Value>(work: (rows: ReadRows) => Promise<Value>): Promise<Value> {
    return readRows(this.#database, work);
  }
}

export const isStopped = (state: OutboxState): boolean => state === "parked" || state === "quarantined";

/** The record with what it still needs, and the references that it needed and has. */
const withNeeds = (
  record: OutboxRecord,
  waiting: readonly (number | undefined)[],
  done: readonly (ReceiptRecord | undefined)[],
): OutboxRecord => {
  const { needs = [], ...rest } = record;
  if (needs.length === 0) return rest;
  const open = needs.filter((_, index) => waiting[index] !== undefined);
  const known = needs.flatMap((id, index) => {
    const receipt = done[index];
    return receipt ? [[id, receipt.serverId] as const] : [];
  });
  return {
    ...rest,
    ...(open.length > 0 ? { needs: open } : {}),
    ...(known.length > 0 ? { resolved: Object.fromEntries(known) } : {}),
  };
};

/** A visit without an entry that the board has now. */
export const withoutPending = (stored: StoredVisit, id: string): StoredVisit => ({
  ...stored,
  pending: stored.pending.filter((entry) => entry !== id),
});
