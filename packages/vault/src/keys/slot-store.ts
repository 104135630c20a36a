import type { VaultDatabase } from "../storage/database.ts";
import type { SlotRecord } from "../storage/schema.ts";
import { StorageError } from "../storage/storage-error.ts";
import { nextTryAt, retryDelay } from "./retry-delay.ts";
import { openSlot, type SlotContent } from "./slot.ts";

export type UnlockAttempt =
  | { readonly state: "opened"; readonly content: SlotContent }
  | { readonly state: "wrong"; readonly failures: number; readonly retryAt: number }
  | { readonly state: "wait"; readonly retryAt: number }
  | { readonly state: "no-slot" };

/** A full disk must not keep out somebody who knows the secret: then the count stays, and one more slip is one step on. */
export const clearFailures = async (database: VaultDatabase, id: string): Promise<void> => {
  try {
    await database.write(["slots"], async (transaction) => {
      const store = transaction.objectStore("slots");
      const slot = await store.get(id);
      if (slot) await store.put({ ...slot, failures: 0, retryAt: 0, closed: false });
    });
  } catch (cause) {
    if (!(cause instanceof StorageError)) throw cause;
  }
};

/**
 * Tries a secret. The try is counted and its wait set on the disk before the secret is looked at, so that closing the
 * browser in the middle wins nothing; success clears the count.
 */
export const trySecret = async (
  database: VaultDatabase,
  id: string,
  secret: string,
  now: () => number,
): Promise<UnlockAttempt> => {
  const counted = await database.write(["slots"], async (transaction) => {
    const store = transaction.objectStore("slots");
    const slot = await store.get(id);
    if (!slot) return { state: "no-slot" } as const;
    const at = now();
    const retryAt = nextTryAt(slot, at);
    if (retryAt > at) return { state: "wait", retryAt } as const;
    const failures = slot.failures + 1;
    const counted: SlotRecord = { ...slot, failures, retryAt: at + retryDelay(failures) };
    await store.put(counted);
    return { state: "counted", slot: counted } as const;
  });
  if (counted.state !== "counted") return counted;
  const content = await openSlot(counted.slot, secret);
  if (!content) return { state: "wrong", failures: counted.slot.failures, retryAt: counted.slot.retryAt };
  await clearFailures(database, id);
  return { state: "opened", content };
};

/** From now on this slot opens through the board, as long as the board can be reached. */
export const closeSlot = (database: VaultDatabase, id: string): Promise<void> =>
  database.write(["slots"], async (transaction) => {
    const store = transaction.objectStore("slots");
    const slot = await store.get(id);
    if (slot) await store.put({ ...slot, closed: true });
  });
