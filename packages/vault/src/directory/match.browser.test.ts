import { afterReading, type StatedIdentity } from "@cadre-care/domain";
import { describe, expect, it } from "vitest";
import { openDirectoryKeys } from "../keys/key-ring.ts";
import { counted } from "../testing/counted-work.ts";
import { freshDirectory } from "../testing/fresh.ts";
import { person, statedAs } from "../testing/people.ts";
import { matchIdentities } from "./match.ts";
import { PageBudget } from "./page-budget.ts";
import { SealedDirectory } from "./sealed-directory.ts";

const site = "bvdk-tinh";
const generous = () => new PageBudget(() => 10_000, Date.now);

const filled = async (count: number) => {
  const fresh = await freshDirectory();
  const upserts = Array.from({ length: count }, (_, number) => {
    const entry = person(number);
    return { personId: entry.personId, entry, parts: {} };
  });
  await fresh.directory.applyPage({ upserts, removals: [], cursor: "one" });
  const match = (identities: readonly StatedIdentity[], budget = generous()) =>
    matchIdentities(fresh.database, fresh.directory, identities, { site, budget });
  return { ...fresh, match };
};

describe("matching against the directory", () => {
  it("finds the managed, says of the others that they are not, and keeps the order", async () => {
    const { match } = await filled(50);
    const stranger = statedAs(person(900));
    const answers = await match([statedAs(person(3)), stranger, statedAs(person(49))]);
    expect(answers.map((answer) => answer.outcome.state)).toEqual(["managed", "not-managed", "managed"]);
    expect(answers[0]?.entry).toEqual(person(3));
    expect(answers[2]?.entry?.personId).toBe("person-49");
  });

  it("finds a person by each of the numbers that the board knows", async () => {
    const { match } = await filled(20);
    const entry = person(7);
    const by = (kind: "cccd" | "bhyt" | "priority-card" | "medical-book", value: string): StatedIdentity => ({
      identifiers: [{ kind, value }],
    });
    const answers = await match([
      by("cccd", entry.identifiers[0]?.value ?? ""),
      by("bhyt", `HT399${entry.identifiers[1]?.value}`),
      by("priority-card", "tut-000007"),
      by("medical-book", "SYB-000007"),
    ]);
    expect(answers.map((answer) => answer.entry?.personId)).toEqual([
      "person-7",
      "person-7",
      "person-7",
      "person-7",
    ]);
  });

  it("calls a namesake born the same day possible, and one born another day nothing", async () => {
    const { match } = await filled(20);
    const { name, birthDate, sex } = person(5);
    const bare = { identifiers: [], name, sex };
    const [same, other] = await match([
      { ...bare, birthDate },
      { ...bare, birthDate: { year: 1901, month: 1, day: 1 } },
    ]);
    expect(same?.outcome).toMatchObject({ state: "possible", personIds: ["person-5"] });
    expect(same?.candidates?.map((entry) => entry.personId)).toEqual(["person-5"]);
    expect(other?.outcome.state).toBe("not-enough");
  });

  it("flags nobody when two numbers belong to two people", async () => {
    const { match } = await filled(20);
    const [answer] = await match([
      { identifiers: [...person(1).identifiers.slice(0, 1), ...person(2).identifiers.slice(1, 2)] },
    ]);
    expect(answer?.outcome).toEqual({ state: "conflict", reason: "identifiers-of-different-people" });
    expect(answer?.entry).toBeUndefined();
  });

  it("costs the same for 200 hits as for 200 misses, and for any mixture", async () => {
    const { match } = await filled(600);
    const hits = Array.from({ length: 200 }, (_, number) => statedAs(person(number)));
    const misses = Array.from({ length: 200 }, (_, number) => statedAs(person(number + 5000)));
    const mixed = [...hits.slice(0, 13), ...misses.slice(0, 187)];
    const ofHits = await counted(() => match(hits));
    const ofMisses = await counted(() => match(misses));
    const ofMixture = await counted(() => match(mixed));
    expect(ofHits.opened).toBe(200);
    expect(ofHits.gets).toBe(201);
    expect(ofMisses).toEqual(ofHits);
    expect(ofMixture).toEqual(ofHits);
  });

  it("costs the same for linked HIS codes as for codes of nobody", async () => {
    const { match, directory } = await filled(60);
    const codes = Array.from({ length: 40 }, (_, number) => `BN-${number}`);
    for (const [number, code] of codes.entries()) {
      const taught = { site, code, personId: `person-${number}`, at: "2026-11-22T08:00:00+07:00" };
      const once = afterReading(undefined, { ...taught, reading: "a" });
      const key = directory.links.keyOf(site, code) ?? "";
      const link = afterReading(once, { ...taught, reading: "b" });
      await directory.links.write([await directory.links.change(key, undefined, link)]);
    }
    const ask = (asked: readonly string[]) =>
      match(asked.map((value) => ({ identifiers: [{ kind: "his-code" as const, value }] })));
    const answers = await ask(codes);
    expect(answers.map(({ entry }) => entry?.personId)).toEqual(codes.map((_, at) => `person-${at}`));
    const ofLinked = await counted(() => ask(codes));
    const ofOthers = await counted(() => ask(codes.map((code) => `X${code}`)));
    expect(ofOthers).toEqual(ofLinked);
  });

  it("asks once about a person who is listed twice", async () => {
    const { match } = await filled(40);
    const twice = [statedAs(person(1)), statedAs(person(1))];
    const answers = await match(twice);
    expect(answers.map((answer) => answer.entry?.personId)).toEqual(["person-1", "person-1"]);
    expect((await counted(() => match(twice))).opened).toBe(8);
  });

  it("stops answering a page that asks about too many people", async () => {
    const { match } = await filled(20);
    const budget = new PageBudget(() => 10, Date.now);
    const ask = Array.from({ length: 12 }, (_, number) => statedAs(person(number)));
    const answers = await match(ask, budget);
    expect(answers.filter((answer) => answer.refused)).toHaveLength(2);
    expect(answers.at(-1)?.outcome.state).toBe("not-enough");
    expect((await match(ask.slice(0, 10), budget)).every((answer) => answer.entry)).toBe(true);
  });

  it("sees what another vault of the same machine has written since", async () => {
    const { database, raw, match } = await filled(20);
    const other = new SealedDirectory(database, await openDirectoryKeys(raw));
    expect((await match([statedAs(person(30))]))[0]?.outcome.state).toBe("not-managed");
    const entry = person(30);
    await other.applyPage({
      upserts: [{ personId: entry.personId, entry, parts: {} }],
      removals: ["person-4"],
      cursor: "two",
    });
    const [added, removed] = await match([statedAs(entry), statedAs(person(4))]);
    expect(added?.entry?.personId).toBe("person-30");
    expect(removed?.outcome.state).toBe("not-managed");
  });

  it("does not call somebody unmanaged whose row cannot be read", async () => {
    const { database, match } = await filled(3);
    await database.write(["entries"], async (transaction) => {
      const store = transaction.objectStore("entries");
      for (const row of await store.getAll())
        await store.put({ ...row, entry: row.entry.map((byte) => byte ^ 1) });
    });
    const [answer] = await match([statedAs(person(1))]);
    expect(answer).toMatchObject({ outcome: { state: "not-enough" }, damaged: true });
  });
});
