import { CODE_SYSTEMS, IDENTIFIER_SYSTEMS, LIBRARY_URLS } from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { AnswerBundle } from "./desk.ts";
import { checkIn, PEOPLE, people } from "./samples.ts";
import type { Subject } from "./suite.ts";

const roster = encodeURIComponent(`${CODE_SYSTEMS.tag}|roster`);

/** Reading, searching and amending. */
export const resourcesContract = ({ desks }: Subject): void => {
  describe("roster", () => {
    it("pages through every managed person once, with the Patients included", async () => {
      const { receptionist } = desks();
      const seen = new Set<string>();
      const included = new Set<unknown>();
      let next: string | undefined =
        `/Flag?_tag=${roster}&_lastUpdated=gt2020-01-01T00:00:00Z&_include=Flag:subject&_sort=_lastUpdated&_count=7`;
      const totals: (number | undefined)[] = [];
      while (next !== undefined) {
        const page: AnswerBundle = (await receptionist.get(next)).bundle;
        totals.push(page.total);
        for (const { resource, search } of page.entry) {
          if (search?.mode === "include") included.add(resource?.id);
          else seen.add(z.string().parse(resource?.id));
        }
        next = page.link?.find((link) => link.relation === "next")?.url;
      }
      expect(seen.size).toBe(PEOPLE);
      expect([...included].sort()).toEqual(people.map((person) => person.personId).sort());
      expect(totals[0]).toBe(PEOPLE);
      expect(totals.slice(1).every((total) => total === undefined)).toBe(true);
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
      const made = await receptionist.transact(checkIn().bundle);
      const location = z.string().parse(made.bundle.entry[0]?.response?.location);
      const id = z.string().parse(location.split("/")[1]);
      const read = await receptionist.get(`/Encounter/${id}`);
      expect(read.headers.get("etag")).toBe('W/"1"');
      const started = { ...read.resource, status: "in-progress" };
      expect((await receptionist.put(`/Encounter/${id}`, started)).problem).toBe("if-match-required");
      const amended = await receptionist.put(`/Encounter/${id}`, started, 'W/"1"');
      expect([amended.status, amended.headers.get("etag")]).toEqual([200, 'W/"2"']);
      const late = await receptionist.put(`/Encounter/${id}`, { ...started, status: "cancelled" }, 'W/"1"');
      expect([late.status, late.problem]).toEqual([412, "version-conflict"]);
      expect((await receptionist.get(`/Encounter/${id}`)).resource.status).toBe("in-progress");
      const history = (await receptionist.get(`/Encounter/${id}/_history`)).bundle;
      expect(history.entry.map((one) => one.resource?.status)).toEqual(["in-progress", "arrived"]);
      expect((await receptionist.get(`/Encounter/${id}/_history/1`)).json).toEqual(read.json);
      expect((await receptionist.get(`/Encounter/${id}/_history/9`)).problem).toBe("not-found");
    });

    it("lets exactly one of many amendments of one version through", async () => {
      const { receptionist } = desks();
      const made = await receptionist.transact(checkIn().bundle);
      const id = z.string().parse(made.bundle.entry[0]?.response?.location?.split("/")[1]);
      const encounter = (await receptionist.get(`/Encounter/${id}`)).resource;
      const answers = await Promise.all(
        Array.from({ length: 12 }, () =>
          receptionist.put(`/Encounter/${id}`, { ...encounter, status: "in-progress" }, 'W/"1"'),
        ),
      );
      const statuses = answers.map((answer) => answer.status).sort();
      expect(statuses).toEqual([200, ...Array.from({ length: 11 }, () => 412)]);
    });
  });
};
