import { createByIdentifier, createByTag, provenance, transaction, urn } from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import { Machine } from "../testing/machine.ts";
import { MemoryBoard, type Stored } from "../testing/memory-board.ts";
import { VisitStore } from "../visits/visit-store.ts";
import type { OutboxBody } from "./outbox-body.ts";
import { OutboxDecisions } from "./outbox-decisions.ts";
import { isDamaged } from "./queued-record.ts";
import { uuidV7 } from "./uuid-v7.ts";

const HOUR = 3_600_000;
const AT = "2026-11-22T09:30:00.000+07:00";

async function setUp() {
  const board = new MemoryBoard();
  const machine = await Machine.start({ fetch: board.fetch });
  const decisions = new OutboxDecisions(machine.outbox.store, new VisitStore(machine.database));
  const decider = { author: machine.desk.author, at: AT, policy: machine.desk.policy };
  return { board, machine, decisions, decider };
}
type Setting = Awaited<ReturnType<typeof setUp>>;

const first = async ({ machine }: Setting) => {
  const [entry] = (await machine.outbox.view()).entries;
  if (!entry) throw new Error("nothing waits");
  return entry;
};

/** Sends once more what a person has decided about. */
const resend = ({ machine }: Setting, id: string) => machine.outbox.resend([id], true);

/** An entry of a form: a response that a doctor filled in, or something that refers to it. */
async function accept(setting: Setting, lane: string, bodyOf: (id: string) => OutboxBody): Promise<string> {
  const { machine } = setting;
  const id = uuidV7(machine.now);
  const { keys, outbox } = machine;
  await outbox.accept(
    await outbox.freeze(id, await keys.blind.name("person", lane), bodyOf(id), keys, { dueAt: AT }),
  );
  return id;
}

const traceOf = ({ machine }: Setting, target: string) => {
  const entry = uuidV7(machine.now);
  const { author } = machine.desk;
  return createByTag(provenance({ entry, target, at: AT, author, activity: "UPDATE" }), entry);
};

const identifier = (value: string) => [{ system: "https://cadre-care.example/fhir/sid/entry", value }];

const response = (setting: Setting, id: string): OutboxBody => ({
  kind: "response",
  personId: "p1",
  bundle: transaction<unknown>([
    createByIdentifier(
      { resourceType: "QuestionnaireResponse", identifier: identifier(id), status: "completed" },
      id,
    ),
    traceOf(setting, urn(id)),
  ]),
});

const referral = (setting: Setting, id: string, needs: string): OutboxBody => ({
  kind: "referral",
  personId: "p1",
  bundle: transaction<unknown>([
    createByIdentifier(
      {
        resourceType: "ServiceRequest",
        identifier: identifier(id),
        status: "active",
        supportingInfo: [{ reference: urn(needs) }],
      },
      id,
    ),
    traceOf(setting, urn(id)),
  ]),
  needs: [{ entry: needs, type: "QuestionnaireResponse" }],
});

const seed = (board: MemoryBoard): Stored =>
  board.put({ resourceType: "QuestionnaireResponse", id: "q", meta: {}, status: "completed", text: "1" });

const amendment = (setting: Setting, seen: Stored, text: string): OutboxBody => ({
  kind: "amendment",
  personId: "p1",
  bundle: transaction<unknown>([traceOf(setting, "QuestionnaireResponse/q")]),
  change: { resource: { ...seen, text }, version: String(seen.meta.versionId) },
});

describe("a refused check-in", () => {
  it("is corrected under its own UUID, keeps what it said before, and arrives once", async () => {
    const setting = await setUp();
    const { board, machine, decisions, decider } = setting;
    const visit = await machine.checkedIn("p1");
    board.poison = ({ resourceType, period }) =>
      resourceType === "Encounter" && !JSON.stringify(period).includes("09:30") ? "refused" : undefined;
    await machine.outbox.drain();
    const parked = await first(setting);
    expect(parked).toMatchObject({ state: "parked", actions: ["resend", "correct", "hand-over"] });
    expect(await decisions.correct(parked.id, {}, decider, machine.keys)).toMatchObject({
      ok: false,
      problem: { code: "nothing-corrected" },
    });
    expect(await decisions.correct(parked.id, { at: "hôm qua" }, decider, machine.keys)).toMatchObject({
      ok: false,
      problem: { code: "value-invalid" },
    });
    expect(await decisions.correct(parked.id, { at: AT }, decider, machine.keys)).toMatchObject({ ok: true });
    const [row] = await machine.outbox.store.after(-1, 1);
    expect(row && !isDamaged(row) && row.earlier).toHaveLength(1);
    expect(await machine.outbox.view()).toMatchObject({ waiting: 1, parked: 0 });
    await resend(setting, parked.id);
    expect(board.all("Encounter")).toMatchObject([
      { period: { start: AT }, statusHistory: [{ period: { start: AT } }] },
    ]);
    expect(board.all("Provenance")).toMatchObject([{ occurredDateTime: AT }]);
    expect(await machine.visits.view(machine.desk, visit)).toMatchObject({
      delivery: "delivered",
      visit: { checkedInAt: AT },
    });
    expect(await machine.outbox.view()).toMatchObject({ waiting: 0, parked: 0, entries: [] });
  });

  it("that had arrived before it was corrected is shown in both versions, and a person chooses", async () => {
    const setting = await setUp();
    const { board, machine, decisions, decider } = setting;
    await machine.checkedIn("p1");
    board.faults = ["lost-after", "forbidden"];
    await machine.outbox.drain();
    machine.now += HOUR;
    await machine.outbox.drain();
    const { id } = await first(setting);
    await decisions.correct(id, { at: AT }, decider, machine.keys);
    await resend(setting, id);
    expect(await first(setting)).toMatchObject({
      state: "parked",
      problem: { code: "correction-late" },
      actions: ["choose", "hand-over"],
    });
    await decisions.choose(id, "mine", decider, machine.keys);
    await resend(setting, id);
    expect(board.all("Encounter")).toMatchObject([{ status: "arrived", period: { start: AT } }]);
    expect(await machine.outbox.view()).toMatchObject({ waiting: 0, parked: 0 });
  });

  it("is handed over to the board's staff, and stays until they have it", async () => {
    const setting = await setUp();
    const { board, machine, decisions, decider } = setting;
    await machine.checkedIn("p1");
    board.poison = ({ resourceType }) => (resourceType === "Encounter" ? "refused" : undefined);
    await machine.outbox.drain();
    const { id } = await first(setting);
    expect(await decisions.handOver(id, " Nhờ xử lý giúp ", decider, machine.keys)).toMatchObject({
      ok: true,
    });
    board.down = true;
    await resend(setting, id);
    expect(await first(setting)).toMatchObject({ id, kind: "hand-over" });
    board.down = false;
    machine.now += HOUR;
    await machine.outbox.drain();
    const [task] = board.all("Task");
    expect(task).toMatchObject({
      status: "requested",
      code: { coding: [{ code: "hand-over" }] },
      for: { reference: "Patient/p1" },
      note: [{ text: "Nhờ xử lý giúp" }],
      requester: { reference: machine.desk.author.reference },
    });
    const [{ valueAttachment }] = Object(task).input;
    const bytes = Uint8Array.from(atob(valueAttachment.data), (one) => one.charCodeAt(0));
    expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({
      kind: "check-in",
      bundle: { entry: [{ resource: { resourceType: "Encounter" } }, {}] },
    });
    expect(await machine.outbox.view()).toMatchObject({
      waiting: 0,
      parked: 0,
      receipts: [{ id, kind: "hand-over", reference: `Task/${task?.id}` }],
    });
    await expect(machine.visits.current(machine.desk, "p1")).resolves.toMatchObject({
      delivery: "delivered",
    });
  });

  it("of a person who is dealt with elsewhere cannot be sent on by any way", async () => {
    const setting = await setUp();
    const { machine, decisions, decider } = setting;
    await machine.checkedIn("p1");
    const { id } = await first(setting);
    const [row] = await machine.outbox.store.after(-1, 1);
    if (!row || isDamaged(row)) throw new Error("no row");
    const { seq, hash } = row;
    await machine.outbox.store.settle([
      { kind: "kept", seq, hash, state: "parked", lastError: "refused-tier" },
    ]);
    expect((await first(setting)).actions).toEqual([]);
    expect(await decisions.handOver(id, "", decider, machine.keys)).toMatchObject({ ok: false });
  });
});

describe("an amendment", () => {
  it("changes the version that was seen, once, also when the answer is lost", async () => {
    const setting = await setUp();
    const { board, machine } = setting;
    const seen = seed(board);
    const id = await accept(setting, "p1", () => amendment(setting, seen, "2"));
    board.faults = ["lost-after"];
    await machine.outbox.drain();
    // Somebody else goes on from ours before we hear that it arrived.
    const ours = board.resources.get("QuestionnaireResponse/q");
    if (ours) board.put({ ...ours, text: "3", meta: {} });
    machine.now += HOUR;
    await machine.outbox.drain();
    expect(board.amendedBy(id)).toMatchObject([{ text: "2" }]);
    expect(board.all("QuestionnaireResponse")).toMatchObject([{ text: "3" }]);
    expect(await machine.outbox.view()).toMatchObject({ waiting: 0, parked: 0 });
  });

  it.each(["mine", "theirs"] as const)(
    "that meets another's is shown beside it; chosen: %s",
    async (choice) => {
      const setting = await setUp();
      const { board, machine, decisions, decider } = setting;
      const seen = seed(board);
      board.put({ ...seen, text: "elsewhere" });
      const id = await accept(setting, "p1", () => amendment(setting, seen, "mine"));
      await machine.outbox.drain();
      expect(board.all("QuestionnaireResponse")).toMatchObject([{ text: "elsewhere" }]);
      expect(await first(setting)).toMatchObject({
        state: "parked",
        problem: { code: "changed-at-board" },
        actions: ["choose", "hand-over"],
      });
      expect(await decisions.choose(id, choice, decider, machine.keys)).toMatchObject({ ok: true });
      await resend(setting, id);
      const text = choice === "mine" ? "mine" : "elsewhere";
      expect(board.all("QuestionnaireResponse")).toMatchObject([{ text }]);
      // What was not chosen is at the board too, for the record.
      expect(board.all("Task")).toMatchObject(choice === "mine" ? [] : [{ status: "rejected" }]);
      expect(await machine.outbox.view()).toMatchObject({ waiting: 0, parked: 0 });
    },
  );
});

describe("an entry that refers to another", () => {
  it("waits for it, in whatever lane, and then names it as the board does", async () => {
    const setting = await setUp();
    const { board, machine } = setting;
    const needed = await accept(setting, "p1", (id) => response(setting, id));
    const id = await accept(setting, "p1/referrals", (entry) => referral(setting, entry, needed));
    expect((await machine.outbox.view()).entries[1]).toMatchObject({ id, dueAt: AT });
    board.poison = ({ resourceType }) => (resourceType === "QuestionnaireResponse" ? "refused" : undefined);
    await machine.outbox.drain(true);
    expect(board.all("ServiceRequest")).toEqual([]);
    board.poison = () => undefined;
    await machine.outbox.drain(true);
    const [made] = board.all("QuestionnaireResponse");
    expect(board.all("ServiceRequest")).toMatchObject([
      { supportingInfo: [{ reference: `QuestionnaireResponse/${made?.id}` }] },
    ]);
  });

  it("finds at the board what was delivered long ago", async () => {
    const setting = await setUp();
    const { board, machine } = setting;
    const needed = await accept(setting, "p1", (id) => response(setting, id));
    await machine.outbox.drain();
    machine.now += 40 * 24 * HOUR;
    await machine.outbox.purgeReceipts();
    expect((await machine.outbox.view()).receipts).toBeUndefined();
    await accept(setting, "p1", (entry) => referral(setting, entry, needed));
    await machine.outbox.drain();
    expect(board.all("ServiceRequest")).toHaveLength(1);
  });

  it("is shown when what it needs was handed over and never became what it should", async () => {
    const setting = await setUp();
    const { board, machine, decisions, decider } = setting;
    const needed = await accept(setting, "p1", (id) => response(setting, id));
    await accept(setting, "p1/referrals", (entry) => referral(setting, entry, needed));
    board.poison = ({ resourceType }) => (resourceType === "QuestionnaireResponse" ? "refused" : undefined);
    await machine.outbox.drain();
    await decisions.handOver(needed, "", decider, machine.keys);
    await resend(setting, needed);
    await machine.outbox.drain();
    expect(await first(setting)).toMatchObject({ kind: "referral", problem: { code: "needs-missing" } });
  });
});
