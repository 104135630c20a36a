import { type DirectoryEntry, directoryKeys, lookupKeyText } from "@cadre-care/domain";
import { randomBytes, toBase64url } from "../keys/base64url.ts";
import { BLIND_BYTES } from "../keys/blind-hasher.ts";
import type { DirectoryKeys } from "../keys/key-ring.ts";
import { SealBrokenError } from "../keys/seal-broken-error.ts";
import { SealedLinks } from "../links/link-store.ts";
import type { VaultDatabase } from "../storage/database.ts";
import { blindLookupName, blindPerson } from "./blind-names.ts";
import {
  DirectoryChangedError,
  type DirectoryStore,
  type RosterPage,
  type RosterParts,
  type RosterUpsert,
} from "./directory-store.ts";
import {
  CURSOR,
  dropIndex,
  type LoadedIndex,
  loadIndex,
  readGeneration,
  rewriteSegments,
  segmentKey,
  writeGeneration,
} from "./index-store.ts";
import { encodeSegment, packNames, type SegmentRecord } from "./segment.ts";
import { isStoredEntry, type StoredEntry } from "./stored-entry.ts";

/** Segments beyond which they are written anew as few. */
const MOST_SEGMENTS = 96;
/** Rows opened at a time where all are read. */
const BATCH = 500;

export const entryContext = (key: string): string => `entry/${key}`;
const partsContext = (key: string): string => `parts/${key}`;

const isParts = (value: unknown): value is RosterParts => typeof value === "object" && value !== null;

/** The directory on the disk, sealed, with its index in memory. Lives while unlocked. */
export class SealedDirectory implements DirectoryStore {
  readonly keys: DirectoryKeys;
  /** HIS codes that lead to people of this directory. */
  readonly links: SealedLinks;
  readonly #database: VaultDatabase;
  #loading: Promise<LoadedIndex> | undefined;
  /** The generation that the reading under way left: whoever looks somebody up may load a later one. */
  #generation: number | undefined;

  constructor(database: VaultDatabase, keys: DirectoryKeys) {
    this.#database = database;
    this.keys = keys;
    this.links = new SealedLinks(database, keys);
  }

  /** The index of the present generation; read from the disk once, and again after somebody else changed it. */
  loaded(): Promise<LoadedIndex> {
    this.#loading ??= this.#load().catch((cause: unknown) => {
      this.#loading = undefined;
      throw cause;
    });
    return this.#loading;
  }

  async #load(): Promise<LoadedIndex> {
    // With the links, so that no look-up of a page ever waits for them.
    const [index] = await Promise.all([this.#index(), this.links.loaded()]);
    return index;
  }

  async #index(): Promise<LoadedIndex> {
    try {
      return await loadIndex(this.#database, this.keys);
    } catch (cause) {
      if (!(cause instanceof SealBrokenError || cause instanceof RangeError)) throw cause;
      await dropIndex(this.#database);
      return loadIndex(this.#database, this.keys);
    }
  }

  /** The index in memory is behind the disk. */
  reload(): void {
    this.links.reload();
    this.#loading = undefined;
  }

  async count(): Promise<number> {
    return (await this.loaded()).index.count;
  }

  async cursor(): Promise<unknown> {
    const row = await this.#database.read(["meta"], (transaction) =>
      transaction.objectStore("meta").get(CURSOR),
    );
    return row?.value;
  }

  async begin(): Promise<unknown> {
    for (;;) {
      const { generation } = await this.loaded();
      const [present, row] = await this.#database.read(["meta"], (transaction) =>
        Promise.all([readGeneration(transaction), transaction.objectStore("meta").get(CURSOR)]),
      );
      if (present === generation) {
        this.#generation = generation;
        return row?.value;
      }
      this.reload();
    }
  }

  /** The next synchronisation reads everything again. One under way ends: it would put its own cursor there. */
  async forgetCursor(): Promise<void> {
    await this.#database.write(["meta"], async (transaction) => {
      await transaction.objectStore("meta").delete(CURSOR);
      await writeGeneration(transaction, (await readGeneration(transaction)) + 1);
    });
  }

  async parts(personIds: readonly string[]): Promise<ReadonlyMap<string, RosterParts>> {
    const wanted = personIds.map((personId) => ({
      personId,
      key: toBase64url(blindPerson(this.keys, personId)),
    }));
    const rows = await this.#database.read(["parts"], (transaction) =>
      Promise.all(wanted.map(({ key }) => transaction.objectStore("parts").get(key))),
    );
    const found = new Map<string, RosterParts>();
    await Promise.all(
      rows.map(async (row, index) => {
        const personId = wanted[index]?.personId;
        if (!row || personId === undefined) return;
        const parts = await this.keys.parts.open(row.parts, partsContext(row.key));
        if (isParts(parts)) found.set(personId, parts);
      }),
    );
    return found;
  }

  async personIds(): Promise<ReadonlySet<string>> {
    return new Set(await this.#personIdsOf((await this.loaded()).index.keys()));
  }

  async incomplete(): Promise<readonly string[]> {
    return this.#personIdsOf((await this.loaded()).index.keys("incomplete"));
  }

  /** The entry of a person whom the board knows by that id. */
  async entryOf(personId: string): Promise<DirectoryEntry | undefined> {
    const key = toBase64url(blindPerson(this.keys, personId));
    const row = await this.#database.read(["entries"], (transaction) =>
      transaction.objectStore("entries").get(key),
    );
    const stored = row && (await this.keys.entries.open(row.entry, entryContext(key)));
    return isStoredEntry(stored) ? (stored.entry ?? undefined) : undefined;
  }

  /** The entry of a person, or nobody's at the same cost: who waits for it cannot tell which (DESIGN rule 2). */
  async entryOrSham(personId: string | undefined): Promise<DirectoryEntry | undefined> {
    if (personId !== undefined) return this.entryOf(personId);
    const key = (await this.loaded()).index.decoy(randomBytes(BLIND_BYTES));
    const row = await this.#database.read(["entries"], (transaction) =>
      transaction.objectStore("entries").get(key ?? ""),
    );
    if (row) await this.keys.entries.open(row.entry, entryContext(row.key));
    return undefined;
  }

  /** Whether that person has a complete entry. */
  async holds(personId: string): Promise<boolean> {
    return (await this.loaded()).index.holds(blindPerson(this.keys, personId));
  }

  async applyPage(page: RosterPage): Promise<void> {
    const upserts = await Promise.all(page.upserts.map((upsert) => this.#sealUpsert(upsert)));
    const removals = page.removals.map((personId): SegmentRecord => {
      return { person: blindPerson(this.keys, personId), state: "removed", names: new Uint8Array() };
    });
    const records = [...upserts.map((upsert) => upsert.record), ...removals];
    const generation = await this.#commitPage(page.cursor, upserts, removals, records);
    this.#generation = generation;
    const { segments } = await this.loaded();
    if (segments > MOST_SEGMENTS) {
      if (await rewriteSegments(this.#database, this.keys, generation)) this.#generation = generation + 1;
      this.reload();
    }
  }

  /** Resolves with the generation behind the page. */
  async #commitPage(
    cursor: unknown,
    upserts: readonly SealedUpsert[],
    removals: readonly SegmentRecord[],
    records: readonly SegmentRecord[],
  ): Promise<number> {
    const loaded = await this.loaded();
    if (loaded.generation !== (this.#generation ?? loaded.generation)) throw new DirectoryChangedError();
    const key = segmentKey(loaded.next);
    const row = await this.keys.segments.seal(encodeSegment(records), key);
    const committed = await this.#database.write(
      ["meta", "index", "entries", "parts"],
      async (transaction) => {
        if ((await readGeneration(transaction)) !== loaded.generation) return false;
        await transaction.objectStore("meta").put({ key: CURSOR, value: cursor });
        if (records.length === 0) return true;
        for (const { row: entry, parts } of upserts) {
          void transaction.objectStore("entries").put(entry);
          void transaction.objectStore("parts").put(parts);
        }
        for (const { person } of removals) {
          void transaction.objectStore("entries").delete(toBase64url(person));
          void transaction.objectStore("parts").delete(toBase64url(person));
        }
        await transaction.objectStore("index").put({ key, row });
        await writeGeneration(transaction, loaded.generation + 1);
        return true;
      },
    );
    if (!committed) throw new DirectoryChangedError();
    if (records.length === 0) return loaded.generation;
    for (const record of records) loaded.index.apply(record);
    const generation = loaded.generation + 1;
    const [segments, next] = [loaded.segments + 1, loaded.next + 1];
    this.#loading = Promise.resolve({ index: loaded.index, generation, segments, next });
    return generation;
  }

  async #sealUpsert({ personId, entry, parts }: RosterUpsert): Promise<SealedUpsert> {
    const person = blindPerson(this.keys, personId);
    const key = toBase64url(person);
    const names = entry
      ? directoryKeys(entry).map((name) => blindLookupName(this.keys, lookupKeyText(name)))
      : [];
    const stored: StoredEntry = { version: 1, personId, entry, names: names.map(toBase64url) };
    return {
      record: { person, state: entry ? "complete" : "incomplete", names: packNames(names) },
      row: { key, entry: await this.keys.entries.seal(stored, entryContext(key)) },
      parts: { key, parts: await this.keys.parts.seal(parts, partsContext(key)) },
    };
  }

  async #personIdsOf(keys: readonly string[]): Promise<string[]> {
    const personIds: string[] = [];
    for (let at = 0; at < keys.length; at += BATCH) {
      const batch = keys.slice(at, at + BATCH);
      const rows = await this.#database.read(["entries"], (transaction) =>
        Promise.all(batch.map((key) => transaction.objectStore("entries").get(key))),
      );
      const opened = await Promise.all(
        rows.map((row) => row && this.keys.entries.open(row.entry, entryContext(row.key))),
      );
      for (const stored of opened) if (isStoredEntry(stored)) personIds.push(stored.personId);
    }
    return personIds;
  }
}

interface SealedUpsert {
  readonly record: SegmentRecord;
  readonly row: {
    readonly key: string;
    readonly entry: Awaited<ReturnType<DirectoryKeys["entries"]["seal"]>>;
  };
  readonly parts: {
    readonly key: string;
    readonly parts: Awaited<ReturnType<DirectoryKeys["parts"]["seal"]>>;
  };
}
