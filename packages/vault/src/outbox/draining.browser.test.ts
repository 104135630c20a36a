import { describe, expect, it } from "vitest";
import { Machine } from "../testing/machine.ts";
import { type Fault, MemoryBoard } from "../testing/memory-board.ts";
import { BATCH_RESOURCES } from "./batch.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function setUp(options: Partial<Parameters<typeof Machine.start>[0]> = {}) {
  const board = new MemoryBoard();
  const machine = await Machine.start({ fetch: board.fetch, ...options });
  return { board, machine };
}

const persons = (count: number): string[] => Array.from({ length: count }, (_, index) => `p${index}`);

const isAbout = (resource: unknown, person: string): boolean =>
  JSON.stringify(resource).includes(`Patient/${person}"`);

const sizes = (board: MemoryBoard): number[] =>
  board.transactions.map((bundle) => Object(bundle).entry.length);

describe("many entries", () => {
  it("go out in few bundles of bounded size, each patient's in order", async () => {
    const { board, machine } = await setUp();
    for (const person of persons(70)) {
      const visit = await machine.checkedIn(person);
      await machine.visits.recordStep(machine.desk, visit, "dua-don", "phong-1");
    }
    await machine.outbox.drain();
    expect(board.all("Encounter")).toHaveLength(70);
    expect(board.all("Task")).toHaveLength(70);
    expect(board.requests.length).toBeLessThan(12);
    expect(Math.max(...sizes(board))).toBeLessThanOrEqual(BATCH_RESOURCES);
    expect(await machine.outbox.view()).toMatchObject({ waiting: 0, parked: 0, draining: false });
    expect(await machine.visits.current(machine.desk, "p69")).toMatchObject({ delivery: "delivered" });
  });

  it("of one patient go together too", async () => {
    const { board, machine } = await setUp();
    for (let view = 0; view < 100; view += 1) await machine.visits.recordView(machine.desk, "p1");
    await machine.outbox.drain();
    expect(board.all("AuditEvent")).toHaveLength(100);
    expect(board.requests.length).toBeLessThan(5);
  });

  it("are settled in one write a bundle", async () => {
    let writes = 0;
    const { machine } = await setUp({
      wrap: (database) => ({
        ...database,
        write: (stores, work) => {
          writes += 1;
          return database.write(stores, work);
        },
      }),
    });
    for (const person of persons(40)) await machine.checkedIn(person);
    writes = 0;
    await machine.outbox.drain();
    expect(writes).toBeLessThanOrEqual(3);
  });

  it("show how far they are", async () => {
    const { machine } = await setUp();
    for (const person of persons(90)) await machine.checkedIn(person);
    const seen: (readonly [number, number])[] = [];
    const looking: Promise<void>[] = [];
    machine.outbox.subscribe(() => {
      looking.push(
        machine.outbox.view().then(({ progress }) => {
          if (progress) seen.push([progress.done, progress.total]);
        }),
      );
    });
    await machine.outbox.drain();
    await Promise.all(looking);
    expect(seen.length).toBeGreaterThan(0);
    for (const [done, total] of seen) expect([done <= total, total]).toEqual([true, 90]);
  });

  it.each(["refused", "forbidden", "server-error"] as const)(
    "with one poison among them: the others arrive, it alone waits: %s",
    async (fault: Fault) => {
      const { board, machine } = await setUp();
      for (const person of persons(40)) await machine.checkedIn(person);
      board.poison = (resource) => (isAbout(resource, "p17") ? fault : undefined);
      await machine.outbox.drain();
      expect(board.all("Encounter")).toHaveLength(39);
      // Splitting costs twice the logarithm, not a request for each.
      expect(board.requests.length).toBeLessThan(16);
      const view = await machine.outbox.view();
      expect(view.entries).toHaveLength(1);
      expect(view.waiting + view.parked).toBe(1);
    },
  );

  it("meet other desks' visits one by one, and what is behind them follows", async () => {
    const { board, machine } = await setUp();
    const other = await Machine.start({ fetch: board.fetch });
    for (const person of ["p3", "p8"]) await other.checkedIn(person);
    await other.outbox.drain();
    for (const person of persons(12)) {
      const visit = await machine.checkedIn(person);
      await machine.visits.recordStep(machine.desk, visit, "kham");
    }
    await machine.outbox.drain();
    expect(board.all("Encounter")).toHaveLength(12);
    expect(board.all("Encounter").every(({ status }) => status === "in-progress")).toBe(true);
    expect(await machine.outbox.view()).toMatchObject({ waiting: 0, parked: 0 });
  });
});

describe("a board that is away", () => {
  it.each(["lost-before", "portal", "portal-refuses", "wrong-type", "busy", "too-many"] as const)(
    "is asked once, then with one entry, then with all: %s",
    async (fault) => {
      const { board, machine } = await setUp();
      for (const person of persons(30)) await machine.checkedIn(person);
      board.faults = Array<Fault>(50).fill(fault);
      await machine.outbox.drain();
      expect(board.requests).toHaveLength(1);
      const { boardAway, entries } = await machine.outbox.view();
      expect(boardAway?.problem.message.vi).toMatch(/\S/);
      expect(Date.parse(boardAway?.until ?? "")).toBeGreaterThan(machine.now);
      expect(entries).toHaveLength(30);
      // Not before its time, whoever knocks, and not after a restart of the background either.
      await machine.outbox.drain();
      machine.restart();
      await machine.outbox.drain();
      expect(board.requests).toHaveLength(1);
      machine.now += HOUR;
      await machine.outbox.drain();
      expect(board.requests).toHaveLength(2);
      expect(sizes(board).at(-1) ?? 2).toBeLessThanOrEqual(2);
      board.faults = [];
      machine.now += HOUR;
      await machine.outbox.drain();
      expect(board.all("Encounter")).toHaveLength(30);
      expect(await machine.outbox.view()).not.toHaveProperty("boardAway");
    },
  );

  it("that answers everything with 500 is left alone after a few", async () => {
    const { board, machine } = await setUp();
    for (const person of persons(60)) await machine.checkedIn(person);
    board.faults = Array<Fault>(500).fill("server-error");
    await machine.outbox.drain();
    expect(board.requests.length).toBeLessThan(20);
    expect(await machine.outbox.view()).toMatchObject({ boardAway: { problem: { code: "board-fault" } } });
  });

  it("waits longer each time, and never longer than an hour", async () => {
    const { board, machine } = await setUp();
    await machine.checkedIn("p1");
    board.down = true;
    const waits: number[] = [];
    for (let time = 0; time < 14; time += 1) {
      await machine.outbox.drain();
      const next = machine.outbox.nextWake() ?? 0;
      waits.push(next - machine.now);
      machine.now = next;
    }
    expect(waits[0]).toBeLessThan(waits[3] ?? 0);
    expect(waits[3]).toBeLessThan(waits[7] ?? 0);
    expect(Math.max(...waits)).toBeLessThanOrEqual(HOUR);
  });

  it("by an entry that kills it, still takes the others", async () => {
    const { board, machine } = await setUp();
    for (const person of persons(8)) await machine.checkedIn(person);
    const original = board.fetch;
    const killed = await Machine.start({
      fetch: async (input, init) => {
        if (String(init?.body).includes('Patient/p2"')) throw new TypeError("connection reset");
        return original(input, init);
      },
    });
    for (const person of persons(8)) await killed.checkedIn(person);
    for (let round = 0; round < 12; round += 1) {
      await killed.outbox.drain();
      killed.now += 10 * MINUTE;
    }
    expect(board.all("Encounter")).toHaveLength(7);
    expect(await killed.outbox.view()).toMatchObject({ waiting: 1 });
  });
});

describe("a credential that ended", () => {
  it("is renewed once for all that are on their way, and pauses what it must", async () => {
    let renewals = 0;
    let valid = false;
    const { board, machine } = await setUp({
      renewSignIn: async () => {
        renewals += 1;
        return valid;
      },
    });
    for (const person of persons(200)) await machine.checkedIn(person);
    board.faults = Array<Fault>(20).fill("unauthorised");
    await machine.outbox.drain();
    expect(renewals).toBe(1);
    const view = await machine.outbox.view();
    expect(view.entries.filter(({ state }) => state === "paused").length).toBeGreaterThan(0);
    expect(view).not.toHaveProperty("boardAway");
    valid = true;
    board.faults = [];
    await machine.outbox.drain(true);
    expect(board.all("Encounter")).toHaveLength(200);
  });

  it("of another user: what waits says that it is another's, and is sent all the same", async () => {
    const { board, machine } = await setUp();
    await machine.checkedIn("p1");
    machine.user = "user-2";
    await machine.checkedIn("p2");
    const { entries } = await machine.outbox.view();
    expect(entries.map(({ byAnother }) => byAnother ?? false)).toEqual([true, false]);
    await machine.outbox.drain();
    expect(board.all("Encounter")).toHaveLength(2);
  });
});
