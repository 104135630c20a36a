import { describe, expect, it } from "vitest";
import { openDirectoryKeys } from "../keys/key-ring.ts";
import type { VaultDatabase } from "../storage/database.ts";
import { freshDirectory } from "../testing/fresh.ts";
import { person } from "../testing/people.ts";
import { DirectoryChangedError } from "./directory-store.ts";
import { clearDirectory, DIRECTORY_STORES, dropIndex } from "./index-store.ts";
import { SealedDirectory } from "./sealed-directory.ts";

const upsert = (number: number) => {
  const entry = person(number);
  return { personId: entry.personId, entry, parts: {} };
};

describe("the sealed directory", () => {
  it("keeps cursor, parts and incomplete people, and counts the complete", async () => {
    const { database, raw, directory } = await freshDirectory();
    expect(await directory.cursor()).toBeUndefined();
    await directory.applyPage({
      upserts: [upsert(1), upsert(2), { personId: "person-3", entry: null, parts: {} }],
      removals: ["never-here"],
      cursor: { at: 7 },
    });
    const again = new SealedDirectory(database, await openDirectoryKeys(raw));
    expect(await again.cursor()).toEqual({ at: 7 });
    expect(await again.count()).toBe(2);
    expect(await again.incomplete()).toEqual(["person-3"]);
    expect([...(await again.personIds())].sort()).toEqual(["person-1", "person-2", "person-3"]);
    expect([...(await again.parts(["person-2", "person-9"])).keys()]).toEqual(["person-2"]);
  });

  it("forgets the old names of a person whose entry changed", async () => {
    const { directory } = await freshDirectory();
    await directory.applyPage({ upserts: [upsert(1)], removals: [], cursor: 1 });
    await directory.applyPage({ upserts: [upsert(1)], removals: [], cursor: 2 });
    await directory.applyPage({ upserts: [], removals: ["person-1"], cursor: 3 });
    expect(await directory.count()).toBe(0);
    expect((await directory.personIds()).size).toBe(0);
  });

  it("writes many segments anew as few, and loses nothing by it", async () => {
    const { database, raw, directory } = await freshDirectory();
    for (let page = 0; page < 120; page += 1)
      await directory.applyPage({
        upserts: [upsert(page), upsert(0)],
        removals: page % 10 === 9 ? [`person-${page - 1}`] : [],
        cursor: page,
      });
    const segments = await database.read(["index"], (transaction) =>
      transaction.objectStore("index").count(),
    );
    expect(segments).toBeLessThan(60);
    const again = new SealedDirectory(database, await openDirectoryKeys(raw));
    expect(await again.count()).toBe(108);
    expect(await again.cursor()).toBe(119);
  });

  it("commits a page and its cursor together or not at all", async () => {
    const { directory } = await freshDirectory();
    await directory.applyPage({ upserts: [upsert(1)], removals: [], cursor: 1 });
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...call) {
      const request = put.apply(this, call);
      if (this.name === "index") request.addEventListener("success", () => this.transaction.abort());
      return request;
    };
    try {
      await expect(directory.applyPage({ upserts: [upsert(2)], removals: [], cursor: 2 })).rejects.toThrow();
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(await directory.cursor()).toBe(1);
    expect(await directory.count()).toBe(1);
    await directory.applyPage({ upserts: [upsert(2)], removals: [], cursor: 2 });
    expect(await directory.count()).toBe(2);
  });

  it("starts over from the board when its index cannot be read", async () => {
    const { database, raw, directory } = await freshDirectory();
    await directory.applyPage({ upserts: [upsert(1)], removals: [], cursor: 1 });
    await database.write(["index"], async (transaction) => {
      const store = transaction.objectStore("index");
      for (const segment of await store.getAll())
        await store.put({ ...segment, row: segment.row.map((byte) => byte ^ 1) });
    });
    const again = new SealedDirectory(database, await openDirectoryKeys(raw));
    expect(await again.count()).toBe(0);
    expect(await again.cursor()).toBeUndefined();
    await again.applyPage({ upserts: [upsert(1)], removals: [], cursor: 2 });
    expect(await again.count()).toBe(1);
  });

  it("has nothing readable in it", async () => {
    const { database, directory } = await freshDirectory();
    await directory.applyPage({ upserts: [upsert(1)], removals: [], cursor: 1 });
    const rows = await database.read(["entries", "index", "parts", "meta"], async (transaction) => [
      ...(await transaction.objectStore("entries").getAll()),
      ...(await transaction.objectStore("index").getAll()),
      ...(await transaction.objectStore("parts").getAll()),
      ...(await transaction.objectStore("meta").getAll()),
    ]);
    const text = JSON.stringify(rows, (_, value: unknown) =>
      value instanceof Uint8Array ? new TextDecoder("latin1").decode(value) : value,
    );
    const { name, identifiers, personId } = person(1);
    for (const secret of [name, personId, ...identifiers.map((identifier) => identifier.value)])
      expect(text).not.toContain(secret);
  });
});

const emptied = (database: VaultDatabase): Promise<void> =>
  database.write([...DIRECTORY_STORES], clearDirectory);

describe("a reading of the roster", () => {
  const nothing = { upserts: [], removals: [] };

  it.each([
    ["emptied", emptied],
    ["dropped as unreadable", dropIndex],
    ["to be read again", (_: VaultDatabase, directory: SealedDirectory) => directory.forgetCursor()],
  ])("ends when the directory was %s: its cursor is not put over that", async (_, change) => {
    const { database, directory } = await freshDirectory();
    await directory.applyPage({ upserts: [upsert(1)], removals: [], cursor: 1 });
    expect(await directory.begin()).toBe(1);
    await change(database, directory);
    // Somebody is looked up meanwhile.
    directory.reload();
    await directory.loaded();
    await expect(directory.applyPage({ ...nothing, cursor: 2 })).rejects.toThrow(DirectoryChangedError);
    await expect(directory.applyPage({ ...nothing, cursor: 2 })).rejects.toThrow(DirectoryChangedError);
    expect(await directory.cursor()).toBeUndefined();
    expect(await directory.begin()).toBeUndefined();
    await directory.applyPage({ upserts: [upsert(1)], removals: [], cursor: 3 });
    expect(await directory.cursor()).toBe(3);
    expect(await directory.count()).toBe(1);
  });

  it("goes on from what another vault has read since", async () => {
    const { database, raw, directory } = await freshDirectory();
    await directory.applyPage({ upserts: [upsert(1)], removals: [], cursor: 1 });
    const other = new SealedDirectory(database, await openDirectoryKeys(raw));
    expect(await other.begin()).toBe(1);
    await other.applyPage({ upserts: [upsert(2)], removals: [], cursor: 2 });
    expect(await directory.begin()).toBe(2);
    await directory.applyPage({ upserts: [upsert(3)], removals: [], cursor: 3 });
    expect(await directory.count()).toBe(3);
  });

  it("ends also where its many segments are written anew meanwhile", async () => {
    const { database, directory } = await freshDirectory();
    await directory.begin();
    const write = database.write;
    let cleared = false;
    const pages = async (): Promise<void> => {
      for (let page = 0; page < 120; page += 1) {
        await directory.applyPage({ upserts: [upsert(page)], removals: [], cursor: page });
        if (page === 95) {
          // Behind the page that makes them too many, and before they are read.
          Object.assign(database, {
            read: (async (stores, work) => {
              Object.assign(database, { read });
              await emptied({ ...database, read, write });
              cleared = true;
              return read(stores, work);
            }) satisfies VaultDatabase["read"],
          });
        }
      }
    };
    const read = database.read;
    await expect(pages()).rejects.toThrow(DirectoryChangedError);
    expect(cleared).toBe(true);
    expect(await directory.cursor()).toBeUndefined();
  });
});
