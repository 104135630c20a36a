import { IDENTIFIER_SYSTEMS } from "@cadre-care/fhir";
import fc from "fast-check";
import type { VaultDatabase } from "../storage/database.ts";
import { Machine, type MachineOptions } from "./machine.ts";
import { type Fault, MemoryBoard } from "./memory-board.ts";

/** One thing that happens. Persons are few, so that entries of one patient meet. */
export type Act =
  | { readonly kind: "check-in" | "examine" | "escort" | "close" | "undo" | "view"; readonly person: string }
  | { readonly kind: "drain" | "send-all" | "two-drainers"; readonly faults: readonly Fault[] }
  | { readonly kind: "crash-while-draining"; readonly faults: readonly Fault[] }
  | { readonly kind: "restart" | "lock" | "unlock" | "refresh" }
  | { readonly kind: "clock"; readonly by: number };

const person = fc.constantFrom("p1", "p2", "p3");
const faults = fc.array(
  fc.constantFrom<Fault>(
    "none",
    "none",
    "lost-before",
    "lost-after",
    "portal",
    "too-many",
    "server-error",
    "half-answer",
    "unauthorised",
    "forbidden",
    "refused",
  ),
  { maxLength: 5 },
);

export const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant("check-in" as const), person }) },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constantFrom("examine" as const, "escort" as const, "close" as const),
        person,
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("undo" as const, "view" as const), person }) },
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constantFrom("drain" as const, "send-all" as const), faults }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom("two-drainers" as const, "crash-while-draining" as const),
        faults,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom("restart" as const, "lock" as const, "unlock" as const, "refresh" as const),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant("clock" as const),
        by: fc.constantFrom(60_000, 3_600_000, 7 * 86_400_000, -365 * 86_400_000, 365 * 86_400_000),
      }),
    },
  ),
  { minLength: 4, maxLength: 14 },
);

/** Ways to break the outbox on purpose: the check below must find each of them. */
export type Break = "new-uuid-at-retry" | "delete-before-send" | "saved-before-commit";

const uuidV7 = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Leaves the first sending as it is, and every later one under other UUIDs. */
function remintAtRetry(): (body: string) => string {
  const sent = new Set<string>();
  return (body) => {
    const fresh = new Map<string, string>();
    return body.replaceAll(uuidV7, (old) => {
      if (!sent.has(old)) {
        sent.add(old);
        fresh.set(old, old);
      }
      const known = fresh.get(old) ?? crypto.randomUUID();
      fresh.set(old, known);
      return known;
    });
  };
}

/** A database that says "written" and then takes it back, as relaxed code does that does not wait for the commit. */
const forgetful = (database: VaultDatabase, writes = { count: 0 }): VaultDatabase => ({
  ...database,
  write: async (stores, work) => {
    writes.count += 1;
    let value: { is: Awaited<ReturnType<typeof work>> } | undefined;
    await database
      .write(stores, async (transaction) => {
        value = { is: await work(transaction) };
        if (writes.count % 3 === 0) transaction.abort();
        return value.is;
      })
      .catch(() => undefined);
    if (!value) throw new Error("not even tried");
    return value.is;
  },
});

function optionsOf(board: MemoryBoard, broken: Break | undefined, machine: () => Machine): MachineOptions {
  const remint = remintAtRetry();
  return {
    ...(broken === "saved-before-commit" ? { wrap: forgetful } : {}),
    fetch: async (input, init) => {
      if (typeof init?.body !== "string") return board.fetch(input, init);
      if (broken === "delete-before-send") {
        const sending: readonly string[] = init.body.match(uuidV7) ?? [];
        await machine().database.write(["outbox"], async (transaction) => {
          const outbox = transaction.objectStore("outbox");
          for (const record of await outbox.getAll())
            if (record.seq !== undefined && sending.includes(record.id)) await outbox.delete(record.seq);
        });
      }
      const body = broken === "new-uuid-at-retry" ? remint(init.body) : init.body;
      return board.fetch(input, { ...init, body });
    },
  };
}

/** Lives one history on one machine, then lets the network heal, and returns what is wrong; empty when nothing is. */
export async function live(history: readonly Act[], broken?: Break): Promise<string[]> {
  const board = new MemoryBoard();
  const machine: Machine = await Machine.start(optionsOf(board, broken, () => machine));
  /** Per person the entries accepted, oldest first, by the UUID of their Provenance or AuditEvent lane. */
  const accepted: string[] = [];
  const remember = async () => {
    for (const record of await machine.outbox.store.after(-1, 1000))
      if ("id" in record && !accepted.includes(record.id)) accepted.push(record.id);
  };
  let promised = 0;
  for (const act of history) {
    promised += await perform(act, machine, board, remember);
  }
  board.faults = [];
  machine.unlocked = true;
  machine.restart();
  await remember();
  for (let round = 0; round < 3; round += 1) {
    await machine.outbox.drain(true);
    machine.now += 3_600_000;
  }
  const faults = await examine(machine, board, accepted, promised);
  await machine.database.close();
  return faults;
}

/** Resolves with 1 when something was accepted. */
async function perform(
  act: Act,
  machine: Machine,
  board: MemoryBoard,
  remember: () => Promise<void>,
): Promise<number> {
  const { visits, desk, outbox } = machine;
  const before = (await outbox.view()).entries.length;
  switch (act.kind) {
    case "check-in": {
      const done = await machine.checkIn(act.person);
      await remember();
      const added = (await outbox.view()).entries.length - before;
      return done.ok && added !== 0 ? 1 : 0;
    }
    case "view": {
      const done = await visits.recordView(desk, act.person);
      await remember();
      return done.ok ? 1 : 0;
    }
    case "examine":
    case "escort":
    case "close":
    case "undo": {
      const current = await visits.current(desk, act.person);
      if (!current) return 0;
      const { id } = current.visit;
      const wasCancelled = current.visit.status === "cancelled";
      const step = { examine: "kham", escort: "dua-don", close: "ket-thuc", undo: "" }[act.kind];
      const done =
        act.kind === "undo"
          ? await visits.undoCheckIn(desk, id)
          : await visits.recordStep(desk, id, step, act.kind === "escort" ? "phong-1" : undefined);
      await remember();
      return done.ok && !(act.kind === "undo" && wasCancelled) ? 1 : 0;
    }
    case "drain":
    case "send-all":
      board.faults = [...act.faults];
      await outbox.drain(act.kind === "send-all");
      return 0;
    case "two-drainers":
      board.faults = [...act.faults];
      await Promise.all([outbox.drain(true), machine.newOutbox().drain(true)]);
      return 0;
    case "crash-while-draining": {
      board.faults = [...act.faults];
      const draining = outbox.drain(true);
      // Whatever the old one still does, it does beside the new one: worse than a crash, never better.
      machine.restart();
      await Promise.all([draining, machine.outbox.drain()]);
      return 0;
    }
    case "restart":
      machine.restart();
      return 0;
    case "lock":
    case "unlock":
      machine.unlocked = act.kind === "unlock";
      return 0;
    case "refresh":
      await visits.refresh(machine.client, desk, () => true);
      return 0;
    case "clock":
      machine.now += act.by;
      return 0;
  }
}

async function examine(
  machine: Machine,
  board: MemoryBoard,
  accepted: readonly string[],
  promised: number,
): Promise<string[]> {
  const faults: string[] = [];
  const view = await machine.outbox.view();
  const visible = new Set(view.entries.map(({ id }) => id));
  if (view.waiting + view.parked !== view.entries.length) faults.push("counts differ from what is shown");
  if (accepted.length < promised) faults.push(`${promised} promised, ${accepted.length} kept`);
  for (const id of accepted) {
    const at = board.withEntry(id).length;
    if (at > 1) faults.push(`${id}: ${at} times at the board`);
    if (at === 0 && !visible.has(id)) faults.push(`${id}: lost`);
    if (at === 1 && visible.has(id)) {
      const record = view.entries.find((entry) => entry.id === id);
      if (record?.state !== "parked") faults.push(`${id}: delivered and still waiting`);
    }
  }
  const main = board.created.filter((key) => /^(Encounter|Task|AuditEvent)\//.test(key));
  const undone = accepted.filter((id) =>
    board.withEntry(id).some((one) => one.resourceType === "Provenance"),
  );
  if (main.length + undone.length > accepted.length)
    faults.push(`${main.length + undone.length} effects of ${accepted.length} entries`);
  return [...faults, ...orderFaults(board, accepted)];
}

/** Per visit, what the board created comes in the order in which it was accepted. */
function orderFaults(board: MemoryBoard, accepted: readonly string[]): string[] {
  const order = new Map(accepted.map((id, index) => [id, index]));
  const last = new Map<string, number>();
  const faults: string[] = [];
  for (const key of board.created) {
    const resource = board.resources.get(key);
    if (!resource || !/^(Encounter|Task)$/.test(resource.resourceType)) continue;
    const patient = JSON.stringify(resource).match(/Patient\/(p\d)/)?.[1] ?? "";
    const uuid =
      [resource.identifier ?? []].flat().find(({ system }) => system === IDENTIFIER_SYSTEMS.entry)?.value ??
      "";
    const index = order.get(uuid) ?? -1;
    if (index < (last.get(patient) ?? -1)) faults.push(`${patient}: order`);
    last.set(patient, index);
  }
  return faults;
}
