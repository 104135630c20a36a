import { IDENTIFIER_SYSTEMS } from "@cadre-care/fhir";
import type { Database } from "../database/database.ts";

/** How many of some entries are in the database, as resources, as entry keys and as search tokens. */
export const storedEntries = async (
  database: Database,
  entries: readonly string[],
): Promise<{ readonly resources: number; readonly keys: number; readonly tokens: number }> => {
  const [row] = await database.query<{ resources: number; keys: number; tokens: number }>(
    `SELECT
       (SELECT count(*)::integer FROM entry_key k WHERE value = ANY($1::text[])) AS keys,
       (SELECT count(*)::integer FROM entry_key k JOIN resource r ON r.type = k.type AND r.id = k.id
         WHERE k.value = ANY($1::text[])) AS resources,
       (SELECT count(*)::integer FROM token t JOIN resource r ON r.type = t.type AND r.id = t.id
         WHERE t.system = $2 AND t.value = ANY($1::text[])) AS tokens`,
    [entries, IDENTIFIER_SYSTEMS.entry],
  );
  if (!row) throw new Error("no count");
  return row;
};
