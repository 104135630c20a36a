import pg from "pg";
import type { Database, Queryable } from "./database.ts";

const queryable = (runner: pg.Pool | pg.PoolClient): Queryable => ({
  query: async <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
    (await runner.query<Row>(sql, [...parameters])).rows,
});

/**
 * PostgreSQL 14 or later; several processes may share it. Statements end after 30 s and idle transactions after 60 s,
 * so that no write commits later than the client's five-minute overlap reaches back (docs/fhir-profile.md, Roster).
 */
export const openPostgres = async (url: string): Promise<Database> => {
  const pool = new pg.Pool({
    connectionString: url,
    max: 20,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  // A broken idle connection is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  await pool.query("SELECT 1");
  return {
    kind: "postgresql",
    ...queryable(pool),
    transaction: async (run) => {
      const client = await pool.connect();
      let broken = false;
      try {
        await client.query("BEGIN");
        const value = await run(queryable(client));
        await client.query("COMMIT");
        return value;
      } catch (error) {
        await client.query("ROLLBACK").catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
};
