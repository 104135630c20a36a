import { generateProvince } from "@cadre-care/domain/synthetic";
import { CODE_SYSTEMS, observationSchema, previousValues } from "@cadre-care/fhir";
import { checkResource } from "@cadre-care/fhir/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { loadDefinitions } from "../../validation/definitions.ts";
import { profileComplaints } from "../../validation/profiles.ts";
import { responseComplaints } from "../../validation/response/check-response.ts";
import { structureComplaints } from "../../validation/structure.ts";
import { demoPolicy } from "../demo-data.ts";
import { demoForms } from "../forms/forms.ts";
import { pastExams } from "./past-exams.ts";

beforeAll(loadDefinitions, 60_000);

const policy = demoPolicy();
const forms = demoForms(policy);
const options = {
  people: generateProvince({ seed: 1, people: 60, referenceDate: "2026-11-22" }),
  seed: 1,
  referenceDate: "2026-11-22",
  forms,
  author: { reference: "Practitioner/bac-si", name: "BS. Mẫu" },
};
const exams = pastExams(options);
const of = (type: string) => exams.filter(({ resourceType }) => resourceType === type);

describe("exams of earlier rounds", () => {
  it("are the same for the same seed, and others for another", () => {
    expect(pastExams(options)).toEqual(exams);
    expect(pastExams({ ...options, seed: 2 })).not.toEqual(exams);
    expect(of("QuestionnaireResponse")).toHaveLength(6);
  });

  it("are what the board would have taken, on the version of their day", () => {
    for (const resource of exams) {
      expect(structureComplaints(resource)).toEqual([]);
      expect(profileComplaints(resource, { policy })).toEqual([]);
    }
    for (const response of of("QuestionnaireResponse")) {
      const form = forms.find(({ url, version }) => `${url}|${version}` === response.questionnaire);
      expect(form?.version).toBe("TT32-2023.2");
      expect(responseComplaints(form, response, new Map())).toEqual([]);
    }
  });

  it("pass all judges", () => expect(exams.slice(0, 16).flatMap(checkResource)).toEqual([]));

  it("give three points of each measurement, in UCUM", () => {
    const [first] = of("QuestionnaireResponse");
    const mine = of("Observation").filter(
      (one) => JSON.stringify(one.subject) === JSON.stringify(first?.subject),
    );
    const trends = previousValues(mine.map((one) => observationSchema.parse(one)));
    expect(trends).toHaveLength(11);
    for (const { points } of trends) expect(points).toHaveLength(3);
    const weight = trends.find(({ code }) => code === `${CODE_SYSTEMS.loinc}|29463-7`);
    expect(weight?.points.map(({ unit }) => unit)).toEqual(["kg", "kg", "kg"]);
    const days = weight?.points.map(({ at }) => at) ?? [];
    expect(days.toSorted()).toEqual(days);
  });
});
