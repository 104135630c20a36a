import type { IDBPDatabase, IDBPTransaction, StoreNames } from "idb";
import { scheduleWaiting } from "./schedule-waiting.ts";
import type { VaultSchema } from "./schema.ts";
import { addForms } from "./steps/forms.ts";
import { addKeyrings } from "./steps/keyrings.ts";
import { addSiteLinks } from "./steps/site-links.ts";

export type UpgradeTransaction = IDBPTransaction<VaultSchema, StoreNames<VaultSchema>[], "versionchange">;
type Migration = (
  database: IDBPDatabase<VaultSchema>,
  transaction: UpgradeTransaction,
) => void | Promise<void>;

/**
 * Step n brings a database from version n to n + 1. Steps only add: an older row stays readable, and a step that has
 * been released is never edited (DESIGN 5).
 */
const STEPS: readonly Migration[] = [
  (database) => {
    database.createObjectStore("meta", { keyPath: "key" });
    database.createObjectStore("slots", { keyPath: "id" });
    database.createObjectStore("index", { keyPath: "key" });
    database.createObjectStore("entries", { keyPath: "key" });
    database.createObjectStore("parts", { keyPath: "key" });
    database.createObjectStore("documents", { keyPath: "key" });
    database.createObjectStore("visits", { keyPath: "id" }).createIndex("bySubject", "subjectKey");
    const outbox = database.createObjectStore("outbox", { keyPath: "seq", autoIncrement: true });
    outbox.createIndex("byId", "id", { unique: true });
    outbox.createIndex("bySubject", ["subjectKey", "seq"]);
    outbox.createIndex("byState", ["state", "seq"]);
    database.createObjectStore("receipts", { keyPath: "id" });
  },
  async (_database, transaction) => {
    const outbox = transaction.objectStore("outbox");
    outbox.createIndex("byReadyAt", "readyAt");
    outbox.createIndex("byNeed", "needs", { multiEntry: true });
    transaction.objectStore("receipts").createIndex("byDeliveredAt", "deliveredAt");
    await scheduleWaiting(transaction);
  },
  addKeyrings,
  addForms,
  addSiteLinks,
];

export const SCHEMA_VERSION = STEPS.length;

/** Runs the steps that are missing, inside the upgrade's own transaction: all of them are made, or none. */
export const migrate = async (
  database: IDBPDatabase<VaultSchema>,
  from: number,
  transaction: UpgradeTransaction,
  to = SCHEMA_VERSION,
): Promise<void> => {
  try {
    for (const step of STEPS.slice(from, to)) await step(database, transaction);
  } catch {
    // The opening then fails and says so, and the database is as it was.
    transaction.done.catch(() => undefined);
    transaction.abort();
  }
};
