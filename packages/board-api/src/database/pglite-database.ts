import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { Database, Queryable } from "./database.ts";
import { lockFolder } from "./folder-lock.ts";

interface PgliteRunner {
  query<Row>(sql: string, parameters?: unknown[]): Promise<{ rows: Row[] }>;
}

const queryable = (runner: PgliteRunner): Queryable => ({
  query: async <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
    (await runner.query<Row>(sql, [...parameters])).rows,
});

/**
 * PGlite: PostgreSQL in WebAssembly, one process, one query at a time. `folder` absent: in memory.
 * @throws FolderInUseError when another process has the folder open
 */
export const openPglite = async (folder?: string): Promise<Database> => {
  if (folder) mkdirSync(folder, { recursive: true });
  const unlock = folder ? lockFolder(folder) : () => undefined;
  const client = await PGlite.create(folder ? join(folder, "pglite") : "memory://");
  return {
    kind: "pglite",
    ...queryable(client),
    transaction: (run) => client.transaction((transaction) => run(queryable(transaction))),
    close: async () => {
      await client.close();
      unlock();
    },
  };
};
