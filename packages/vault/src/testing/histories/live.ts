import { deleteDB } from "idb";
import type { OutboxKeys } from "../../keys/key-ring.ts";
import { actionsOf } from "../../outbox/entry-views.ts";
import { OutboxDecisions } from "../../outbox/outbox-decisions.ts";
import { uuidV7 } from "../../outbox/uuid-v7.ts";
import { StorageError } from "../../storage/storage-error.ts";
import { hospitalInstant } from "../../visits/hospital-time.ts";
import type { Act, Recording } from "./acts.ts";
import type { Break } from "./breaks.ts";
import { delayedByOthers, judge } from "./judge.ts";
import { type Boot, PERSONS, World } from "./world.ts";

const HOUR = 3_600_000;

/**
 * Lives one history, then lets everything heal, and returns what is wrong; empty when nothing is. First the network heals
 * and poison stays, which must delay nobody else; then that too is mended.
 */
export async function live(history: readonly Act[], keys: OutboxKeys, broken?: Break): Promise<string[]> {
  const world = await World.start(keys, broken);
  const poison = new Map<string, string>();
  for (const act of history) {
    if (act.kind === "poison") poison.set(act.person, act.fault);
    await perform(act, world);
    await world.observe();
  }
  world.board.faults = [];
  world.diskFaults = [];
  world.unlocked = true;
  await world.restart();
  await settled(world, false);
  await world.observe();
  const faults = await delayedByOthers(world, poison);
  world.board.poison = () => undefined;
  await healed(world);
  await settled(world, true);
  faults.push(...(await judge(world)));
  world.boot.power.off();
  await world.boot.raw.close();
  // Not waited for: it only frees memory.
  void deleteDB(world.name).catch(() => undefined);
  return faults;
}

const settled = async (world: World, everything: boolean): Promise<void> => {
  for (let round = 0; round < 4; round += 1) {
    world.now += HOUR;
    await world.boot.outbox.drain(everything);
  }
};

/** Records of a later version can be read again: the software was updated. */
const healed = (world: World): Promise<void> =>
  world.boot.raw.write(["outbox"], async (transaction) => {
    const outbox = transaction.objectStore("outbox");
    for (const seq of world.newer) {
      const row = await outbox.get(seq);
      if (row) await outbox.put({ ...row, schemaVersion: 2 });
    }
  });

/** What the store refuses is said to the person at the desk; here it is enough that nothing is promised. */
const forgiving = async (work: () => Promise<unknown>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
  }
};

/** Runs until it is done or the power is cut; then the machine starts again. */
const underPower = async (
  world: World,
  cut: { at: number; after: boolean } | undefined,
  work: (boot: Boot) => Promise<unknown>,
): Promise<void> => {
  const { boot } = world;
  if (cut) boot.power.plan(cut);
  await Promise.race([forgiving(() => work(boot)), boot.power.dead]);
  if (cut) await world.restart();
};

async function perform(act: Act, world: World): Promise<void> {
  const { board } = world;
  switch (act.kind) {
    case "record":
      return underPower(world, act.cut, (boot) => record(act.what, act.person, world, boot));
    case "drain":
      board.faults = [...act.faults];
      return underPower(world, act.cut, ({ outbox }) => outbox.drain(act.all));
    case "two-drainers":
      board.faults = [...act.faults];
      await forgiving(() =>
        Promise.all(
          [world.boot.outbox.drain(true), world.newOutbox().drain(true)].map((run) => forgiving(() => run)),
        ),
      );
      return;
    case "decide":
      return underPower(world, undefined, (boot) => decide(act.what, world, boot));
    case "disk":
      world.diskFaults = [...act.faults];
      return;
    case "poison": {
      const before = board.poison;
      const { person, fault } = act;
      board.poison = (resource) =>
        JSON.stringify(resource).includes(`Patient/${person}"`) ? fault : before(resource);
      return;
    }
    case "elsewhere":
      return elsewhere(act.what, act.person, world);
    case "clock":
      world.now += act.by;
      return;
    case "restart":
      return world.restart();
    case "upgrade":
      return world.upgrade();
    case "lock":
    case "unlock":
      world.unlocked = act.kind === "unlock";
      return;
    case "other-user":
      world.user = world.user === "user-1" ? "user-2" : "user-1";
      return;
    case "refresh":
      return underPower(world, undefined, ({ visits, client }) =>
        visits.refresh(client, world.desk, () => true),
      );
    case "newer":
      return writtenByNewer(world);
  }
}

async function record(what: Recording, person: string, world: World, boot: Boot): Promise<unknown> {
  const { visits, outbox } = boot;
  const { desk, keys } = world;
  if (!world.unlocked) return;
  switch (what) {
    case "check-in":
      return visits.checkIn(desk, { personId: person, tier: "nhom-1", emergency: false });
    case "view":
      return visits.recordView(desk, person);
    case "marks":
      return visits.recordMarks(desk, 3);
    case "respond":
    case "refer": {
      const id = uuidV7(world.now);
      const response = [...world.accepted.values()].findLast(
        ({ body }) => body.kind === "response" && body.personId === person,
      );
      const kind = what === "respond" ? "response" : "referral";
      const body = world.createBody(kind, person, id, what === "refer" ? response?.id : undefined);
      // A lane of its own for referrals: what they need is what orders them.
      const lane = await keys.blind.name(what === "refer" ? "referral" : "person", person);
      return outbox.accept(await outbox.freeze(id, lane, body, keys));
    }
    case "amend":
    case "amend-late": {
      const id = uuidV7(world.now);
      const lane = await keys.blind.name("person", person);
      const body = world.amendmentBody(person, what === "amend-late");
      return outbox.accept(await outbox.freeze(id, lane, body, keys));
    }
    default: {
      const current = await visits.current(desk, person);
      if (!current) return;
      const { id } = current.visit;
      if (what === "undo") return visits.undoCheckIn(desk, id);
      const step = { examine: "kham", escort: "dua-don", close: "ket-thuc" }[what];
      return visits.recordStep(desk, id, step, what === "escort" ? "phong-1" : undefined);
    }
  }
}

/** A person decides about the first entry for which there is something to decide. */
async function decide(
  what: "resend" | "correct" | "hand-over" | "mine" | "theirs",
  world: World,
  { outbox, visitStore }: Boot,
): Promise<unknown> {
  const action = what === "mine" || what === "theirs" ? "choose" : what;
  const rows = await outbox.store.after(-1, 1000);
  const row = rows.find((one) => "id" in one && actionsOf(one).includes(action));
  if (!row || !("id" in row)) return;
  const decisions = new OutboxDecisions(outbox.store, visitStore);
  const { keys, desk } = world;
  const at = hospitalInstant(world.now);
  const decider = { author: desk.author, at, policy: desk.policy };
  if (what === "correct") await decisions.correct(row.id, { at }, decider, keys);
  else if (what === "hand-over") await decisions.handOver(row.id, "Nhờ xử lý", decider, keys);
  else if (what !== "resend") await decisions.choose(row.id, what, decider, keys);
  return outbox.resend([row.id], false);
}

function elsewhere(what: "amends" | "checks-in" | "cancels", person: string, { board }: World): void {
  if (what === "amends") {
    const seen = board.resources.get(`QuestionnaireResponse/q-${person}`);
    if (seen) board.put({ ...seen, note: [{ text: "elsewhere" }] });
    return;
  }
  const open = board
    .all("Encounter")
    .find((one) => one.status === "arrived" && JSON.stringify(one).includes(`Patient/${person}"`));
  if (what === "cancels") {
    if (open) board.put({ ...open, status: "cancelled" });
    return;
  }
  if (open) return;
  const day = "2026-11-22";
  board.put({
    resourceType: "Encounter",
    id: `other-${person}-${board.versions.size}`,
    meta: {},
    status: "arrived",
    class: { code: "AMB" },
    statusHistory: [],
    identifier: [
      { system: "https://cadre-care.example/fhir/sid/entry", value: crypto.randomUUID() },
      { system: "https://cadre-care.example/fhir/sid/visit", value: `${person}.bv-tinh.${day}` },
    ],
    subject: { reference: `Patient/${person}` },
  });
}

/** The oldest entry was written by a later version of the software, which was then taken back. */
async function writtenByNewer(world: World): Promise<void> {
  const [first] = await world.rows();
  if (!first) return;
  world.newer.add(first.seq);
  await world.boot.raw.write(["outbox"], async (transaction) => {
    const outbox = transaction.objectStore("outbox");
    const row = await outbox.get(first.seq);
    if (row) await outbox.put({ ...row, schemaVersion: 99 });
  });
}

export { PERSONS };
