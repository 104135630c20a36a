import { createCollection, localOnlyCollectionOptions } from "@tanstack/db";
import { IndexedDBAdapter, startOfflineExecutor } from "@tanstack/offline-transactions";
import { type Contender, type Destination, requestFor } from "./contender.ts";

interface Entry {
  readonly id: string;
  readonly body: string;
}

/** Tells when the first write of a transaction is through, which the library itself does not. */
class TellingStorage extends IndexedDBAdapter {
  #kept: ((id: string) => void) | undefined;

  onKept(listener: (id: string) => void): void {
    this.#kept = listener;
  }

  override async set(key: string, value: string): Promise<void> {
    await super.set(key, value);
    this.#kept?.(key);
  }
}

/** Online when the bench says so: entries are accepted while it is not. */
class Switch {
  #online = false;
  readonly #listeners = new Set<() => void>();
  set(online: boolean): void {
    this.#online = online;
    if (online) this.notifyOnline();
  }
  isOnline = (): boolean => this.#online;
  notifyOnline = (): void => {
    for (const listener of this.#listeners) listener();
  };
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  dispose = (): void => this.#listeners.clear();
}

const ALONE = {
  requestLeadership: async () => true,
  releaseLeadership: () => undefined,
  isLeader: () => true,
  onLeadershipChange: () => () => undefined,
};

const IDLE_MILLISECONDS = 200;

/** @tanstack/offline-transactions, with a mutation function as its documentation writes one. */
export const tanstack = async (to: Destination): Promise<Contender> => {
  const storage = new TellingStorage(`queue-${crypto.randomUUID()}`);
  const line = new Switch();
  const entries = createCollection(
    localOnlyCollectionOptions<Entry, string>({ id: crypto.randomUUID(), getKey: ({ id }) => id }),
  );
  const executor = startOfflineExecutor({
    collections: { entries },
    mutationFns: {
      send: async ({ transaction }) => {
        for (const mutation of transaction.mutations) {
          const { body } = mutation.modified;
          if (typeof body !== "string") throw new TypeError("an entry without a body");
          const response = await fetch(requestFor(to, JSON.parse(body)));
          if (!response.ok) throw new Error(`HTTP ${response.status}`);
        }
      },
    },
    storage,
    onlineDetector: line,
    // There is one tab; the library's own election lets a lock go later than `dispose` says.
    leaderElection: ALONE,
  });
  await executor.waitForInit();
  let kept: (() => void) | undefined;
  storage.onKept(() => kept?.());
  const waiting = async () => (await storage.keys()).length;
  return {
    name: "tanstack-offline-transactions",
    accept: async (id, bundle) => {
      line.set(false);
      const stored = new Promise<void>((resolve) => {
        kept = resolve;
      });
      const transaction = executor.createOfflineTransaction({ mutationFnName: "send", autoCommit: false });
      transaction.mutate(() => {
        entries.insert({ id, body: JSON.stringify(bundle) });
      });
      // Settles when the entry was sent, much later; a permanent failure is told here and nowhere else.
      transaction.commit().catch(() => undefined);
      await stored;
    },
    drain: async () => {
      line.set(true);
      // It retries by itself; one try is over when nothing went away for a while.
      for (let before = -1, left = await waiting(); left > 0 && left !== before; ) {
        before = left;
        await new Promise((resolve) => setTimeout(resolve, IDLE_MILLISECONDS));
        left = await waiting();
      }
    },
    waiting,
    close: () => executor.dispose(),
  };
};
