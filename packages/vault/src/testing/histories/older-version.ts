import { deleteDB, type IDBPDatabase, openDB, type StoreNames } from "idb";
import { migrate } from "../../storage/migrations.ts";
import type { VaultSchema } from "../../storage/schema.ts";

/** Facts that the first version did not keep; the second did. */
const LATER_FACTS = new Set(["outbox/counts", "outbox/hold"]);

const STATES = new Map([["quarantined", "parked"]]);

/** A row of the outbox as the first version of the schema would have it. */
const asFirst = (row: Record<string, unknown>): Record<string, unknown> => {
  const { readyAt: _, ...rest } = row;
  return { ...rest, state: STATES.get(String(row.state)) ?? row.state };
};

const rowsOf = async (
  database: IDBPDatabase<VaultSchema>,
): Promise<Map<StoreNames<VaultSchema>, unknown[]>> => {
  const stores = [...database.objectStoreNames];
  const rows = new Map<StoreNames<VaultSchema>, unknown[]>();
  for (const store of stores) rows.set(store, await database.getAll(store));
  return rows;
};

/**
 * Makes the database what an earlier version of this software would have left, with everything that is in it: the steps up
 * to `version` alone, and none of the facts that later ones keep. Nobody may have it open.
 */
export const turnBack = async (name: string, version: number): Promise<void> => {
  const now = await openDB<VaultSchema>(name);
  const rows = await rowsOf(now);
  now.close();
  await deleteDB(name);
  const then = await openDB<VaultSchema>(name, version, {
    upgrade: (database, from, _to, transaction) => migrate(database, from, transaction, version),
  });
  const writing = then.transaction([...then.objectStoreNames], "readwrite");
  // A store that came later had nothing to leave.
  for (const [store, values] of rows)
    for (const value of then.objectStoreNames.contains(store) ? values : []) {
      const row = Object(value);
      if (version === 1 && store === "meta" && LATER_FACTS.has(row.key)) continue;
      await writing.objectStore(store).put(version === 1 && store === "outbox" ? asFirst(row) : row);
    }
  await writing.done;
  then.close();
};
