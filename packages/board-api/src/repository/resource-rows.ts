import type { Queryable } from "../database/database.ts";
import { isUniqueViolation } from "../database/sql-state.ts";
import { BoardError } from "../outcome/outcome.ts";
import { tokensOf } from "../search/tokens.ts";
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

export const readRow = async (
  database: Queryable,
  type: string,
  id: string,
): Promise<ResourceRow | undefined> =>
  (await database.query<ResourceRow>("SELECT * FROM resource WHERE type = $1 AND id = $2", [type, id]))[0];

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

/**
 * Takes an entry key for `id`, or says whose it is. Waits for a transaction that is taking the same key: afterwards
 * either its resource is visible or the key is ours.
 */
export const claimEntryKey = async (
  transaction: Queryable,
  type: string,
  value: string,
  id: string,
): Promise<{ readonly ours: boolean; readonly id: string }> => {
  const inserted = await transaction.query(
    "INSERT INTO entry_key (type, value, id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id",
    [type, value, id],
  );
  if (inserted.length > 0) return { ours: true, id };
  const owner = await findEntryKey(transaction, type, value);
  if (owner === undefined) throw new BoardError("busy");
  return { ours: owner === id, id: owner };
};

export const findEntryKey = async (
  database: Queryable,
  type: string,
  value: string,
): Promise<string | undefined> => {
  const [row] = await database.query<{ id: string }>(
    "SELECT id FROM entry_key WHERE type = $1 AND value = $2",
    [type, value],
  );
  return row?.id;
};

/** Says what a broken business key means. */
const explained = async <Value>(key: string | null, work: Promise<Value>): Promise<Value> => {
  try {
    return await work;
  } catch (error) {
    if (!isUniqueViolation(error, "resource_business_key")) throw error;
    throw new BoardError(key?.startsWith("visit|") ? "visit-already-open" : "document-already-active");
  }
};

/** New resources, version 1. Entry keys must have been claimed by the caller, or are claimed here. */
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
  for (const claim of claims) {
    const taken = await claimEntryKey(transaction, claim.type, claim.value, claim.id);
    if (!taken.ours) throw new BoardError("entry-already-stored");
  }
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
