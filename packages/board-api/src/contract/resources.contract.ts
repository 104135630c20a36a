import { CODE_SYSTEMS, IDENTIFIER_SYSTEMS, LIBRARY_URLS } from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { oldVersionRefused, oneOfManyAmendments } from "./checks/amendments.ts";
import { personsRead, rosterPages, rosterRead } from "./checks/roster.ts";
import { groundOf } from "./ground-of.ts";
import { PEOPLE, people } from "./samples.ts";
import type { Subject } from "./suite.ts";

const roster = encodeURIComponent(`${CODE_SYSTEMS.tag}|roster`);

/** Reading, searching and amending. */
export const resourcesContract = (subject: Subject): void => {
  const { desks } = subject;
  describe("roster", () => {
    it("pages through every managed person once, with the Patients included", async () => {
      const { found, included, totals } = await rosterPages(groundOf(subject), 7, Number.POSITIVE_INFINITY);
      expect(found.size).toBe(PEOPLE);
      expect([...included].sort()).toEqual(people.map((person) => person.personId).sort());
      expect(totals[0]).toBe(PEOPLE);
      expect(totals.slice(1).every((total) => total === undefined)).toBe(true);
    });

    it("is read as machines do, by tag, time and persons", async () => {
      await rosterRead(groundOf(subject));
      await personsRead(groundOf(subject));
    });

    it("gives only what changed after the cursor, and says as of when", async () => {
      const { receptionist, officer } = desks();
      const first = (await receptionist.get(`/Patient?_tag=${roster}&_count=1`)).bundle;
      const asOf = z.string().parse(first.meta?.lastUpdated);
      const unchanged = await receptionist.all(`/Patient?_tag=${roster}&_lastUpdated=gt${asOf}`);
      expect(unchanged).toEqual([]);
      const id = z.string().parse(first.entry[0]?.resource?.id);
      const patient = (await officer.get(`/Patient/${id}`)).resource;
      const amended = await officer.put(`/Patient/${id}`, { ...patient, active: true }, 'W/"1"');
      expect(amended.status).toBe(200);
      const changed = await receptionist.all(`/Patient?_tag=${roster}&_lastUpdated=gt${asOf}`);
      expect(changed.map((one) => one.id)).toEqual([id]);
    });

    it.each([
      ["eq", 0],
      ["ne", PEOPLE],
      ["gt", PEOPLE],
      ["ge", PEOPLE],
      ["lt", 0],
      ["le", 0],
    ])("understands _lastUpdated=%s", async (prefix, expected) => {
      const answer = await desks().receptionist.get(`/Flag?_lastUpdated=${prefix}2020-05-01&_count=0`);
      expect(answer.bundle.total).toBe(expected);
    });

    it("finds a person by each identifier, and by id", async () => {
      const { receptionist } = desks();
      const person = people[3];
      const cccd = person?.identifiers.find((one) => one.kind === "cccd")?.value;
      const token = encodeURIComponent(`${IDENTIFIER_SYSTEMS.cccd}|${cccd}`);
      const byNumber = await receptionist.all(`/Patient?identifier=${token}`);
      expect(byNumber.map((one) => one.id)).toEqual([person?.personId]);
      const byId = await receptionist.all(`/Patient?_id=${person?.personId},no-such-id`);
      expect(byId).toEqual(byNumber);
      const flags = await receptionist.all(`/Flag?subject=Patient/${person?.personId}`);
      const samePatient = await receptionist.all(`/Flag?patient=${person?.personId}`);
      expect(flags).toHaveLength(1);
      expect(samePatient).toEqual(flags);
    });

    it("serves policy and site profiles as versioned documents", async () => {
      const { receptionist } = desks();
      const found = await receptionist.all(
        `/Library?url=${encodeURIComponent(LIBRARY_URLS.policy)}&status=active`,
      );
      expect(found).toHaveLength(1);
      expect(found[0]?.version).toBe("2026.11.1");
    });
  });

  describe("versions", () => {
    it("keeps every version and refuses an amendment of an old one", async () => {
      const { receptionist } = desks();
      const { reference, read, amended, late } = await oldVersionRefused(groundOf(subject));
      expect(read.headers.get("etag")).toBe('W/"1"');
      expect((await receptionist.put(`/${reference}`, read.resource)).problem).toBe("if-match-required");
      expect([amended.status, amended.headers.get("etag")]).toEqual([200, 'W/"2"']);
      expect([late.status, late.problem]).toEqual([412, "version-conflict"]);
      const history = (await receptionist.get(`/${reference}/_history`)).bundle;
      expect(history.entry.map((one) => one.resource?.status)).toEqual(["in-progress", "arrived"]);
      expect((await receptionist.get(`/${reference}/_history/1`)).json).toEqual(read.json);
      expect((await receptionist.get(`/${reference}/_history/9`)).problem).toBe("not-found");
    });

    it("lets exactly one of many amendments of one version through", async () => {
      await oneOfManyAmendments(groundOf(subject));
    });
  });
};
