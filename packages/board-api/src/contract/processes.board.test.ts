import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { IDENTIFIER_SYSTEMS } from "@cadre-care/fhir";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openPglite } from "../database/pglite-database.ts";
import { openPostgres } from "../database/postgres-database.ts";
import { freePort } from "../http/free-port.ts";
import { type BoardProcess, startBoardProcess } from "./board-process.ts";
import { Desk, signedIn } from "./desk.ts";
import { type LargeBundle, largeBundle } from "./large-bundle.ts";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";
import { checkIn } from "./samples.ts";
import { signIn, tokenRequest } from "./sign-in.ts";
import { storedEntries } from "./stored-entries.ts";

/** Ends a test that hangs; nothing is measured by it. */
const SLOW_MACHINE = 600_000;

const byEntry = (entry: string): string => encodeURIComponent(`${IDENTIFIER_SYSTEMS.entry}|${entry}`);

describe("two processes on one PostgreSQL", { timeout: SLOW_MACHINE }, () => {
  let server: PostgresServer | undefined;
  let databaseUrl = "";
  let publicUrl = "";
  let survivor: BoardProcess | undefined;
  let other: BoardProcess | undefined;
  let tokens: { receptionist: string; second: string; officer: string } | undefined;

  const urls = (): readonly [string, string] => [survivor?.url ?? "", other?.url ?? ""];
  const desk = (who: "receptionist" | "second" | "officer", url: string): Desk =>
    new Desk(url, tokens?.[who]);

  beforeAll(async () => {
    server = await startPostgres();
    databaseUrl = await server.newDatabase();
    const port = await freePort("127.0.0.1");
    publicUrl = `http://127.0.0.1:${port}`;
    [survivor, other] = await Promise.all([
      startBoardProcess({ databaseUrl, port, publicUrl }),
      startBoardProcess({ databaseUrl, publicUrl }),
    ]);
    tokens = {
      receptionist: (await signedIn(publicUrl, "letan")).token ?? "",
      second: (await signedIn(publicUrl, "letan2")).token ?? "",
      officer: (await signedIn(publicUrl, "quanly")).token ?? "",
    };
  }, SLOW_MACHINE);
  afterAll(async () => {
    await Promise.all([survivor?.kill(), other?.kill()]);
    await server?.stop();
  });

  it("50 concurrent copies of one bundle leave one, as it was sent", async () => {
    const sample = checkIn();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, copy) =>
        desk("receptionist", urls()[copy % 2] ?? "").transact(sample.bundle),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200));
    const seen = answers.map((answer) => answer.bundle.entry.map((one) => one.response));
    const locations = new Set(seen.map((responses) => JSON.stringify(responses.map((one) => one?.location))));
    expect(locations.size).toBe(1);
    expect(seen.filter((responses) => responses[0]?.status === "201 Created")).toHaveLength(1);
    const officer = desk("officer", urls()[1]);
    const encounters = await officer.all(`/Encounter?identifier=${byEntry(sample.entry)}`);
    const provenances = await officer.all(`/Provenance?_tag=${byEntry(sample.provenanceEntry)}`);
    expect([encounters.length, provenances.length]).toEqual([1, 1]);
    const { id, meta: _meta, ...stored } = encounters[0] ?? {};
    const { meta: _sentMeta, ...sent } = z
      .record(z.string(), z.unknown())
      .parse(sample.bundle.entry[0]?.resource);
    expect(stored).toEqual(sent);
    expect(provenances[0]?.target).toEqual([{ reference: `Encounter/${id}` }]);
  });

  it("two desks at once open one visit, twenty times over", async () => {
    for (let round = 0; round < 20; round += 1) {
      const one = checkIn();
      const two = checkIn({ personId: one.personId, visitKey: one.visitKey, login: "letan2" });
      const answers = await Promise.all([
        desk("receptionist", urls()[0]).transact(one.bundle),
        desk("second", urls()[1]).transact(two.bundle),
      ]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
      expect(answers.find((answer) => answer.status === 409)?.problem).toBe("visit-already-open");
      const key = encodeURIComponent(`${IDENTIFIER_SYSTEMS.visit}|${one.visitKey}`);
      expect(await desk("officer", urls()[0]).all(`/Encounter?identifier=${key}`)).toHaveLength(1);
    }
  });

  it("one of many amendments of a version gets through, over both processes", async () => {
    const sample = checkIn();
    const made = await desk("receptionist", urls()[0]).transact(sample.bundle);
    const id = made.bundle.entry[0]?.response?.location?.split("/")[1];
    const encounter = (await desk("receptionist", urls()[1]).get(`/Encounter/${id}`)).resource;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, copy) =>
        desk("receptionist", urls()[copy % 2] ?? "").put(
          `/Encounter/${id}`,
          { ...encounter, status: "in-progress" },
          'W/"1"',
        ),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 412)).toHaveLength(19);
  });

  it("SIGKILL amid transactions leaves all or nothing of each, and a repeat completes them once", async () => {
    const ROUNDS = 4;
    let absent = 0;
    let present = 0;
    const database = await openPostgres(databaseUrl);
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        const victim = other;
        if (!victim) throw new Error("no victim");
        const bundles = Array.from({ length: 24 }, largeBundle);
        const acknowledged = await killAmid(desk("receptionist", victim.url), victim, bundles, 1 + round * 3);
        for (const one of bundles) {
          const found = await storedEntries(database, one.entries);
          expect([0, one.entries.length]).toContain(found.resources);
          expect([found.keys, found.tokens]).toEqual([found.resources, found.resources]);
          if (acknowledged.has(one)) expect(found.resources).toBe(one.entries.length);
          if (found.resources === 0) absent += 1;
          else present += 1;
        }
        const repeated = await Promise.all(
          bundles.map((one) => desk("receptionist", urls()[0]).transact(one.bundle)),
        );
        expect(repeated.every((answer) => answer.status === 200)).toBe(true);
        for (const one of bundles)
          expect((await storedEntries(database, one.entries)).resources).toBe(one.entries.length);
        other = await startBoardProcess({ databaseUrl, publicUrl });
      }
    } finally {
      await database.close();
    }
    // Otherwise the kill came before or after the work, and proves nothing.
    expect(absent).toBeGreaterThan(0);
    expect(present).toBeGreaterThan(0);
  });
});

describe("one process on PGlite", { timeout: SLOW_MACHINE }, () => {
  const data = mkdtempSync(join(tmpdir(), "board-pglite-"));
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  it("SIGKILL amid transactions leaves all or nothing; sign-in, keys and data outlive it", async () => {
    const port = await freePort("127.0.0.1");
    const first = await startBoardProcess({ data, port });
    const signed = await signIn(first.url, "letan", "letan-mau-2026");
    const bundles = Array.from({ length: 24 }, largeBundle);
    const acknowledged = await killAmid(new Desk(first.url, signed.access_token), first, bundles, 3);
    const database = await openPglite(data);
    let absent = 0;
    for (const one of bundles) {
      const found = await storedEntries(database, one.entries);
      expect([0, one.entries.length]).toContain(found.resources);
      expect([found.keys, found.tokens]).toEqual([found.resources, found.resources]);
      if (acknowledged.has(one)) expect(found.resources).toBe(one.entries.length);
      if (found.resources === 0) absent += 1;
    }
    await database.close();
    expect(absent).toBeGreaterThan(0);
    const second = await startBoardProcess({ data, port });
    const desk = new Desk(second.url, signed.access_token);
    for (const one of bundles) expect((await desk.transact(one.bundle)).status).toBe(200);
    const refreshed = await tokenRequest(second.url, {
      grant_type: "refresh_token",
      refresh_token: signed.refresh_token ?? "",
    });
    expect(refreshed.status).toBe(200);
    await expect(openPglite(data)).rejects.toThrow(/đang được tiến trình/);
    await second.kill();
  });
});

/** Sends all at once, kills when `after` have been answered. Returns those that the client knows to be stored. */
const killAmid = async (
  desk: Desk,
  victim: BoardProcess,
  bundles: readonly LargeBundle[],
  after: number,
): Promise<ReadonlySet<LargeBundle>> => {
  const acknowledged = new Set<LargeBundle>();
  let killed: Promise<void> | undefined;
  await Promise.all(
    bundles.map(async (one) => {
      const answer = await desk.transact(one.bundle).catch(() => undefined);
      if (answer?.status === 200) acknowledged.add(one);
      if (acknowledged.size >= after) killed ??= victim.kill();
    }),
  );
  await killed;
  return acknowledged;
};
