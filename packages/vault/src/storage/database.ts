import type { IDBPTransaction, StoreNames } from "idb";
import { Connection, type Handle } from "./connection.ts";
import type { VaultSchema } from "./schema.ts";
import { asStorageError, StorageError } from "./storage-error.ts";

export type VaultStore = StoreNames<VaultSchema>;
export type ReadTransaction<Stores extends VaultStore[]> = IDBPTransaction<VaultSchema, Stores, "readonly">;
export type WriteTransaction<Stores extends VaultStore[]> = IDBPTransaction<VaultSchema, Stores, "readwrite">;

/**
 * The store of this machine. `work` may await nothing but its own transaction (anything else lets the browser commit
 * early), and may be called a second time when the connection broke before a commit.
 *
 * @throws StorageError with a problem that a person can act on; what `work` throws comes back unchanged.
 */
export interface VaultDatabase {
  read<const Stores extends VaultStore[], Value>(
    stores: Stores,
    work: (transaction: ReadTransaction<Stores>) => Promise<Value>,
  ): Promise<Value>;
  /** Resolves only when the data is on the disk (durability "strict"); rejects when any part was rolled back. */
  write<const Stores extends VaultStore[], Value>(
    stores: Stores,
    work: (transaction: WriteTransaction<Stores>) => Promise<Value>,
  ): Promise<Value>;
  close(): Promise<void>;
}

type Mode = "readonly" | "readwrite";

/** Marks an attempt whose connection was gone before anything was committed: the only case that is tried again. */
class ConnectionGone extends Error {}

const begin = <Stores extends VaultStore[], Kind extends Mode>(
  handle: Handle,
  stores: Stores,
  mode: Kind,
): IDBPTransaction<VaultSchema, Stores, Kind> => {
  try {
    return handle.database.transaction(stores, mode, { durability: "strict" });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "InvalidStateError")
      throw new ConnectionGone("closed", { cause });
    throw cause;
  }
};

/** Does not wait until the browser notices that nothing more is asked. */
const commit = (transaction: { commit(): void }): void => {
  try {
    transaction.commit();
  } catch {
    // It is over already: how it ended is in `done`.
  }
};

const attempt = async <Stores extends VaultStore[], Kind extends Mode, Value>(
  handle: Handle,
  stores: Stores,
  mode: Kind,
  work: (transaction: IDBPTransaction<VaultSchema, Stores, Kind>) => Promise<Value>,
): Promise<Value> => {
  const transaction = begin(handle, stores, mode);
  // A rejected commit is reported below; until then it must not count as unhandled.
  const done = transaction.done.then(
    () => ({ ok: true as const }),
    (cause: unknown) => ({ ok: false as const, cause }),
  );
  let value: Value;
  try {
    value = await work(transaction);
  } catch (cause) {
    try {
      transaction.abort();
    } catch {
      // It is over already: the reason is in `done`.
    }
    const end = await done;
    if (handle.lost) throw new ConnectionGone("closed while working", { cause });
    const quota = !end.ok && end.cause instanceof DOMException && end.cause.name === "QuotaExceededError";
    throw quota ? end.cause : cause;
  }
  if (mode === "readwrite") commit(transaction);
  const end = await done;
  if (end.ok) return value;
  if (handle.lost) throw new ConnectionGone("closed before commit", { cause: end.cause });
  throw end.cause ?? new StorageError("storage-failed");
};

/** Opens (and where needed creates or upgrades) the database of that name. */
export const openDatabase = async (name: string): Promise<VaultDatabase> => {
  const connection = new Connection(name);
  let closed = false;

  const run = async <Stores extends VaultStore[], Kind extends Mode, Value>(
    stores: Stores,
    mode: Kind,
    work: (transaction: IDBPTransaction<VaultSchema, Stores, Kind>) => Promise<Value>,
  ): Promise<Value> => {
    if (closed) throw new StorageError("storage-lost");
    for (let tries = 0; ; tries += 1) {
      const handle = await connection.handle();
      try {
        return await attempt(handle, stores, mode, work);
      } catch (cause) {
        if (!(cause instanceof ConnectionGone)) throw asStorageError(cause);
        connection.drop(handle);
        if (tries > 0) throw new StorageError("storage-lost", { cause });
      }
    }
  };

  await connection.handle();
  return {
    read: (stores, work) => run(stores, "readonly", work),
    write: (stores, work) => run(stores, "readwrite", work),
    close: async () => {
      closed = true;
      await connection.close();
    },
  };
};
