import { describe, expect, it } from "vitest";
import { StorageError } from "../storage/storage-error.ts";
import { Machine } from "../testing/machine.ts";
import { type Fault, MemoryBoard } from "../testing/memory-board.ts";

const HOUR = 3_600_000;

async function setUp(options: Partial<Parameters<typeof Machine.start>[0]> = {}) {
  const board = new MemoryBoard();
  return { board, machine: await Machine.start({ fetch: board.fetch, ...options }) };
}

const isAbout = (resource: unknown, person: string): boolean =>
  JSON.stringify(resource).includes(`Patient/${person}`);

describe("an accepted check-in", () => {
  it("is durable before it is sent, and at the board once after", async () => {
    const { board, machine } = await setUp();
    board.down = true;
    const answer = await machine.checkIn("p1");
    expect(answer).toMatchObject({ ok: true, value: { delivery: "saved", visit: { status: "arrived" } } });
    await machine.outbox.drain();
    machine.restart();
    expect(await machine.outbox.view()).toMatchObject({
      waiting: 1,
      parked: 0,
      entries: [
        { kind: "check-in", state: "retry", about: "Tên p1", problem: { code: "board-unreachable" } },
      ],
    });
    board.down = false;
    machine.now += HOUR;
    await machine.outbox.drain();
    expect(board.all("Encounter")).toHaveLength(1);
    expect(board.all("Provenance")).toMatchObject([{ occurredDateTime: "2026-11-22T08:00:00.000+07:00" }]);
    expect(await machine.outbox.view()).toMatchObject({ waiting: 0, entries: [] });
    expect(await machine.visits.current(machine.desk, "p1")).toMatchObject({ delivery: "delivered" });
    expect(machine.outbox.nextWake()).toBe(null);
  });

  it("asked for twice, it is one", async () => {
    const { board, machine } = await setUp();
    const [one, two] = await Promise.all([machine.checkIn("p1"), machine.checkIn("p1")]);
    await machine.outbox.drain();
    expect(one.ok && two.ok && one.value.visit.id === two.value.visit.id).toBe(true);
    expect(board.all("Encounter")).toHaveLength(1);
  });

  const survives: Fault[] = [
    "lost-before",
    "lost-after",
    "portal",
    "too-many",
    "server-error",
    "half-answer",
  ];
  for (const fault of survives)
    it(`survives: ${fault}`, async () => {
      const { board, machine } = await setUp();
      await machine.checkedIn("p1");
      board.faults = [fault, fault];
      for (let hour = 0; hour < 4; hour += 1) {
        await machine.outbox.drain();
        machine.now += HOUR;
      }
      expect(board.all("Encounter")).toHaveLength(1);
      expect(board.all("Provenance")).toHaveLength(1);
      expect(await machine.outbox.view()).toMatchObject({ waiting: 0, parked: 0 });
    });

  it("waits as long as the board asks", async () => {
    const { board, machine } = await setUp();
    await machine.checkedIn("p1");
    board.faults = ["too-many"];
    await machine.outbox.drain();
    const asked = board.requests.length;
    expect(machine.outbox.nextWake()).toBeGreaterThanOrEqual(machine.now + 30_000);
    machine.now += 29_000;
    await machine.outbox.drain();
    expect(board.requests).toHaveLength(asked);
    machine.now += HOUR;
    await machine.outbox.drain();
    expect(board.all("Encounter")).toHaveLength(1);
  });

  it("pauses at a 401 that renewing does not mend, and goes on after a sign-in", async () => {
    let signedIn = false;
    const { board, machine } = await setUp({ renewSignIn: async () => signedIn });
    await machine.checkedIn("p1");
    await machine.checkedIn("p2");
    board.faults = ["unauthorised"];
    await machine.outbox.drain();
    expect(board.requests).toHaveLength(1);
    const view = await machine.outbox.view();
    expect(view.entries[0]).toMatchObject({ state: "paused", problem: { code: "sign-in-ended" } });
    signedIn = true;
    await machine.outbox.drain(true);
    expect(board.all("Encounter")).toHaveLength(2);
  });

  it("renews the sign-in once and sends the same entry again", async () => {
    const { board, machine } = await setUp();
    await machine.checkedIn("p1");
    board.faults = ["unauthorised"];
    await machine.outbox.drain();
    expect(board.all("Encounter")).toHaveLength(1);
  });

  it("does not wait for a clock that was set back a year", async () => {
    const { board, machine } = await setUp();
    await machine.checkedIn("p1");
    board.faults = ["lost-before"];
    await machine.outbox.drain();
    machine.now -= 365 * 24 * HOUR;
    await machine.outbox.drain();
    expect(board.all("Encounter")).toHaveLength(1);
  });

  it("stays visible while locked, and is sent after unlocking", async () => {
    const { board, machine } = await setUp();
    await machine.checkedIn("p1");
    machine.unlocked = false;
    await machine.outbox.drain();
    const view = await machine.outbox.view();
    expect(view).toMatchObject({ waiting: 1, entries: [{ kind: "check-in", state: "waiting" }] });
    expect(view.entries[0]).not.toHaveProperty("about");
    machine.unlocked = true;
    await machine.outbox.drain();
    expect(board.all("Encounter")).toHaveLength(1);
  });
});

describe("an entry that the board refuses", () => {
  for (const fault of ["refused", "forbidden"] as const)
    it(`is parked and delays only its own patient: ${fault}`, async () => {
      const { board, machine } = await setUp();
      const visit = await machine.checkedIn("p1");
      await machine.visits.recordStep(machine.desk, visit, "kham");
      await machine.checkedIn("p2");
      board.poison = (resource) => (isAbout(resource, "p1") ? fault : undefined);
      await machine.outbox.drain();
      expect(board.all("Encounter")).toMatchObject([{ subject: { reference: "Patient/p2" } }]);
      const view = await machine.outbox.view();
      expect(view).toMatchObject({ waiting: 1, parked: 1 });
      expect(view.entries.map(({ state }) => state)).toEqual(["parked", "waiting"]);
      expect(view.entries[0]?.problem?.message.vi).toMatch(/\S/);
      expect(await machine.visits.current(machine.desk, "p1")).toMatchObject({ delivery: "parked" });
      machine.now += 24 * HOUR;
      await machine.outbox.drain();
      expect(await machine.outbox.view()).toMatchObject({ waiting: 1, parked: 1 });
      board.poison = () => undefined;
      await machine.outbox.drain(true);
      expect(await machine.outbox.view()).toMatchObject({ waiting: 0, parked: 0 });
      expect(board.created.map((key) => key.split("/")[0])).toEqual([
        "Encounter",
        "Provenance",
        "Encounter",
        "Provenance",
        "Task",
        "Provenance",
      ]);
    });

  it("does not keep others waiting when the board's fault is about it alone", async () => {
    const { board, machine } = await setUp();
    await machine.checkedIn("p1");
    await machine.checkedIn("p2");
    board.poison = (resource) => (isAbout(resource, "p1") ? "server-error" : undefined);
    await machine.outbox.drain();
    expect(board.all("Encounter")).toMatchObject([{ subject: { reference: "Patient/p2" } }]);
  });

  it("whose bytes rotted is in quarantine, visible and not deleted", async () => {
    const { board, machine } = await setUp();
    await machine.checkedIn("p1");
    await machine.checkedIn("p2");
    await machine.database.write(["outbox"], async (transaction) => {
      const store = transaction.objectStore("outbox");
      const [record] = await store.getAll(null, 1);
      if (!record) throw new Error("no record");
      const body = new Uint8Array(record.body);
      body.set([(body[20] ?? 0) ^ 1], 20);
      await store.put({ ...record, body });
    });
    await machine.outbox.drain(true);
    const view = await machine.outbox.view();
    expect(view).toMatchObject({
      parked: 1,
      entries: [{ state: "quarantined", problem: { code: "entry-unreadable" }, actions: ["resend"] }],
    });
    expect(board.all("Encounter")).toHaveLength(1);
  });
});

describe("drainers", () => {
  it("two at once, without a lock, leave one", async () => {
    const { board, machine } = await setUp();
    for (const person of ["p1", "p2", "p3"]) await machine.checkedIn(person);
    const other = machine.newOutbox();
    await Promise.all([machine.outbox.drain(), other.drain(), machine.outbox.drain()]);
    expect(board.all("Encounter")).toHaveLength(3);
    expect(board.all("Provenance")).toHaveLength(3);
    expect(await other.view()).toMatchObject({ waiting: 0, parked: 0 });
  });

  it("under a Web Lock only one sends", async () => {
    const name = crypto.randomUUID();
    const exclusive = <Value>(work: () => Promise<Value>): Promise<Value> =>
      navigator.locks.request(name, () => work());
    const { board, machine } = await setUp({ exclusive });
    for (const person of ["p1", "p2", "p3"]) await machine.checkedIn(person);
    const other = machine.newOutbox(exclusive);
    await Promise.all([machine.outbox.drain(), other.drain()]);
    expect(board.requests).toHaveLength(1);
  });

  it("send what was accepted while they ran", async () => {
    const { board, machine } = await setUp();
    await machine.checkedIn("p1");
    const draining = machine.outbox.drain();
    const accepted = machine.checkedIn("p2").then(() => machine.outbox.drain());
    await Promise.all([draining, accepted]);
    expect(board.all("Encounter")).toHaveLength(2);
  });
});

describe("two desks", () => {
  it("meet in one visit", async () => {
    const board = new MemoryBoard();
    const one = await Machine.start({ fetch: board.fetch });
    const two = await Machine.start({ fetch: board.fetch });
    await one.checkedIn("p1");
    const visit = await two.checkedIn("p1");
    await two.visits.recordStep(two.desk, visit, "kham");
    await one.outbox.drain();
    await two.outbox.drain();
    const [encounter, ...more] = board.all("Encounter");
    expect(more).toEqual([]);
    expect(encounter).toMatchObject({ status: "in-progress" });
    const reference = `Encounter/${encounter?.id}`;
    expect(board.all("Task")).toMatchObject([{ encounter: { reference } }]);
    expect(board.all("Provenance")).toHaveLength(3);
    expect(await two.outbox.view()).toMatchObject({ waiting: 0, parked: 0 });
    await one.visits.refresh(one.client, one.desk, () => true);
    expect(await one.visits.current(one.desk, "p1")).toMatchObject({
      visit: { status: "in-progress", steps: [{ step: "kham", by: two.desk.author.name }] },
    });
  });

  it("see each other's visits, and nobody's whom they do not know", async () => {
    const board = new MemoryBoard();
    const one = await Machine.start({ fetch: board.fetch });
    const two = await Machine.start({ fetch: board.fetch });
    for (const person of ["p1", "p2"]) await one.checkedIn(person);
    await one.outbox.drain();
    expect(await two.visits.refresh(two.client, two.desk, (id) => id === "p1")).toEqual(["p1"]);
    expect(await two.visits.refresh(two.client, two.desk, (id) => id === "p1")).toEqual([]);
    expect(await two.visits.current(two.desk, "p2")).toBeUndefined();
    const seen = await two.visits.current(two.desk, "p1");
    expect(seen).toMatchObject({ delivery: "delivered", visit: { checkedInBy: one.desk.author.name } });
    await two.visits.recordStep(two.desk, seen?.visit.id ?? "", "ket-thuc");
    await two.outbox.drain();
    expect(board.all("Encounter")).toMatchObject([{ status: "finished" }, { status: "arrived" }]);
  });

  it("one undoes its check-in, the other's stands", async () => {
    const board = new MemoryBoard();
    const one = await Machine.start({ fetch: board.fetch });
    const two = await Machine.start({ fetch: board.fetch });
    await one.checkedIn("p1");
    await one.outbox.drain();
    const visit = await two.checkedIn("p1");
    await two.outbox.drain();
    await two.visits.undoCheckIn(two.desk, visit);
    await two.outbox.drain();
    expect(board.all("Encounter")).toMatchObject([{ status: "arrived" }]);
    expect(await two.outbox.view()).toMatchObject({ waiting: 0, parked: 0 });
  });

  it("amend the same visit at the same moment", async () => {
    const board = new MemoryBoard();
    const one = await Machine.start({ fetch: board.fetch });
    const visit = await one.checkedIn("p1");
    await one.outbox.drain();
    await one.visits.recordStep(one.desk, visit, "kham");
    // Somebody else writes between our reading and our writing.
    const original = board.fetch;
    let interfered = false;
    const meddled = await Machine.start({
      fetch: async (input, init) => {
        const answer = await original(input, init);
        const [encounter] = board.all("Encounter");
        if (!interfered && init?.method === "GET" && encounter) {
          interfered = true;
          board.put({ ...encounter, length: { value: 5 } });
        }
        return answer;
      },
    });
    await meddled.visits.refresh(meddled.client, meddled.desk, () => true);
    interfered = false;
    await meddled.visits.recordStep(meddled.desk, visit, "kham");
    await meddled.outbox.drain();
    await one.outbox.drain();
    expect(board.all("Encounter")).toMatchObject([{ status: "in-progress", length: { value: 5 } }]);
    expect(board.all("Task")).toHaveLength(2);
  });
});

describe("a step of a visit", () => {
  it("says by when law wants the results, while it waits", async () => {
    const { machine } = await setUp();
    const visit = await machine.checkedIn("p1");
    await machine.visits.recordStep(machine.desk, visit, "kham");
    const [checkIn, step] = (await machine.outbox.view()).entries;
    expect(checkIn).not.toHaveProperty("dueAt");
    expect(Date.parse(step?.dueAt ?? "")).toBe(machine.now + 24 * HOUR);
  });
});

describe("undo", () => {
  it("cancels the visit once, and the person can be checked in again", async () => {
    const { board, machine } = await setUp();
    const visit = await machine.checkedIn("p1");
    expect(await machine.visits.undoCheckIn(machine.desk, visit)).toMatchObject({
      ok: true,
      value: { visit: { status: "cancelled" } },
    });
    await machine.visits.undoCheckIn(machine.desk, visit);
    board.faults = ["none", "none", "lost-after"];
    await machine.outbox.drain();
    machine.now += HOUR;
    await machine.checkedIn("p1");
    await machine.outbox.drain();
    expect(board.all("Encounter")).toMatchObject([{ status: "cancelled" }, { status: "arrived" }]);
    expect(board.all("Provenance")).toHaveLength(3);
  });
});

describe("a machine with trouble", () => {
  it("finds a visit at the board by its UUID when its own row is lost", async () => {
    const { board, machine } = await setUp();
    await machine.checkedIn("p0");
    await machine.outbox.drain();
    const visit = await machine.checkedIn("p1");
    await machine.outbox.drain();
    await machine.visits.recordStep(machine.desk, visit, "ket-thuc");
    await machine.database.write(["visits"], (transaction) => transaction.objectStore("visits").clear());
    await machine.outbox.drain();
    const [, encounter] = board.all("Encounter");
    expect(encounter).toMatchObject({ status: "finished", subject: { reference: "Patient/p1" } });
    expect(board.all("Task")).toMatchObject([{ encounter: { reference: `Encounter/${encounter?.id}` } }]);
  });

  it("checks in although an earlier row of the person is damaged, and meets it at the board", async () => {
    const { board, machine } = await setUp();
    await machine.checkedIn("p1");
    await machine.outbox.drain();
    await machine.database.write(["visits"], async (transaction) => {
      const visits = transaction.objectStore("visits");
      for (const row of await visits.getAll()) await visits.put({ ...row, visit: row.visit.slice(1) });
    });
    await machine.checkedIn("p1");
    await machine.outbox.drain();
    expect(board.all("Encounter")).toHaveLength(1);
    expect(await machine.outbox.view()).toMatchObject({ waiting: 0, parked: 0 });
  });

  it("says that the disk is full, and has accepted nothing", async () => {
    let full = false;
    const { board, machine } = await setUp({
      wrap: (database) => ({
        ...database,
        write: (stores, work) =>
          full ? Promise.reject(new StorageError("storage-full")) : database.write(stores, work),
      }),
    });
    full = true;
    expect(await machine.checkIn("p1")).toMatchObject({ ok: false, problem: { code: "storage-full" } });
    expect(await machine.visits.recordView(machine.desk, "p1")).toMatchObject({ ok: false });
    full = false;
    expect(await machine.visits.current(machine.desk, "p1")).toBeUndefined();
    expect(await machine.checkIn("p1")).toMatchObject({ ok: true });
    await machine.outbox.drain();
    expect(board.all("Encounter")).toHaveLength(1);
  });

  it("keeps nothing of a check-in whose transaction was taken back after its last request succeeded", async () => {
    let takeBack = true;
    const { machine } = await setUp({
      wrap: (database) => ({
        ...database,
        write: (stores, work) =>
          database.write(stores, async (transaction) => {
            const value = await work(transaction);
            if (takeBack) transaction.abort();
            return value;
          }),
      }),
    });
    expect(await machine.checkIn("p1")).toMatchObject({ ok: false });
    takeBack = false;
    expect(await machine.outbox.view()).toMatchObject({ waiting: 0, parked: 0 });
    expect(await machine.visits.current(machine.desk, "p1")).toBeUndefined();
    // What was taken back leaves no gap in the count.
    await machine.visits.recordMarks(machine.desk, 1);
    await machine.checkedIn("p1");
    expect(await machine.outbox.view()).toMatchObject({ waiting: 2, parked: 0 });
  });
});

describe("views and marks", () => {
  it("reach the board once each, however often they are sent", async () => {
    const { board, machine } = await setUp();
    await machine.visits.recordView(machine.desk, "p1");
    await machine.visits.recordView(machine.desk, "p1");
    await machine.visits.recordMarks(machine.desk, 10);
    board.faults = ["lost-after", "none", "half-answer"];
    for (let hour = 0; hour < 4; hour += 1) {
      await machine.outbox.drain();
      machine.now += HOUR;
    }
    expect(board.all("AuditEvent")).toHaveLength(3);
  });

  it("do not wait for a check-in that is parked", async () => {
    const { board, machine } = await setUp();
    await machine.checkedIn("p1");
    await machine.visits.recordView(machine.desk, "p1");
    board.poison = ({ resourceType }) => (resourceType === "Encounter" ? "refused" : undefined);
    await machine.outbox.drain();
    expect(board.all("AuditEvent")).toHaveLength(1);
  });
});
