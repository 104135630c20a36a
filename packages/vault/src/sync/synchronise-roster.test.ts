import type { DirectoryEntry } from "@cadre-care/domain";
import { generateProvince } from "@cadre-care/domain/synthetic";
import { BoardClient, directoryEntry } from "@cadre-care/fhir";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TEST_POLICY } from "../testing/desk-fixture.ts";
import { MemoryDirectory } from "../testing/memory-directory.ts";
import { RosterBoard } from "../testing/roster-board.ts";
import { type RosterSynchronised, synchroniseRoster } from "./synchronise-roster.ts";

const PEOPLE = generateProvince({ people: 30, seed: 11, referenceDate: "2026-11-22" });
const HOUR = 3_600_000;

function setUp(people: readonly DirectoryEntry[] = PEOPLE) {
  const board = new RosterBoard();
  for (const entry of people) board.enrol(entry);
  board.pass(HOUR);
  const directory = new MemoryDirectory();
  const client = new BoardClient({
    base: "https://board.example/fhir",
    fetch: board.fetch,
    accessToken: async () => "token",
  });
  const synchronise = (more: { fullReconcile?: boolean } = {}): Promise<RosterSynchronised> =>
    synchroniseRoster({ client, directory, policy: TEST_POLICY, ...more });
  return { board, directory, synchronise, client };
}

/** What the directory must hold: worked out from the board's resources by themselves. */
function truth(board: RosterBoard): Map<string, DirectoryEntry> {
  const entries = new Map<string, DirectoryEntry>();
  for (const patient of board.all("Patient")) {
    const flag = board.resources.get(`Flag/f-${patient.id}`);
    const episode = board.resources.get(`EpisodeOfCare/e-${patient.id}`);
    if (patient.resourceType !== "Patient" || flag?.resourceType !== "Flag") continue;
    if (episode?.resourceType !== "EpisodeOfCare") continue;
    const active = patient.active && flag.status === "active" && episode.status === "active";
    const refused = TEST_POLICY.refusedTiers.includes(flag.code.coding?.[0]?.code ?? "");
    const entry = directoryEntry({ patient, flag, episode });
    if (active && !refused && entry.ok) entries.set(patient.id, entry.value);
  }
  return entries;
}

function held(directory: MemoryDirectory): Map<string, DirectoryEntry> {
  return new Map([...directory.rows].flatMap(([id, { entry }]) => (entry ? [[id, entry]] : [])));
}

describe("the roster", () => {
  it("arrives whole, and once", async () => {
    const { board, directory, synchronise } = setUp();
    const result = await synchronise();
    expect(result).toMatchObject({ state: "complete", entries: 30 });
    expect(result.problem).toBeUndefined();
    expect(held(directory)).toEqual(truth(board));
    // Flags with their Patients, then episodes: nothing is read a second time on the first day.
    expect(board.requests.every((request) => !request.startsWith("Patient"))).toBe(true);
    expect(board.requests).toHaveLength(16);
  });

  it("takes over a change of the Patient alone", async () => {
    const { board, directory, synchronise } = setUp();
    await synchronise();
    board.pass(HOUR);
    const [first] = PEOPLE;
    if (!first) throw new Error("nobody");
    const identifiers = first.identifiers.map((one) =>
      one.kind === "cccd" ? { ...one, value: "003161999999" } : one,
    );
    board.put(board.wire({ ...first, identifiers }).patient);
    const asked = board.requests.length;
    await synchronise();
    expect(directory.rows.get(first.personId)?.entry?.identifiers[0]?.value).toBe("003161999999");
    expect(held(directory)).toEqual(truth(board));
    expect(board.requests.length - asked).toBe(3);
  });

  it("lets go of who became inactive in any of the three, and takes back who returns", async () => {
    const { board, directory, synchronise } = setUp();
    await synchronise();
    const [one, two, three] = PEOPLE;
    if (!one || !two || !three) throw new Error("too few");
    board.put({ ...board.wire(one).patient, active: false });
    board.put({ ...board.wire(two).flag, status: "inactive" });
    board.put({ ...board.wire(three).episode, status: "finished" });
    await synchronise();
    for (const { personId } of [one, two, three]) expect(directory.rows.has(personId)).toBe(false);
    board.pass(HOUR);
    board.put(board.wire(one).patient);
    board.put(board.wire(two).flag);
    board.put(board.wire(three).episode);
    await synchronise();
    expect(held(directory)).toEqual(truth(board));
    expect(directory.rows.size).toBe(30);
  });

  it("goes on after an interruption where it stopped", async () => {
    const { board, directory, synchronise } = setUp();
    board.beforeAnswer = (request) => {
      if (request === 6) throw new TypeError("Failed to fetch");
    };
    const cutOff = await synchronise();
    expect(cutOff).toMatchObject({ state: "cut-off", problem: { code: "roster-cut-off" } });
    const before = directory.rows.size;
    expect(before).toBe(20);
    board.beforeAnswer = () => undefined;
    const asked = board.requests.length;
    expect(await synchronise()).toMatchObject({ state: "complete", entries: 30 });
    expect(board.requests[asked]).toContain("offset=20");
    expect(held(directory)).toEqual(truth(board));
  });

  it("half a page is no page", async () => {
    const { board, directory, synchronise } = setUp();
    board.cut = (request, text) => (request === 3 ? text.slice(0, text.length - 40) : text);
    expect(await synchronise()).toMatchObject({ state: "cut-off" });
    expect(directory.rows.size).toBe(8);
    board.cut = (_request, text) => text;
    expect(await synchronise()).toMatchObject({ state: "complete", entries: 30 });
  });

  it("begins a stream again when the board no longer knows the page", async () => {
    const { board, directory, synchronise, client } = setUp();
    board.beforeAnswer = (request) => {
      if (request === 4) throw new TypeError("gone");
    };
    await synchronise();
    board.beforeAnswer = () => undefined;
    const page = client.page.bind(client);
    client.page = async (url, signal) => {
      client.page = page;
      await page(url, signal);
      const outcome = { resourceType: "OperationOutcome" as const, issue: [] };
      const problem = { code: "fhir-not-found", message: { vi: "?", en: "?" } };
      return { kind: "refused", status: 410, problem, outcome };
    };
    expect(await synchronise()).toMatchObject({ state: "complete", entries: 30 });
    expect(held(directory)).toEqual(truth(board));
  });

  it.each(["Flag", "EpisodeOfCare"])(
    "ends when the directory is emptied while %s is read, and the next time reads everything",
    async (type) => {
      const { board, directory, synchronise, client } = setUp();
      await synchronise();
      board.pass(HOUR);
      const search = client.search.bind(client);
      client.search = async (...request) => {
        const page = await search(...request);
        if (request[0] === type) directory.clear();
        return page;
      };
      const ended = await synchronise();
      expect(ended).toMatchObject({ state: "cut-off", entries: 0, problem: { code: "roster-cut-off" } });
      expect(ended.syncedAt).toBeUndefined();
      expect(await directory.cursor()).toBeUndefined();
      client.search = search;
      expect(await synchronise()).toMatchObject({ state: "complete", entries: 30 });
      expect(held(directory)).toEqual(truth(board));
    },
  );

  it("keeps nothing of a person of a refused tier, whatever arrives first", async () => {
    const { board, directory, synchronise } = setUp();
    const [secret] = PEOPLE;
    if (!secret) throw new Error("nobody");
    const applied: string[] = [];
    const applyPage = directory.applyPage.bind(directory);
    directory.applyPage = async (page) => {
      applied.push(...page.upserts.map(({ personId }) => personId));
      await applyPage(page);
    };
    const asSecret = board.wire({ ...secret, tier: " MAT " });
    board.put(asSecret.flag);
    await synchronise();
    board.pass(HOUR);
    board.put(asSecret.patient);
    board.put(asSecret.episode);
    await synchronise({ fullReconcile: true });
    expect(applied).not.toContain(secret.personId);
    expect(directory.rows.has(secret.personId)).toBe(false);
    expect(directory.rows.size).toBe(29);
  });

  it("lets go of a tier that a new policy refuses", async () => {
    const { client, directory, synchronise } = setUp();
    await synchronise();
    const tier = PEOPLE[0]?.tier ?? "";
    const policy = { ...TEST_POLICY, version: "2", refusedTiers: ["mat", tier] };
    await synchroniseRoster({ client, directory, policy });
    expect([...held(directory).values()].filter((entry) => entry.tier === tier)).toEqual([]);
    expect(directory.rows.size).toBeGreaterThan(0);
  });

  it("says that a record is unreadable and keeps the others", async () => {
    const { board, directory, synchronise } = setUp();
    const [broken] = PEOPLE;
    if (!broken) throw new Error("nobody");
    board.put({ ...board.wire(broken).patient, birthDate: "1961-02-30" });
    expect(await synchronise()).toMatchObject({
      state: "complete",
      entries: 29,
      problem: { code: "roster-entries-unreadable" },
    });
    expect(await synchronise()).toMatchObject({ problem: { code: "roster-entries-unreadable" } });
    board.pass(HOUR);
    board.put(board.wire(broken).patient);
    await synchronise();
    expect(held(directory)).toEqual(truth(board));
  });

  it("does not empty the directory because the board lists nobody", async () => {
    const { board, directory, synchronise } = setUp();
    await synchronise();
    board.resources.clear();
    expect(await synchronise({ fullReconcile: true })).toMatchObject({ problem: { code: "roster-shrank" } });
    expect(directory.rows.size).toBe(30);
  });

  it("finds by comparing what the streams did not say", async () => {
    const { board, directory, synchronise } = setUp();
    await synchronise();
    const [gone] = PEOPLE;
    for (const key of [
      `Flag/f-${gone?.personId}`,
      `Patient/${gone?.personId}`,
      `EpisodeOfCare/e-${gone?.personId}`,
    ])
      board.resources.delete(key);
    await synchronise();
    expect(directory.rows.size).toBe(30);
    board.pass(25 * HOUR);
    await synchronise();
    expect(held(directory)).toEqual(truth(board));
  });

  it("compares with a board that refuses _elements too", async () => {
    const { board, directory, synchronise } = setUp();
    board.refuses = "_elements";
    await synchronise();
    board.resources.delete(`Flag/f-${PEOPLE[0]?.personId}`);
    expect(await synchronise({ fullReconcile: true })).toMatchObject({ state: "complete", entries: 29 });
    expect(held(directory)).toEqual(truth(board));
  });

  it("uses the board's clock alone", async () => {
    const { board, synchronise } = setUp();
    const { syncedAt } = await synchronise();
    expect(Date.parse(syncedAt ?? "")).toBeLessThanOrEqual(Date.parse(board.time));
    expect(Date.parse(syncedAt ?? "")).toBeGreaterThan(Date.parse(board.time) - HOUR);
  });
});

describe("any history of the roster", () => {
  const change = fc.record({
    kind: fc.constantFrom(
      "patient-off" as const,
      "patient-on" as const,
      "flag-off" as const,
      "flag-on" as const,
      "episode-off" as const,
      "episode-on" as const,
      "refused" as const,
      "rename" as const,
      "pause" as const,
    ),
    person: fc.nat(9),
    /** At which request of the next synchronisation it happens. */
    at: fc.nat(12),
  });
  type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

  function apply(board: RosterBoard, { kind, person }: Change) {
    const entry = PEOPLE[person];
    if (!entry) return;
    const { patient, flag, episode } = board.wire(entry);
    if (kind === "patient-off" || kind === "patient-on")
      board.put({ ...patient, active: kind === "patient-on" });
    if (kind === "flag-off") board.put({ ...flag, status: "inactive" });
    if (kind === "flag-on") board.put(flag);
    if (kind === "episode-off") board.put({ ...episode, status: "finished" });
    if (kind === "episode-on") board.put(episode);
    if (kind === "refused") board.put(board.wire({ ...entry, tier: "mat" }).flag);
    if (kind === "rename") board.put(board.wire({ ...entry, name: `${entry.name} Mới` }).patient);
    if (kind === "pause") board.pass(2 * HOUR);
  }

  it("ends in what the board holds", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ changes: fc.array(change, { maxLength: 6 }), dies: fc.option(fc.nat(15)) }), {
          maxLength: 5,
        }),
        async (rounds) => {
          const { board, directory, synchronise } = setUp(PEOPLE.slice(0, 10));
          for (const { changes, dies } of rounds) {
            const start = board.requests.length;
            const left = [...changes];
            board.beforeAnswer = (request) => {
              for (const due of left.filter(({ at }) => at <= request - start)) {
                apply(board, due);
                left.splice(left.indexOf(due), 1);
              }
              if (dies !== null && request - start > dies) throw new TypeError("Failed to fetch");
            };
            await synchronise();
            board.beforeAnswer = () => undefined;
            for (const rest of left) apply(board, rest);
          }
          board.pass(25 * HOUR);
          expect(await synchronise()).toMatchObject({ state: "complete" });
          expect(held(directory)).toEqual(truth(board));
          expect(directory.rows.size).toBe(truth(board).size);
        },
      ),
      { numRuns: 150 },
    );
  });
});
