import type { DirectoryKeys } from "../keys/key-ring.ts";
import { readPresentKeys } from "../keys/present-keys.ts";
import type { VaultDatabase } from "../storage/database.ts";
import { StorageError } from "../storage/storage-error.ts";
import { DirectoryIndex } from "./directory-index.ts";
import { decodeSegment, encodeSegment, type SegmentRecord } from "./segment.ts";

const PREFIX = "segment/";
const DIGITS = 10;
/** Where synchronisation stands, in the same transactions as the pages that it belongs to. */
export const CURSOR = "directory/cursor";
/** How far the board's site links were read, by site. */
export const LINK_CURSORS = "links/cursors";
const GENERATION = "directory/generation";
const segmentRange = (): IDBKeyRange => IDBKeyRange.bound(PREFIX, `${PREFIX}\uffff`);
/** Records in one segment of a rewrite: about a megabyte. */
const REWRITE_RECORDS = 16_000;

export const segmentKey = (number: number): string => `${PREFIX}${String(number).padStart(DIGITS, "0")}`;

/** The index as read at one generation of the directory. */
export interface LoadedIndex {
  readonly index: DirectoryIndex;
  readonly generation: number;
  /** Segments on the disk, and the number that the next one gets. */
  readonly segments: number;
  readonly next: number;
}

export const readGeneration = async (transaction: {
  objectStore(name: "meta"): { get(key: string): Promise<{ readonly value: unknown } | undefined> };
}): Promise<number> => {
  const row = await transaction.objectStore("meta").get(GENERATION);
  return typeof row?.value === "number" ? row.value : 0;
};

export const writeGeneration = async (
  transaction: {
    objectStore(name: "meta"): { put(row: { key: string; value: unknown }): Promise<unknown> };
  },
  generation: number,
): Promise<void> => {
  await transaction.objectStore("meta").put({ key: GENERATION, value: generation });
};

const readSegments = async (database: VaultDatabase, keys: DirectoryKeys) => {
  const { generation, rows, present } = await database.read(["meta", "index"], async (transaction) => ({
    generation: await readGeneration(transaction),
    rows: await transaction.objectStore("index").getAll(segmentRange()),
    present: await readPresentKeys(transaction),
  }));
  if (present && present.directory !== keys.name) throw new StorageError("storage-keys-changed");
  const plain = await Promise.all(rows.map((row) => keys.segments.open(row.row, row.key)));
  const last = rows.at(-1)?.key.slice(PREFIX.length);
  return { generation, rows, plain, next: last === undefined ? 0 : Number(last) + 1 };
};

/**
 * @throws SealBrokenError when a segment was altered.
 * @throws StorageError `storage-keys-changed` when the machine's keys were changed and these are the former.
 */
export const loadIndex = async (database: VaultDatabase, keys: DirectoryKeys): Promise<LoadedIndex> => {
  const { generation, rows, plain, next } = await readSegments(database, keys);
  return { index: new DirectoryIndex(plain), generation, segments: rows.length, next };
};

/**
 * Drops an index that cannot be read, and the cursor with it: the directory is a copy of the board's, and the next
 * synchronisation reads all of it again. Until then nobody is called unmanaged.
 */
export const dropIndex = async (database: VaultDatabase): Promise<void> => {
  await database.write(["meta", "index", "entries", "parts"], async (transaction) => {
    await transaction.objectStore("index").delete(segmentRange());
    await transaction.objectStore("meta").delete(CURSOR);
    await writeGeneration(transaction, (await readGeneration(transaction)) + 1);
  });
};

export const DIRECTORY_STORES = ["meta", "index", "entries", "parts", "links"] as const;

interface DirectoryTransaction {
  objectStore(name: "index" | "entries" | "parts" | "links"): { clear(): Promise<void> };
  objectStore(name: "meta"): {
    get(key: string): Promise<{ readonly value: unknown } | undefined>;
    put(row: { key: string; value: unknown }): Promise<unknown>;
    delete(key: string): Promise<void>;
  };
}

/** Drops all of it: its keys are no more. The next synchronisation reads everything again, under the new ones. */
export const clearDirectory = async (transaction: DirectoryTransaction): Promise<void> => {
  await transaction.objectStore("index").clear();
  await transaction.objectStore("entries").clear();
  await transaction.objectStore("parts").clear();
  await transaction.objectStore("links").clear();
  await transaction.objectStore("meta").delete(LINK_CURSORS);
  await transaction.objectStore("meta").delete(CURSOR);
  await writeGeneration(transaction, (await readGeneration(transaction)) + 1);
};

/** Writes the living records anew in few segments. False, and nothing is, when the directory is of another generation. */
export const rewriteSegments = async (
  database: VaultDatabase,
  keys: DirectoryKeys,
  generation: number,
): Promise<boolean> => {
  const { plain, next } = await readSegments(database, keys);
  const index = new DirectoryIndex(plain);
  const living: SegmentRecord[] = [];
  let number = 0;
  for (const segment of plain)
    for (const record of decodeSegment(segment)) {
      if (record.state === "removed") continue;
      if (index.isLive(number)) living.push(record);
      number += 1;
    }
  const fresh: { key: string; row: Awaited<ReturnType<DirectoryKeys["segments"]["seal"]>> }[] = [];
  for (let at = 0; at < living.length; at += REWRITE_RECORDS) {
    const key = segmentKey(next + fresh.length);
    const bytes = encodeSegment(living.slice(at, at + REWRITE_RECORDS));
    fresh.push({ key, row: await keys.segments.seal(bytes, key) });
  }
  return database.write(["meta", "index", "entries", "parts"], async (transaction) => {
    if ((await readGeneration(transaction)) !== generation) return false;
    const store = transaction.objectStore("index");
    await store.delete(segmentRange());
    for (const row of fresh) await store.put(row);
    await writeGeneration(transaction, generation + 1);
    return true;
  });
};
