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

/** What a search is ordered by, as SQL, and how a cursor's moment is compared with it. */
const orderOf = (query: SearchQuery, parameters: unknown[]) =>
  query.sortedBy === undefined
    ? { source: "", moment: "r.last_updated", type: "timestamptz" }
    : {
        source: `JOIN token s ON s.type = r.type AND s.id = r.id AND s.name = $${parameters.push(query.sortedBy)}`,
        moment: 's.value COLLATE "C"',
        type: "text",
      };

const beyond = (
  cursor: Cursor,
  query: SearchQuery,
  order: ReturnType<typeof orderOf>,
  parameters: unknown[],
): string => {
  const at = parameters.push(cursor.at);
  const id = parameters.push(cursor.id);
  return `(${order.moment}, r.id) ${query.descending ? "<" : ">"} ($${at}::${order.type}, $${id})`;
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
  const order = orderOf(query, parameters);
  if (query.cursor) conditions.push(beyond(query.cursor, query, order, parameters));
  const direction = query.descending ? "DESC" : "ASC";
  const rows =
    query.count === 0
      ? []
      : await database.query<ResourceRow & { readonly moment: Date | string }>(
          `SELECT r.*, ${order.moment} AS moment FROM resource r ${order.source} WHERE ${conditions.join(" AND ")}
           ORDER BY ${order.moment} ${direction}, r.id ${direction} LIMIT $${parameters.push(query.count + 1)}`,
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
        ? encodeCursor({ at: new Date(last.moment).toISOString(), id: last.id })
        : undefined,
    asOf,
  };
};
