import { afterAll, describe } from "vitest";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";
import { runContract } from "./run-contract.ts";

describe("contract on PostgreSQL", () => {
  let server: PostgresServer | undefined;
  runContract(async () => {
    server = await startPostgres();
    return { databaseUrl: await server.newDatabase() };
  });
  afterAll(async () => {
    await server?.stop();
  });
});
