import type { IDBPDatabase } from "idb";
import type { VaultSchema } from "../schema.ts";

/** Room for the HIS codes that lead to people of the directory (links/link-store.ts). */
export const addSiteLinks = (database: IDBPDatabase<VaultSchema>): void => {
  database.createObjectStore("links", { keyPath: "key" });
};
