import { openDB } from "idb";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../testing/fresh.ts";
import { openDatabase } from "./database.ts";
import { StorageError } from "./storage-error.ts";

const row = (value: number) => ({ key: "n", value });

const patched = async (patch: () => () => void, work: () => Promise<unknown>) => {
  const restore = patch();
  try {
    return await work();
  } finally {
    restore();
  }
};

describe("the store of this machine", () => {
  it("asks for strict durability whenever it writes", async () => {
    const { database } = await freshDatabase();
    const seen: unknown[] = [];
    const transaction = IDBDatabase.prototype.transaction;
    await patched(
      () => {
        IDBDatabase.prototype.transaction = function (...call) {
          const made = transaction.apply(this, call);
          seen.push([made.mode, made.durability]);
          return made;
        };
        return () => {
          IDBDatabase.prototype.transaction = transaction;
        };
      },
      () => database.write(["meta"], (open) => open.objectStore("meta").put(row(1))),
    );
    expect(seen).toEqual([["readwrite", "strict"]]);
  });

  it("rejects when the transaction is rolled back after every request succeeded", async () => {
    const { database } = await freshDatabase();
    const write = database.write(["meta"], async (transaction) => {
      await transaction.objectStore("meta").put(row(1));
      transaction.abort();
      return "saved";
    });
    await expect(write).rejects.toBeInstanceOf(StorageError);
    expect(await database.read(["meta"], (open) => open.objectStore("meta").get("n"))).toBeUndefined();
  });

  it("rolls everything back and passes on what the work itself threw", async () => {
    const { database } = await freshDatabase();
    const own = new Error("own");
    const write = database.write(["meta"], async (transaction) => {
      await transaction.objectStore("meta").put(row(1));
      throw own;
    });
    await expect(write).rejects.toBe(own);
    expect(await database.read(["meta"], (open) => open.objectStore("meta").get("n"))).toBeUndefined();
  });

  it("says in two languages that the disk is full", async () => {
    const { database } = await freshDatabase();
    const put = IDBObjectStore.prototype.put;
    const write = patched(
      () => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
        return () => {
          IDBObjectStore.prototype.put = put;
        };
      },
      () => database.write(["meta"], (open) => open.objectStore("meta").put(row(1))),
    );
    await expect(write).rejects.toMatchObject({
      problem: {
        code: "storage-full",
        message: { vi: expect.stringMatching(/đầy/), en: expect.stringMatching(/full/) },
      },
    });
  });

  it("opens again and does the work once more when the browser closed the connection", async () => {
    const { name, database } = await freshDatabase();
    const transaction = IDBDatabase.prototype.transaction;
    let closed = 0;
    await patched(
      () => {
        IDBDatabase.prototype.transaction = function (...call) {
          if (this.name === name && closed === 0) {
            closed += 1;
            this.close();
          }
          return transaction.apply(this, call);
        };
        return () => {
          IDBDatabase.prototype.transaction = transaction;
        };
      },
      () => database.write(["meta"], (open) => open.objectStore("meta").put(row(7))),
    );
    expect(closed).toBe(1);
    expect(await database.read(["meta"], (open) => open.objectStore("meta").get("n"))).toEqual(row(7));
  });

  it("says so when the connection is lost a second time", async () => {
    const { name, database } = await freshDatabase();
    const transaction = IDBDatabase.prototype.transaction;
    let tries = 0;
    const write = patched(
      () => {
        IDBDatabase.prototype.transaction = function (...call) {
          if (this.name === name) {
            tries += 1;
            this.close();
          }
          return transaction.apply(this, call);
        };
        return () => {
          IDBDatabase.prototype.transaction = transaction;
        };
      },
      () => database.write(["meta"], (open) => open.objectStore("meta").put(row(7))),
    );
    await expect(write).rejects.toMatchObject({ problem: { code: "storage-lost" } });
    expect(tries).toBe(2);
  });

  it.each(["SecurityError", "InvalidStateError"])(
    "says so where the browser keeps nothing, as in some private windows: %s",
    async (name) => {
      const open = IDBFactory.prototype.open;
      const opening = patched(
        () => {
          IDBFactory.prototype.open = () => {
            throw new DOMException("not here", name);
          };
          return () => {
            IDBFactory.prototype.open = open;
          };
        },
        () => openDatabase(`private-${crypto.randomUUID()}`),
      );
      await expect(opening).rejects.toMatchObject({
        problem: { code: "storage-unavailable", message: { vi: expect.stringMatching(/ẩn danh/) } },
      });
    },
  );

  it("gives way to a newer version, and says so from then on", async () => {
    const { name, database } = await freshDatabase();
    const newer = await openDB(name, 99);
    newer.close();
    const read = database.read(["meta"], (open) => open.objectStore("meta").get("n"));
    await expect(read).rejects.toMatchObject({ problem: { code: "storage-newer" } });
    await expect(openDatabase(name)).rejects.toMatchObject({ problem: { code: "storage-newer" } });
  });
});
