import { type Policy, readPolicy } from "@cadre-care/domain";
import type { OutboxKeys } from "../keys/key-ring.ts";
import { SealBrokenError } from "../keys/seal-broken-error.ts";
import type { VaultDatabase } from "../storage/database.ts";

export type DocumentName = "policy" | "site-profiles";

/** The board's documents, the last good ones, sealed under the outbox's keys: readable as long as delivery goes on. */
export class BoardDocuments {
  readonly #database: VaultDatabase;

  constructor(database: VaultDatabase) {
    this.#database = database;
  }

  async read(name: DocumentName, keys: OutboxKeys): Promise<unknown> {
    const key = `board/${name}`;
    const row = await this.#database.read(["documents"], (transaction) =>
      transaction.objectStore("documents").get(key),
    );
    try {
      return row && (await keys.seal.open(row.document, key));
    } catch (cause) {
      if (cause instanceof SealBrokenError) return undefined;
      throw cause;
    }
  }

  async write(name: DocumentName, value: unknown, keys: OutboxKeys): Promise<void> {
    const key = `board/${name}`;
    const document = await keys.seal.seal(value, key);
    await this.#database.write(["documents"], (transaction) =>
      transaction.objectStore("documents").put({ key, document }),
    );
  }

  /** The last good policy; one of an older version of this software that no longer validates counts as none. */
  async policy(keys: OutboxKeys): Promise<Policy | undefined> {
    const read = readPolicy(await this.read("policy", keys));
    return read.ok ? read.value : undefined;
  }
}
