import { CODE_SYSTEMS, observationSchema, previousValues, previousValuesQuery } from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import { earlierValuesRead } from "./checks/searches.ts";
import type { Desk } from "./desk.ts";
import { formSamples, values } from "./form-samples.ts";
import { groundOf } from "./ground-of.ts";
import { nextPerson } from "./samples.ts";
import type { Subject } from "./suite.ts";

/** Earlier values of a person, and who reads and writes what forms leave (docs/fhir-profile.md). */
export const earlierValuesContract = (subject: Subject): void => {
  const { desks } = subject;
  const { filled, referral } = formSamples(subject);

  describe("earlier values", () => {
    it("are read newest first, by code, page by page, and make a trend", async () => {
      const { doctor } = desks();
      const personId = nextPerson();
      const weights = [61.5, 60, 62.5, 63];
      const days = ["2026-11-22", "2025-05-02", "2026-05-20", "2026-11-21"];
      for (const [index, day] of days.entries()) {
        const answers = { ...values, "can-nang": { valueDecimal: weights[index] ?? 0 } };
        const version = day < "2026-07-01" ? "TT32-2023.2" : "TT25-2026.2";
        const sample = await filled({ personId, at: `${day}T08:30:00+07:00`, answers, version });
        expect((await doctor.transact(sample.bundle)).status).toBe(200);
      }
      const code = `${CODE_SYSTEMS.loinc}|29463-7`;
      const query = new URLSearchParams(previousValuesQuery(personId, [code], 3));
      const found = (await doctor.all(`/Observation?${query}`)).map((one) => observationSchema.parse(one));
      expect(found.map(({ valueQuantity }) => valueQuantity?.value)).toEqual([61.5, 63, 62.5, 60]);
      expect(previousValues(found)).toMatchObject([
        { code, points: [60, 62.5, 63, 61.5].map((value) => ({ value })) },
      ]);
      const ascending = await doctor.all(
        `/Observation?subject=Patient/${personId}&code=${encodeURIComponent(code)}&_sort=date&_count=2`,
      );
      expect(ascending.map((one) => observationSchema.parse(one).effectiveDateTime?.slice(0, 10))).toEqual(
        days.toSorted(),
      );
      const since = await doctor.all(
        `/Observation?subject=Patient/${personId}&code=${encodeURIComponent(code)}&date=ge2026-11-21T08:30:00%2B07:00`,
      );
      expect(since).toHaveLength(2);
      const onDay = await doctor.all(
        `/QuestionnaireResponse?subject=Patient/${personId}&authored=2026-05-20`,
      );
      expect(onDay).toHaveLength(1);
      expect((await doctor.get("/Observation?_sort=-code")).problem).toBe("search-parameter-unknown");
      await earlierValuesRead({ ...groundOf(subject), desk: doctor, nextPerson: () => personId });
    });
  });

  describe("who may", () => {
    const types = ["QuestionnaireResponse", "Observation", "ServiceRequest"];

    it("the doctor writes; receptionist, officer and IT do not", async () => {
      const { receptionist, officer, it: technician } = desks();
      const sample = await referral();
      for (const desk of [receptionist, officer, technician]) {
        const refused = await desk.transact(sample.bundle);
        expect([refused.status, refused.problem]).toEqual([403, "not-permitted"]);
      }
      expect(await officer.all(`/ServiceRequest?subject=Patient/${sample.personId}`)).toEqual([]);
    });

    it("doctor and officer read; receptionist and IT do not", async () => {
      const { doctor, officer, receptionist, it: technician } = desks();
      const read = async (desk: Desk) =>
        Promise.all(types.map(async (type) => (await desk.get(`/${type}?_count=1`)).status));
      expect(await read(doctor)).toEqual([200, 200, 200]);
      expect(await read(officer)).toEqual([200, 200, 200]);
      expect(await read(receptionist)).toEqual([403, 403, 403]);
      expect(await read(technician)).toEqual([403, 403, 403]);
    });

    it("every reading of somebody's values is in the access log", async () => {
      const { doctor, officer } = desks();
      const { personId, bundle } = await filled();
      await doctor.transact(bundle);
      await doctor.get(`/Observation?subject=Patient/${personId}`);
      const seen = await officer.all(`/AuditEvent?patient=Patient/${personId}&subtype=search`);
      expect(seen.length).toBeGreaterThan(0);
    });
  });
};
