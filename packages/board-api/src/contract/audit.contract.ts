import { CODE_SYSTEMS, IDENTIFIER_SYSTEMS } from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { auditWriteOnly } from "./checks/audit.ts";
import { groundOf } from "./ground-of.ts";
import { checkIn, people } from "./samples.ts";
import type { Subject } from "./suite.ts";

const access = encodeURIComponent(`${CODE_SYSTEMS.tag}|access`);

/** Every reading of a person's data leaves an AuditEvent of the board's own. */
export const auditContract = (subject: Subject): void => {
  const { desks } = subject;
  const events = (personId: string) =>
    desks().officer.all(`/AuditEvent?_tag=${access}&patient=${personId}&subtype=read,search,history,vread`);

  describe("server-side audit", () => {
    it("covers read, search, include, history and bundles, with the reader", async () => {
      const { receptionist } = desks();
      const personId = people[7]?.personId ?? "";
      const cccd = people[7]?.identifiers[0]?.value ?? "";
      const before = (await events(personId)).length;
      const made = await receptionist.transact(checkIn({ personId }).bundle);
      const encounterId = made.bundle.entry[0]?.response?.location?.split("/")[1];
      const readings: readonly (() => Promise<unknown>)[] = [
        () => receptionist.get(`/Patient/${personId}`),
        () =>
          receptionist.get(`/Patient?identifier=${encodeURIComponent(`${IDENTIFIER_SYSTEMS.cccd}|${cccd}`)}`),
        () => receptionist.get(`/Flag?patient=${personId}&_include=Flag:subject`),
        () => receptionist.get(`/EpisodeOfCare?patient=${personId}`),
        () => receptionist.get(`/Encounter/${encounterId}`),
        () => receptionist.get(`/Encounter/${encounterId}/_history`),
        () => receptionist.get(`/Encounter/${encounterId}/_history/1`),
        () =>
          receptionist.transact({
            resourceType: "Bundle",
            type: "batch",
            entry: [{ request: { method: "GET", url: `Patient/${personId}` } }],
          }),
      ];
      for (const read of readings) await read();
      const found = await events(personId);
      // The officer's own look at these events is a reading about this person as well.
      const byDesk = found.filter((event) => JSON.stringify(event.agent).includes("Practitioner/"));
      const fhirUser = z
        .object({ fhirUser: z.string() })
        .parse(
          JSON.parse(
            Buffer.from((receptionist.token ?? "").split(".")[1] ?? "", "base64url").toString("utf8"),
          ),
        );
      const ours = byDesk.filter((event) => JSON.stringify(event.agent).includes(fhirUser.fhirUser));
      expect(ours.length).toBeGreaterThanOrEqual(readings.length);
      expect(found.length).toBeGreaterThanOrEqual(before + readings.length);
    });

    it("is one event for a page of the roster, naming everybody on it", async () => {
      const { receptionist, officer } = desks();
      await receptionist.get(`/Patient?_count=10`);
      const [latest] = await officer.all(
        `/AuditEvent?_tag=${access}&subtype=search&_sort=-_lastUpdated&_count=5`,
      );
      const entities = z
        .array(z.object({ what: z.object({ reference: z.string() }).optional() }))
        .parse(latest?.entity);
      expect(entities.filter((one) => one.what).length).toBe(10);
    });

    it("is not for the reception to read, nor to change", async () => {
      const { receptionist } = desks();
      await auditWriteOnly(groundOf(subject));
      expect((await receptionist.get("/AuditEvent")).problem).toBe("not-permitted");
      expect(
        (await receptionist.put("/AuditEvent/1", { resourceType: "AuditEvent", id: "1" }, 'W/"1"')).status,
      ).toBe(405);
    });
  });
};
