import { CODE_SYSTEMS, FORM_URLS, observationSchema } from "@cadre-care/fhir";
import { checkResource } from "@cadre-care/fhir/testing";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { changed, formSamples, ids, MEASURED } from "./form-samples.ts";
import { nextPerson } from "./samples.ts";
import type { Subject } from "./suite.ts";

/** Completed forms arrive whole, once, and checked (docs/fhir-profile.md). */
export const formResponsesContract = (subject: Subject): void => {
  const { desks } = subject;
  const { filled } = formSamples(subject);

  describe("a completed form", () => {
    it("passes all judges, arrives with its values in UCUM, and arrives once", async () => {
      const { doctor } = desks();
      const sample = await filled();
      expect(checkResource(sample.bundle)).toEqual([]);
      const first = await doctor.transact(sample.bundle);
      expect([first.status, first.bundle.entry.map(({ response }) => response?.status)]).toEqual([
        200,
        sample.bundle.entry.map(() => "201 Created"),
      ]);
      const again = await doctor.transact(sample.bundle);
      expect(new Set(again.bundle.entry.map(({ response }) => response?.status))).toEqual(
        new Set(["200 OK"]),
      );
      expect(ids(again, "Observation")).toEqual(ids(first, "Observation"));
      const [response] = ids(first, "QuestionnaireResponse");
      const stored = await doctor.all(`/Observation?derived-from=QuestionnaireResponse/${response}`);
      const measured = stored.map((one) => observationSchema.parse(one));
      const expected = Object.values(MEASURED).map(([code, value, unit]) => [
        code,
        value,
        unit,
        CODE_SYSTEMS.ucum,
      ]);
      const found = measured.map(({ code, valueQuantity }) => [
        code.coding?.[0]?.code,
        valueQuantity?.value,
        valueQuantity?.code,
        valueQuantity?.system,
      ]);
      expect(new Set(found.map(String))).toEqual(new Set(expected.map(String)));
      expect(stored.flatMap(checkResource)).toEqual([]);
    });

    it("is checked against its own version: unknown forms, missing answers, foreign codes are refused", async () => {
      const { doctor } = desks();
      const sample = await filled();
      const problem = async (change: (resource: Record<string, unknown>) => object) =>
        (await doctor.transact(changed(sample, "QuestionnaireResponse", change))).problem;
      expect(await problem((one) => ({ ...one, questionnaire: `${FORM_URLS.periodicExam}|0` }))).toBe(
        "form-unknown",
      );
      expect(await problem((one) => ({ ...one, questionnaire: FORM_URLS.periodicExam }))).toBe(
        "form-unknown",
      );
      expect(await problem(({ questionnaire: _form, ...one }) => one)).toBe("profile-violated");
      expect(await problem((one) => ({ ...one, status: "in-progress" }))).toBe("profile-violated");
      expect(await problem((one) => ({ ...one, item: [] }))).toBe("resource-invalid");
      expect(await problem(({ item: _item, ...one }) => one)).toBe("answer-missing");
      const text = JSON.stringify(sample.bundle);
      const withClass = JSON.parse(text.replaceAll('"code":"I","display"', '"code":"VII","display"'));
      const refused = await doctor.transact(withClass);
      expect([refused.problem, refused.issue.expression?.[0]]).toEqual([
        "code-unknown",
        expect.stringContaining("pl-the-luc"),
      ]);
      const doubled = JSON.parse(text.replace('"linkId":"mach"', '"linkId":"can-nang"'));
      expect((await doctor.transact(doubled)).problem).toBe("response-invalid");
      expect(
        await doctor.all(`/QuestionnaireResponse?subject=Patient/${sample.personId}&authored=2026-11-22`),
      ).toEqual([]);
    });

    it("has values of its own person only, with units of UCUM", async () => {
      const { doctor } = desks();
      const sample = await filled();
      const other = nextPerson();
      const moved = changed(sample, "Observation", (one) => ({
        ...one,
        subject: { reference: `Patient/${other}`, type: "Patient" },
      }));
      expect((await doctor.transact(moved)).problem).toBe("subject-differs");
      const inches = changed(sample, "Observation", (one) => ({
        ...one,
        valueQuantity: { value: 65, unit: "inch" },
      }));
      expect((await doctor.transact(inches)).problem).toBe("profile-violated");
      expect(
        (await doctor.get(`/Observation?subject=Patient/${sample.personId}&_count=0`)).bundle.total,
      ).toBe(0);
    });

    it("names the secret tier and is refused, wherever it hides", async () => {
      const sample = await filled();
      const answer = [{ valueCoding: { system: CODE_SYSTEMS.tier, code: "bo-chinh-tri" } }];
      const hidden = changed(sample, "QuestionnaireResponse", (one) => ({
        ...one,
        item: [...z.array(z.unknown()).parse(one.item), { linkId: "x", answer }],
      }));
      expect((await desks().doctor.transact(hidden)).problem).toBe("refused-tier");
    });
  });
};
