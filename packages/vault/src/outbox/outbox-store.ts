import type { z } from "zod";
import type { OutboxKeys } from "../keys/key-ring.ts";
import type { VaultDatabase } from "../storage/database.ts";
import type { OutboxRecord } from "../storage/schema.ts";
import type { StoredVisit } from "../visits/stored-visit.ts";
import { type VisitChange, writeVisit } from "../visits/visit-store.ts";
import { type OutboxBody, outboxBodySchema, sha256 } from "./outbox-body.ts";

/** A record that the database has numbered. */
export type QueuedRecord = OutboxRecord & { readonly seq: number };

/** An entry whose bytes are not what was accepted. */
export class EntryUnreadableError extends Error {
  constructor(options?: ErrorOptions) {
    super("the entry's bytes are not those that were accepted", options);
    this.name = "EntryUnreadableError";
  }
}

const context = (id: string): string => `outbox/${id}`;
const LAST_DELIVERY = "outbox/last-delivered";

const queued = (record: OutboxRecord): QueuedRecord[] =>
  record.seq === undefined ? [] : [{ ...record, seq: record.seq }];

export interface OutboxCounts {
  readonly total: number;
  readonly parked: number;
  readonly oldest?: QueuedRecord;
  readonly lastDeliveredAt?: number;
}

/** The queue on the disk. Every write is one strict transaction; none drops an entry but the one of its delivery. */
export class OutboxStore {
  readonly #database: VaultDatabase;

  constructor(database: VaultDatabase) {
    this.#database = database;
  }

  /** Seals a body once and for all. `id` is the entry's UUID, minted by the caller. */
  async freeze(
    id: string,
    lane: string,
    body: z.input<typeof outboxBodySchema> | OutboxBody,
    at: number,
    keys: OutboxKeys,
  ): Promise<OutboxRecord> {
    const text = JSON.stringify(body);
    return {
      id,
      kind: body.kind,
      subjectKey: lane,
      schemaVersion: 1,
      hash: await sha256(text),
      body: await keys.seal.seal(text, context(id)),
      acceptedAt: at,
      attempts: 0,
      nextAttemptAt: at,
      state: "waiting",
    };
  }

  /** @throws EntryUnreadableError when the bytes, their hash or their shape are not those that were frozen. */
  async open(record: OutboxRecord, keys: OutboxKeys): Promise<OutboxBody> {
    try {
      const text = await keys.seal.open(record.body, context(record.id));
      if (typeof text !== "string" || (await sha256(text)) !== record.hash) throw new EntryUnreadableError();
      return outboxBodySchema.parse(JSON.parse(text));
    } catch (cause) {
      throw cause instanceof EntryUnreadableError ? cause : new EntryUnreadableError({ cause });
    }
  }

  /** On the disk together with the visit that it belongs to, or not at all. */
  async add(record: OutboxRecord, visit?: VisitChange): Promise<void> {
    await this.#database.write(["outbox", "visits"], async (transaction) => {
      const outbox = transaction.objectStore("outbox");
      // The attempt before may have been committed just before its connection broke.
      if ((await outbox.index("byId").getKey(record.id)) !== undefined) return;
      if (visit) await writeVisit(transaction.objectStore("visits"), visit);
      await outbox.add(record);
    });
  }

  /** Up to `count` records after `seq`, in the order of acceptance. */
  async after(seq: number, count: number): Promise<readonly QueuedRecord[]> {
    const records = await this.#database.read(["outbox"], (transaction) =>
      transaction.objectStore("outbox").getAll(IDBKeyRange.lowerBound(seq, true), count),
    );
    return records.flatMap(queued);
  }

  async byIds(ids: readonly string[]): Promise<readonly QueuedRecord[]> {
    return this.#database.read(["outbox"], async (transaction) => {
      const index = transaction.objectStore("outbox").index("byId");
      const records = await Promise.all(ids.map((id) => index.get(id)));
      return records.flatMap((record) => (record ? queued(record) : []));
    });
  }

  /** Changes how a record stands, never what it says; nothing when it is delivered already. */
  async update(
    seq: number,
    change: Partial<Pick<OutboxRecord, "attempts" | "nextAttemptAt" | "state" | "lastError">>,
  ): Promise<void> {
    await this.#database.write(["outbox"], async (transaction) => {
      const outbox = transaction.objectStore("outbox");
      const record = await outbox.get(seq);
      if (record) await outbox.put({ ...record, ...change });
    });
  }

  /** The board has it: record, receipt and visit change together. */
  async delivered(record: QueuedRecord, serverId: string, at: number, visit?: VisitChange): Promise<void> {
    const { id, hash, seq } = record;
    await this.#database.write(["outbox", "receipts", "visits", "meta"], async (transaction) => {
      const outbox = transaction.objectStore("outbox");
      if ((await outbox.getKey(seq)) === undefined) return;
      if (visit) await writeVisit(transaction.objectStore("visits"), visit);
      await transaction.objectStore("receipts").put({ id, deliveredAt: at, serverId, hash });
      await transaction.objectStore("meta").put({ key: LAST_DELIVERY, value: at });
      await outbox.delete(seq);
    });
  }

  async counts(): Promise<OutboxCounts> {
    return this.#database.read(["outbox", "meta"], async (transaction) => {
      const outbox = transaction.objectStore("outbox");
      const parked = IDBKeyRange.bound(["parked", -Infinity], ["parked", Infinity]);
      const [total, stopped, [oldest], last] = await Promise.all([
        outbox.count(),
        outbox.index("byState").count(parked),
        outbox.getAll(null, 1),
        transaction.objectStore("meta").get(LAST_DELIVERY),
      ]);
      const first = oldest && queued(oldest)[0];
      return {
        total,
        parked: stopped,
        ...(first ? { oldest: first } : {}),
        ...(typeof last?.value === "number" ? { lastDeliveredAt: last.value } : {}),
      };
    });
  }
}

/** A visit without an entry that the board has now. */
export const withoutPending = (stored: StoredVisit, id: string): StoredVisit => ({
  ...stored,
  pending: stored.pending.filter((entry) => entry !== id),
});
