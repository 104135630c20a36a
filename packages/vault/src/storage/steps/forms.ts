import type { IDBPDatabase } from "idb";
import type { VaultSchema } from "../schema.ts";

/** Room for each user's forms, drafts and submitted ones (forms/form-store.ts). */
export const addForms = (database: IDBPDatabase<VaultSchema>): void => {
  database.createObjectStore("forms", { keyPath: "id" }).createIndex("byUser", "by");
};
