import type { ReadTransaction, VaultDatabase } from "../storage/database.ts";
import type { OutboxRecord } from "../storage/schema.ts";
import { StorageError } from "../storage/storage-error.ts";
import { type Row, rowOf } from "./queued-record.ts";

type ReadStore = ReturnType<ReadTransaction<["outbox"]>["objectStore"]>;
type IndexName = "byId" | "bySubject" | "byState" | "byReadyAt";
export type ReadRows = (
  index: IndexName | undefined,
  range: IDBKeyRange,
  count: number,
) => Promise<readonly Row[]>;

const together =
  (outbox: ReadStore): ReadRows =>
  async (index, range, count) => {
    const source = index === undefined ? outbox : outbox.index(index);
    const values: readonly OutboxRecord[] = await source.getAll(range, count);
    return values.map((value) => rowOf(value, value.seq ?? 0));
  };

const oneByOne =
  (outbox: ReadStore, lost: Set<number>): ReadRows =>
  async (index, range, count) => {
    const source = index === undefined ? outbox : outbox.index(index);
    const keys: readonly number[] = await source.getAllKeys(range, count);
    const rows: Row[] = [];
    for (const key of keys) {
      if (lost.has(key)) {
        rows.push({ seq: key, raw: {} });
        continue;
      }
      try {
        rows.push(rowOf(await outbox.get(key), key));
      } catch (cause) {
        lost.add(key);
        throw cause;
      }
    }
    return rows;
  };

/**
 * Reads rows of the outbox, one by one where reading several fails: a row whose bytes the browser lost must not hide the
 * others. It comes back as a damaged one.
 */
export const readRows = async <Value>(
  database: VaultDatabase,
  work: (rows: ReadRows) => Promise<Value>,
): Promise<Value> => {
  let lost: Set<number> | undefined;
  for (;;) {
    const before = lost?.size;
    try {
      return await database.read(["outbox"], (transaction) => {
        const outbox = transaction.objectStore("outbox");
        return work(lost ? oneByOne(outbox, lost) : together(outbox));
      });
    } catch (cause) {
      // A failed request takes its transaction with it: once more without the rows that failed.
      const failed = cause instanceof StorageError && cause.problem.code === "storage-failed";
      if (!failed || (lost && lost.size === before)) throw cause;
      lost ??= new Set();
    }
  }
};
