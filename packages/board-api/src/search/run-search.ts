import type { Queryable } from "../database/database.ts";
import { databaseNow } from "../repository/resource-rows.ts";
import type { ResourceRow, StoredResource } from "../repository/stored-resource.ts";
import { type Cursor, encodeCursor, type SearchQuery } from "./search-query.ts";
import { valuesAt } from "./tokens.ts";

export interface SearchPage {
  readonly matches: readonly StoredResource[];
  readonly included: readonly StoredResource[];
  /** On the first page only. */
  readonly total: number | undefined;
  readonly next: string | undefined;
  /** The database's time before the page was read: what is newer may be missing from it. */
  readonly asOf: Date;
}

const beyond = (cursor: Cursor, query: SearchQuery, parameters: unknown[]): string => {
  const at = parameters.push(cursor.lastUpdated);
  const id = parameters.push(cursor.id);
  return `(r.last_updated, r.id) ${query.descending ? "<" : ">"} ($${at}::timestamptz, $${id})`;
};

const totalOf = async (database: Queryable, query: SearchQuery): Promise<number> => {
  const [row] = await database.query<{ total: number }>(
    `SELECT count(*)::integer AS total FROM resource r WHERE ${query.conditions.join(" AND ")}`,
    query.parameters,
  );
  return row?.total ?? 0;
};

/** Patients that Flags point at (`_include=Flag:subject`), each once. */
const includedOf = async (
  database: Queryable,
  matches: readonly StoredResource[],
): Promise<readonly StoredResource[]> => {
  const ids = matches.flatMap((match) =>
    valuesAt(match, "subject.reference").flatMap((value) =>
      typeof value === "string" && value.startsWith("Patient/") ? [value.slice("Patient/".length)] : [],
    ),
  );
  const rows = await database.query<ResourceRow>(
    "SELECT * FROM resource WHERE type = 'Patient' AND id = ANY($1::text[])",
    [[...new Set(ids)]],
  );
  return rows.map((row) => row.content);
};

/**
 * One page, by keyset over (last_updated, id): paging costs the same at every depth, and what changes meanwhile moves
 * to the end instead of shifting others.
 */
export const runSearch = async (database: Queryable, query: SearchQuery): Promise<SearchPage> => {
  const asOf = await databaseNow(database);
  const parameters = [...query.parameters];
  const conditions = [...query.conditions];
  if (query.cursor) conditions.push(beyond(query.cursor, query, parameters));
  const direction = query.descending ? "DESC" : "ASC";
  const rows =
    query.count === 0
      ? []
      : await database.query<ResourceRow>(
          `SELECT r.* FROM resource r WHERE ${conditions.join(" AND ")}
           ORDER BY r.last_updated ${direction}, r.id ${direction} LIMIT $${parameters.push(query.count + 1)}`,
          parameters,
        );
  const page = rows.slice(0, query.count);
  const last = page.at(-1);
  const matches = page.map((row) => row.content);
  return {
    matches,
    included: query.includes.length > 0 ? await includedOf(database, matches) : [],
    total: query.cursor ? undefined : await totalOf(database, query),
    next:
      last && rows.length > query.count
        ? encodeCursor({ lastUpdated: last.last_updated.toISOString(), id: last.id })
        : undefined,
    asOf,
  };
};
