import type { Queryable } from "../database/database.ts";
import { isUniqueViolation } from "../database/sql-state.ts";
import { BoardError } from "../outcome/outcome.ts";
import { tokensOf } from "../search/tokens.ts";
import { amendmentComplaints } from "../validation/subjects.ts";
import { businessKeyOf, entryKeysOf, POLICY_KEY } from "./keys.ts";
import { type ResourceRow, type StoredResource, withMeta } from "./stored-resource.ts";

/** The database's clock: one clock for every process that shares it. */
export const databaseNow = async (database: Queryable): Promise<Date> => {
  const [row] = await database.query<{ now: Date }>(
    "SELECT date_trunc('milliseconds', clock_timestamp()) AS now",
  );
  if (!row) throw new BoardError("busy");
  return row.now;
};

export const readRows = async (
  database: Queryable,
  type: string,
  ids: readonly string[],
): Promise<readonly ResourceRow[]> =>
  database.query<ResourceRow>("SELECT * FROM resource WHERE type = $1 AND id = ANY($2::text[])", [type, ids]);

export const readRow = async (
  database: Queryable,
  type: string,
  id: string,
): Promise<ResourceRow | undefined> => (await readRows(database, type, [id]))[0];

const writeTokens = async (transaction: Queryable, resources: readonly StoredResource[]): Promise<void> => {
  const rows = resources.flatMap((resource) =>
    tokensOf(resource).map((token) => ({ type: resource.resourceType, id: resource.id, ...token })),
  );
  if (rows.length === 0) return;
  await transaction.query(
    `INSERT INTO token (type, id, name, system, value)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])`,
    [
      rows.map((row) => row.type),
      rows.map((row) => row.id),
      rows.map((row) => row.name),
      rows.map((row) => row.system),
      rows.map((row) => row.value),
    ],
  );
};

export interface EntryClaim {
  readonly type: string;
  readonly value: string;
  /** Id under which the resource will be stored if the key is free. */
  readonly id: string;
}

/**
 * Takes entry keys, and says under which id each is or will be stored. Waits for a transaction that is taking one of
 * them: afterwards either its resource is visible or the key is ours. Always in one order, so that two do not wait
 * for each other.
 */
export const claimEntryKeys = async (
  transaction: Queryable,
  claims: readonly EntryClaim[],
): Promise<readonly EntryClaim[]> => {
  if (claims.length === 0) return [];
  const ordered = [...claims].sort((one, two) => (one.value < two.value ? -1 : 1));
  const types = ordered.map((claim) => claim.type);
  const values = ordered.map((claim) => claim.value);
  await transaction.query(
    `INSERT INTO entry_key (type, value, id) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
     ON CONFLICT DO NOTHING`,
    [types, values, ordered.map((claim) => claim.id)],
  );
  return transaction.query<EntryClaim>(
    `SELECT type, value, id FROM entry_key
     WHERE (type, value) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    [types, values],
  );
};

/** Says what a broken business key means. */
const explained = async <Value>(key: string | null, work: Promise<Value>): Promise<Value> => {
  try {
    return await work;
  } catch (error) {
    if (!isUniqueViolation(error, "resource_business_key")) throw error;
    if (key?.startsWith("visit|")) throw new BoardError("visit-already-open");
    if (key?.startsWith("site-link|")) throw new BoardError("his-code-linked");
    throw new BoardError(key?.startsWith("form|") ? "form-already-issued" : "document-already-active");
  }
};

/** New resources, version 1. Their entry keys are claimed here, or were by the caller for the same ids. */
export const insertRows = async (
  transaction: Queryable,
  resources: readonly StoredResource[],
  now: Date,
): Promise<readonly StoredResource[]> => {
  const complete = resources.map((resource) => withMeta(resource, 1, now));
  const keys = complete.map(businessKeyOf);
  const claims = complete.flatMap((resource) =>
    entryKeysOf(resource).map((value) => ({ type: resource.resourceType, id: resource.id, value })),
  );
  const taken = await claimEntryKeys(transaction, claims);
  const ours = new Set(claims.map((claim) => `${claim.type}/${claim.value}/${claim.id}`));
  if (
    taken.length !== claims.length ||
    taken.some((claim) => !ours.has(`${claim.type}/${claim.value}/${claim.id}`))
  )
    throw new BoardError("entry-already-stored");
  await explained(
    keys.find((key) => key !== null) ?? null,
    transaction.query(
      `INSERT INTO resource (type, id, version, last_updated, business_key, content)
       SELECT type, id, 1, $1, business_key, content
       FROM unnest($2::text[], $3::text[], $4::text[], $5::json[]) AS new (type, id, business_key, content)`,
      [
        now,
        complete.map((resource) => resource.resourceType),
        complete.map((resource) => resource.id),
        keys,
        complete.map((resource) => JSON.stringify(resource)),
      ],
    ),
  );
  await writeTokens(transaction, complete);
  return complete;
};

/**
 * A new version. The row is locked first, so that `ifMatch` and the change are one.
 * `lastUpdated` of a resource never goes back, also when the clock does.
 */
export const updateRow = async (
  transaction: Queryable,
  resource: StoredResource,
  ifMatch: string,
  now: Date,
): Promise<StoredResource> => {
  const { resourceType: type, id } = resource;
  const [row] = await transaction.query<ResourceRow>(
    "SELECT * FROM resource WHERE type = $1 AND id = $2 FOR UPDATE",
    [type, id],
  );
  if (!row) throw new BoardError("not-found");
  if (String(row.version) !== ifMatch) throw new BoardError("version-conflict");
  const before = [...entryKeysOf(row.content)].sort().join();
  if ([...entryKeysOf(resource)].sort().join() !== before) throw new BoardError("entry-key-invalid");
  const [complaint] = amendmentComplaints(row.content, resource);
  if (complaint) throw new BoardError(complaint);
  const lastUpdated = new Date(Math.max(now.getTime(), row.last_updated.getTime() + 1));
  const next = withMeta(resource, row.version + 1, lastUpdated);
  const key = businessKeyOf(next);
  // The policy in force is amended in place; without one nothing could be judged.
  if (row.business_key === POLICY_KEY && key !== POLICY_KEY) throw new BoardError("document-invalid");
  await transaction.query(
    `INSERT INTO resource_version (type, id, version, last_updated, content)
     SELECT type, id, version, last_updated, content FROM resource WHERE type = $1 AND id = $2`,
    [type, id],
  );
  await explained(
    key,
    transaction.query(
      `UPDATE resource SET version = $3, last_updated = $4, business_key = $5, content = $6::json
       WHERE type = $1 AND id = $2`,
      [type, id, row.version + 1, lastUpdated, key, JSON.stringify(next)],
    ),
  );
  await transaction.query("DELETE FROM token WHERE type = $1 AND id = $2", [type, id]);
  await writeTokens(transaction, [next]);
  return next;
};

/** Current version first, then those before. */
export const versionRows = async (
  database: Queryable,
  type: string,
  id: string,
  limit: number,
  offset: number,
): Promise<readonly ResourceRow[]> =>
  database.query<ResourceRow>(
    `SELECT type, id, version, last_updated, business_key, content FROM resource
       WHERE type = $1 AND id = $2
     UNION ALL
     SELECT type, id, version, last_updated, NULL, content FROM resource_version WHERE type = $1 AND id = $2
     ORDER BY version DESC LIMIT $3 OFFSET $4`,
    [type, id, limit, offset],
  );
