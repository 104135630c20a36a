import { type IDBPDatabase, openDB } from "idb";
import { describe, expect, it } from "vitest";
import { BODY_VERSION } from "../outbox/outbox-body.ts";
import { OutboxStore } from "../outbox/outbox-store.ts";
import { isDamaged } from "../outbox/queued-record.ts";
import { turnBack } from "../testing/histories/older-version.ts";
import { Machine } from "../testing/machine.ts";
import { MemoryBoard } from "../testing/memory-board.ts";
import { openDatabase } from "./database.ts";
import { migrate, SCHEMA_VERSION } from "./migrations.ts";
import { COUNTS_KEY } from "./schedule-waiting.ts";
import type { VaultSchema } from "./schema.ts";

const EARLIER = Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => index + 1);
const HOUR = 3_600_000;

/** A machine with a full queue: entries of every kind, some sent, some refused, some about to be tried again. */
async function fullQueue() {
  const board = new MemoryBoard();
  const machine = await Machine.start({ fetch: board.fetch });
  for (const person of ["p1", "p2", "p3"]) {
    const visit = await machine.checkedIn(person);
    await machine.visits.recordStep(machine.desk, visit, "kham");
    await machine.visits.recordView(machine.desk, person);
  }
  await machine.visits.recordMarks(machine.desk, 4);
  board.poison = (resource) =>
    JSON.stringify(resource).includes("Patient/p1") && resource.resourceType === "Encounter"
      ? "refused"
      : undefined;
  board.faults = ["none", "server-error"];
  await machine.outbox.drain();
  board.poison = () => undefined;
  // Not tried yet: a patient of its own, with something behind the first.
  const visit = await machine.checkedIn("p4");
  await machine.visits.recordStep(machine.desk, visit, "kham");
  return { board, machine };
}

describe.each(EARLIER)("a database of schema version %s with a full queue", (version) => {
  it("opens with everything in it, counted, and sends it once", async () => {
    const { board, machine } = await fullQueue();
    const before = await machine.outbox.view();
    expect(before.waiting).toBeGreaterThan(0);
    expect(before.parked).toBeGreaterThan(0);
    await machine.database.close();
    await turnBack(machine.databaseName, version);
    machine.database = await openDatabase(machine.databaseName);
    machine.restart();
    const after = await machine.outbox.view();
    expect(after.entries.map(({ id }) => id)).toEqual(before.entries.map(({ id }) => id));
    expect([after.waiting, after.parked]).toEqual([before.waiting, before.parked]);
    machine.now += HOUR;
    await machine.outbox.drain();
    expect(await machine.outbox.view()).toMatchObject({ waiting: 1, parked: before.parked });
    await machine.outbox.drain(true);
    expect(await machine.outbox.view()).toMatchObject({ waiting: 0, parked: 0, entries: [] });
    expect(board.all("Encounter")).toHaveLength(4);
    expect(board.all("Task")).toHaveLength(4);
    expect(board.all("AuditEvent")).toHaveLength(4);
  });
});

describe("an upgrade", () => {
  it("that cannot be made leaves the database as it was", async () => {
    const { machine } = await fullQueue();
    const rows = await machine.outbox.store.after(-1, 100);
    await machine.database.close();
    await turnBack(machine.databaseName, 1);
    const puts = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...asked) {
      if (this.name === "meta") throw new DOMException("full", "QuotaExceededError");
      return puts.apply(this, asked);
    };
    try {
      await expect(openDatabase(machine.databaseName)).rejects.toMatchObject({
        problem: { code: expect.stringMatching(/^storage-/) },
      });
    } finally {
      IDBObjectStore.prototype.put = puts;
    }
    const database = await openDatabase(machine.databaseName);
    expect(await new OutboxStore(database).after(-1, 100)).toHaveLength(rows.length);
  });

  it("runs only the steps that are missing", async () => {
    const name = `steps-${crypto.randomUUID()}`;
    const first = await openDB<VaultSchema>(name, 1, {
      upgrade: (database, from, _to, transaction) => migrate(database, from, transaction, 1),
    });
    expect([...first.transaction("outbox").store.indexNames]).toEqual(["byId", "byState", "bySubject"]);
    first.close();
    const database: IDBPDatabase<VaultSchema> = await openDB<VaultSchema>(name, SCHEMA_VERSION, {
      upgrade: (opened, from, _to, transaction) => migrate(opened, from, transaction),
    });
    expect([...database.transaction("outbox").store.indexNames]).toContain("byReadyAt");
    expect(await database.get("meta", COUNTS_KEY)).toMatchObject({
      value: { gone: 0, through: 0, stopped: 0 },
    });
    database.close();
  });
});

describe("what a later version wrote", () => {
  it.each([
    ["a body of a later version", { schemaVersion: BODY_VERSION + 1 }, "entry-newer"],
    ["a kind that is not known here", { schemaVersion: BODY_VERSION + 1, kind: "telepathy" }, "entry-newer"],
    ["a hash that does not fit", { hash: "00" }, "entry-unreadable"],
    ["a body that is none", { body: "text" }, "entry-unreadable"],
  ])("is kept, shown and out of others' way: %s", async (_name, change, code) => {
    const board = new MemoryBoard();
    const machine = await Machine.start({ fetch: board.fetch });
    await machine.checkedIn("p1");
    await machine.checkedIn("p2");
    await machine.database.write(["outbox"], async (transaction) => {
      const outbox = transaction.objectStore("outbox");
      const row = await outbox.get(1);
      await outbox.put(Object.assign({}, row, change));
    });
    await machine.outbox.drain();
    expect(board.all("Encounter")).toMatchObject([{ subject: { reference: "Patient/p2" } }]);
    const view = await machine.outbox.view();
    expect(view).toMatchObject({
      waiting: 0,
      parked: 1,
      entries: [{ state: "quarantined", problem: { code } }],
    });
    expect(view.entries[0]?.actions).toContain("resend");
    // Nothing of it was touched but how it stands.
    const raw = await machine.database.read(["outbox"], (transaction) =>
      transaction.objectStore("outbox").get(1),
    );
    expect(raw).toMatchObject(change);
  });

  it("does not hide the others where the browser lost its bytes", async () => {
    const board = new MemoryBoard();
    const machine = await Machine.start({ fetch: board.fetch });
    await machine.checkedIn("p1");
    await machine.checkedIn("p2");
    const { get, getAll } = IDBObjectStore.prototype;
    const ofIndex = IDBIndex.prototype.getAll;
    const lose = () => {
      throw new DOMException("Failed to read large IndexedDB value", "DataError");
    };
    IDBObjectStore.prototype.getAll = function (...asked) {
      return this.name === "outbox" ? lose() : getAll.apply(this, asked);
    };
    IDBIndex.prototype.getAll = function (...asked) {
      return this.objectStore.name === "outbox" ? lose() : ofIndex.apply(this, asked);
    };
    IDBObjectStore.prototype.get = function (key) {
      return this.name === "outbox" && key === 1 ? lose() : get.call(this, key);
    };
    try {
      await machine.outbox.drain();
      expect((await machine.outbox.view()).entries).toMatchObject([
        { state: "quarantined", problem: { code: "entry-unreadable" } },
      ]);
    } finally {
      Object.assign(IDBObjectStore.prototype, { get, getAll });
      IDBIndex.prototype.getAll = ofIndex;
    }
    expect(board.all("Encounter")).toMatchObject([{ subject: { reference: "Patient/p2" } }]);
    // Read again, it is sent: nothing had been written over it.
    await machine.outbox.drain(true);
    expect(board.all("Encounter")).toHaveLength(2);
    expect((await machine.outbox.store.after(-1, 9)).filter(isDamaged)).toEqual([]);
  });
});
