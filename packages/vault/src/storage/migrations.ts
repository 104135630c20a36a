import type { IDBPDatabase } from "idb";
import type { VaultSchema } from "./schema.ts";
import { addKeyrings } from "./steps/keyrings.ts";

type Migration = (database: IDBPDatabase<VaultSchema>) => void;

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
  addKeyrings,
];

export const SCHEMA_VERSION = STEPS.length;

export const migrate = (database: IDBPDatabase<VaultSchema>, from: number): void => {
  for (const step of STEPS.slice(from)) step(database);
};
