import { type IDBPDatabase, openDB } from "idb";
import { migrate, SCHEMA_VERSION } from "./migrations.ts";
import type { VaultSchema } from "./schema.ts";
import { asOpeningError, StorageError } from "./storage-error.ts";

/** An upgrade that other windows hold up is waited for this long, then said. */
const BLOCKED_MS = 5_000;

export interface Handle {
  readonly database: IDBPDatabase<VaultSchema>;
  /** The browser closed it, or gave it away to a newer version. What ran on it was rolled back. */
  readonly lost: boolean;
}

/**
 * One live connection. The browser may close it at any time (profile cleared, disk trouble, newer version in another
 * window); then the handle is dropped here, and the next caller opens another.
 */
export class Connection {
  readonly #name: string;
  #opening: Promise<Handle> | undefined;
  #current: Handle | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  handle(): Promise<Handle> {
    this.#opening ??= this.#open().then(
      (handle) => {
        this.#current = handle;
        return handle;
      },
      (cause: unknown) => {
        this.#opening = undefined;
        throw asOpeningError(cause);
      },
    );
    return this.#opening;
  }

  /** The caller found the handle unusable. */
  drop(handle: Handle): void {
    if (this.#current !== handle) return;
    this.#current = undefined;
    this.#opening = undefined;
  }

  async close(): Promise<void> {
    const opening = this.#opening;
    this.#opening = undefined;
    const handle = await opening?.catch(() => undefined);
    handle?.database.close();
  }

  async #open(): Promise<Handle> {
    let lost = false;
    let late = false;
    const forget = () => {
      lost = true;
      this.#current = undefined;
      this.#opening = undefined;
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const blocked = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        late = true;
        reject(new StorageError("storage-blocked"));
      }, BLOCKED_MS);
    });
    const opening = openDB<VaultSchema>(this.#name, SCHEMA_VERSION, {
      upgrade: (database, from, _to, transaction) => migrate(database, from, transaction),
      blocking: () => {
        forget();
        void opening.then((database) => database.close());
      },
      terminated: forget,
    });
    opening.then(
      (database) => late && database.close(),
      () => undefined,
    );
    try {
      const database = await Promise.race([opening, blocked]);
      return {
        database,
        get lost() {
          return lost;
        },
      };
    } finally {
      clearTimeout(timer);
    }
  }
}
