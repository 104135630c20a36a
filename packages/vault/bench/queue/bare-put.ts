import type { TransactionBundle } from "@cadre-care/fhir";
import { openDB } from "idb";

/** The least that durable acceptance can cost: one put in one strict transaction. */
export const barePut = async (): Promise<(bundle: TransactionBundle) => Promise<void>> => {
  const database = await openDB(`bare-${crypto.randomUUID()}`, 1, {
    upgrade: (opened) => void opened.createObjectStore("entries", { autoIncrement: true }),
  });
  return async (bundle) => {
    const transaction = database.transaction("entries", "readwrite", { durability: "strict" });
    await Promise.all([transaction.store.put(JSON.stringify(bundle)), transaction.done]);
  };
};
