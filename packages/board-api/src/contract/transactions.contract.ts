import { randomUUID } from "node:crypto";
import { CODE_SYSTEMS, IDENTIFIER_SYSTEMS } from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { rolledBack } from "./checks/amendments.ts";
import {
  createdOnceAmongMany,
  createdOnceByIdentifier,
  createdOnceByTag,
  keptSinceCreated,
} from "./checks/create-once.ts";
import { byEntry } from "./checks/entries.ts";
import { visitsRead } from "./checks/searches.ts";
import { oneOpenVisit } from "./checks/visits.ts";
import { groundOf } from "./ground-of.ts";
import { AT, checkIn, nextPerson, view } from "./samples.ts";
import type { Subject } from "./suite.ts";

const statuses = (bundle: { entry: { response?: { status: string } | undefined }[] }): unknown[] =>
  bundle.entry.map((one) => one.response?.status.slice(0, 3));

/** Idempotency, atomicity, one open visit. */
export const transactionsContract = (subject: Subject): void => {
  const { desks } = subject;
  describe("a bundle that is sent again", () => {
    it("is stored once, by identifier and by tag, and answers 201 then 200", async () => {
      const { officer } = desks();
      const { first, again, encounter } = await createdOnceByIdentifier(groundOf(subject));
      expect([first.status, ...statuses(first.bundle)]).toEqual([200, "201", "201"]);
      expect(statuses(again.bundle)).toEqual(["200", "200"]);
      expect(again.bundle.entry.map((one) => one.response?.location)).toEqual(
        first.bundle.entry.map((one) => one.response?.location),
      );
      const provenances = await officer.all(`/Provenance?target=Encounter/${encounter?.id}`);
      expect(provenances).toHaveLength(1);
      expect(provenances[0]?.occurredDateTime).toBe(AT);
    });

    it("is stored once by tag also where it has no identifier", async () => {
      await createdOnceByTag(groundOf(subject));
    });

    it("does not undo what happened to the visit since", async () => {
      await keptSinceCreated(groundOf(subject));
    });

    it("is one row also for 20 copies at once", async () => {
      await createdOnceAmongMany(groundOf(subject));
    });

    it("may be a single conditional create too", async () => {
      const { receptionist } = desks();
      const sample = checkIn();
      const [first] = sample.bundle.entry;
      const headers = { "if-none-exist": `identifier=${IDENTIFIER_SYSTEMS.entry}|${sample.entry}` };
      const one = await receptionist.send("POST", "/Encounter", first?.resource, headers);
      const two = await receptionist.send("POST", "/Encounter", first?.resource, headers);
      expect([one.status, two.status, two.id]).toEqual([201, 200, one.id]);
      const plain = await receptionist.send("POST", "/Encounter", first?.resource);
      expect([plain.status, plain.problem]).toEqual([409, "entry-already-stored"]);
    });

    it("tells who may file but not read that it is there, not what it says", async () => {
      const { receptionist } = desks();
      const sample = view(nextPerson());
      const headers = { "if-none-exist": `_tag=${IDENTIFIER_SYSTEMS.entry}|${sample.entry}` };
      const resource = sample.bundle.entry[0]?.resource;
      expect((await receptionist.send("POST", "/AuditEvent", resource, headers)).status).toBe(201);
      const again = await receptionist.send("POST", "/AuditEvent", resource, headers);
      expect([again.status, again.resource.resourceType]).toEqual([200, "OperationOutcome"]);
      const bundled = await receptionist.transact(sample.bundle);
      expect([statuses(bundled.bundle), bundled.bundle.entry[0]?.resource]).toEqual([["200"], undefined]);
    });

    it("cannot claim an entry that it does not carry, nor lose it in an amendment", async () => {
      const { receptionist } = desks();
      const [first] = checkIn().bundle.entry;
      const foreign = { "if-none-exist": `identifier=${IDENTIFIER_SYSTEMS.entry}|${randomUUID()}` };
      const answer = await receptionist.send("POST", "/Encounter", first?.resource, foreign);
      expect([answer.status, answer.problem]).toEqual([422, "entry-key-invalid"]);
      const made = await receptionist.send("POST", "/Encounter", first?.resource);
      const identifier = z
        .array(z.object({ system: z.string(), value: z.string() }))
        .parse(made.resource.identifier);
      const without = {
        ...made.resource,
        identifier: identifier.map((one) =>
          one.system === IDENTIFIER_SYSTEMS.entry ? { ...one, value: randomUUID() } : one,
        ),
      };
      const changed = await receptionist.put(`/Encounter/${made.id}`, without, 'W/"1"');
      expect([changed.status, changed.problem]).toEqual([422, "entry-key-invalid"]);
    });
  });

  describe("all or nothing", () => {
    it.each([
      [
        "a reference that leads nowhere",
        (bundle: unknown) => replace(bundle, "Practitioner/", "Practitioner/no-"),
      ],
      [
        "a code that is not in the policy",
        (bundle: unknown) => replace(bundle, "quy-trinh-a", "quy-trinh-z"),
      ],
      ["a status that R4 does not know", (bundle: unknown) => replace(bundle, '"arrived"', '"come"')],
      [
        "an unresolved urn",
        (bundle: unknown) =>
          replace(bundle, '"target":[{"reference":"urn:uuid:', '"target":[{"reference":"urn:uuid:0'),
      ],
    ])("%s leaves nothing of the bundle", async (_name, spoil) => {
      const { receptionist, officer } = desks();
      const sample = checkIn();
      const answer = await receptionist.transact(spoil(sample.bundle));
      expect(answer.status).toBe(422);
      expect(answer.problem).toMatch(/reference-not-found|policy-code-unknown|code-unknown/);
      expect(await receptionist.all(`/Encounter?identifier=${byEntry(sample.entry)}`)).toEqual([]);
      expect(await officer.all(`/Provenance?_tag=${byEntry(sample.provenanceEntry)}`)).toEqual([]);
      const repaired = await receptionist.transact(sample.bundle);
      expect(statuses(repaired.bundle)).toEqual(["201", "201"]);
    });

    it("rolls the create back when the amendment beside it is out of date", async () => {
      expect((await rolledBack(groundOf(subject))).problem).toBe("version-conflict");
    });

    it("resolves conditional references, and reads after it has written", async () => {
      const { receptionist } = desks();
      const sample = checkIn();
      await receptionist.transact(sample.bundle);
      const step = visitStep("x", sample.personId);
      const conditional = `Encounter?identifier=${IDENTIFIER_SYSTEMS.entry}|${sample.entry}`;
      const answer = await receptionist.transact({
        resourceType: "Bundle",
        type: "transaction",
        entry: [
          { request: { method: "GET", url: `Task?identifier=${byEntry(step.id)}` } },
          {
            ...step.entry,
            resource: {
              ...step.entry.resource,
              focus: { reference: conditional },
              encounter: { reference: conditional },
            },
          },
        ],
      });
      expect(answer.status).toBe(200);
      expect(statuses(answer.bundle)).toEqual(["200", "201"]);
      expect(answer.bundle.entry[0]?.resource?.total).toBe(1);
    });

    it("a batch treats each entry on its own", async () => {
      const { receptionist } = desks();
      const good = checkIn().bundle.entry[0];
      const answer = await receptionist.transact({
        resourceType: "Bundle",
        type: "batch",
        entry: [
          { request: { method: "GET", url: "AuditEvent" } },
          { ...good },
          { request: { method: "GET", url: "Patient?_count=1" } },
          { request: { method: "GET", url: "Patient/no-such-id" } },
        ],
      });
      expect(statuses(answer.bundle)).toEqual(["403", "201", "200", "404"]);
    });
  });

  describe("one open visit", () => {
    it("answers the second desk 409, and both meet in the first visit", async () => {
      const { refused } = await oneOpenVisit(groundOf(subject));
      expect([refused.status, refused.problem, refused.issue.code]).toEqual([
        409,
        "visit-already-open",
        "duplicate",
      ]);
    });

    it("and its steps are among what other desks read", async () => {
      await visitsRead(groundOf(subject));
    });

    it("opens again after the first was cancelled, and does not reopen beside another", async () => {
      const { receptionist } = desks();
      const first = checkIn();
      await receptionist.transact(first.bundle);
      const [encounter] = await receptionist.all(`/Encounter?identifier=${byEntry(first.entry)}`);
      const cancelled = await receptionist.put(
        `/Encounter/${encounter?.id}`,
        { ...encounter, status: "cancelled" },
        'W/"1"',
      );
      expect(cancelled.status).toBe(200);
      const next = checkIn({ personId: first.personId, visitKey: first.visitKey });
      expect((await receptionist.transact(next.bundle)).status).toBe(200);
      const reopened = await receptionist.put(
        `/Encounter/${encounter?.id}`,
        { ...encounter, status: "arrived" },
        'W/"2"',
      );
      expect([reopened.status, reopened.problem]).toEqual([409, "visit-already-open"]);
    });

    it("refuses a visit whose key is not its person, site and day", async () => {
      const { receptionist } = desks();
      const strange = checkIn({ visitKey: "someone.bv-tinh.2026-11-22" });
      const answer = await receptionist.transact(strange.bundle);
      expect([answer.status, answer.problem]).toEqual([422, "visit-invalid"]);
    });
  });
};

const replace = (bundle: unknown, from: string, to: string): unknown => {
  const text = JSON.stringify(bundle);
  const spoiled = text.replaceAll(from, to);
  if (spoiled === text) throw new Error(`the bundle has no ${from}`);
  return JSON.parse(spoiled);
};

const visitStep = (encounterId: string, personId: string) => {
  const id = randomUUID();
  return {
    id,
    entry: {
      fullUrl: `urn:uuid:${id}`,
      resource: {
        resourceType: "Task",
        identifier: [{ system: IDENTIFIER_SYSTEMS.entry, value: id }],
        status: "completed",
        intent: "order",
        code: { coding: [{ system: CODE_SYSTEMS.visitStep, code: "da-kham" }] },
        focus: { reference: `Encounter/${encounterId}` },
        encounter: { reference: `Encounter/${encounterId}` },
        for: { reference: `Patient/${personId}` },
      },
      request: { method: "POST", url: "Task", ifNoneExist: `identifier=${IDENTIFIER_SYSTEMS.entry}|${id}` },
    },
  };
};
