import { allOf } from "../storage/all-of.ts";
import type { VaultDatabase } from "../storage/database.ts";
import type { ReceiptRecord } from "../storage/schema.ts";

const AT_ONCE = 500;

/** What was delivered, for as long as the policy keeps it. */
export class Receipts {
  readonly #database: VaultDatabase;

  constructor(database: VaultDatabase) {
    this.#database = database;
  }

  /** The latest receipts, newest first. */
  async latest(count: number): Promise<readonly ReceiptRecord[]> {
    return this.#database.read(["receipts"], async (transaction) => {
      const found: ReceiptRecord[] = [];
      const index = transaction.objectStore("receipts").index("byDeliveredAt");
      let cursor = await index.openCursor(null, "prev");
      while (cursor && found.length < count) {
        found.push(cursor.value);
        cursor = await cursor.continue();
      }
      return found;
    });
  }

  /** Purges receipts of what was delivered before; a bounded number at a time. Nothing else here ever expires. */
  async purge(before: number): Promise<void> {
    const old = await this.#database.read(["receipts"], (transaction) =>
      transaction
        .objectStore("receipts")
        .index("byDeliveredAt")
        .getAllKeys(IDBKeyRange.upperBound(before, true), AT_ONCE),
    );
    if (old.length === 0) return;
    await this.#database.write(["receipts"], async (transaction) => {
      const receipts = transaction.objectStore("receipts");
      await allOf(old.map((key) => () => receipts.delete(key)));
    });
  }
}
