import type { IDBPDatabase } from "idb";
import type { VaultSchema } from "../schema.ts";

/** Room for the device's keys, wrapped for each user and for the board (keys/keyrings.ts). */
export const addKeyrings = (database: IDBPDatabase<VaultSchema>): void => {
  database.createObjectStore("keyrings", { keyPath: "key" });
};
