import { expect, it } from "vitest";
import { compileForm } from "../definition/compile-form.ts";
import { URLS } from "../definition/extension-urls.ts";
import type { QuestionnaireItem } from "../questionnaire/questionnaire.ts";
import { formOf } from "../testing/form-of.ts";
import { extractObservations } from "./extract-observations.ts";

const UCUM = "http://unitsofmeasure.org";
const loinc = (code: string) => [{ system: "http://loinc.org", code }];
const extract = { url: URLS.observationExtract, valueBoolean: true };
const unit = (code: string) => ({ url: URLS.unit, valueCoding: { system: UCUM, code, display: code } });
const vital = { system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "vital-signs" };

const ITEMS: readonly QuestionnaireItem[] = [
  {
    linkId: "body",
    type: "group",
    extension: [extract, { url: URLS.observationExtractCategory, valueCodeableConcept: { coding: [vital] } }],
    item: [
      {
        linkId: "weight",
        text: "Cân nặng",
        type: "decimal",
        code: loinc("29463-7"),
        extension: [unit("kg")],
      },
      { linkId: "pulse", type: "integer", code: loinc("8867-4"), extension: [unit("/min")] },
      { linkId: "note", type: "string" },
      { linkId: "kept", type: "string", code: loinc("x"), extension: [{ ...extract, valueBoolean: false }] },
      {
        linkId: "bp",
        text: "Huyết áp",
        type: "group",
        repeats: true,
        code: loinc("85354-9"),
        extension: [extract],
        item: [
          { linkId: "s", type: "integer", code: loinc("8480-6"), extension: [unit("mm[Hg]")] },
          { linkId: "d", type: "integer", code: loinc("8462-4"), extension: [unit("mm[Hg]")] },
        ],
      },
    ],
  },
  { linkId: "smoker", type: "boolean", code: loinc("72166-2") },
];

const filled = () => {
  const form = formOf(ITEMS);
  form.typeText("weight", 0, "61,5");
  form.typeText("pulse", 0, "72");
  form.typeText("kept", 0, "no");
  form.setAnswer("smoker", 0, { valueBoolean: true });
  form.addGroup(form.nodesOf("bp")[0]?.key ?? "");
  for (const [place, [systolic, diastolic]] of [
    ["130", "80"],
    ["125", "78"],
  ].entries()) {
    form.typeText(form.nodesOf("s")[place]?.key ?? "", 0, systolic ?? "");
    form.typeText(form.nodesOf("d")[place]?.key ?? "", 0, diastolic ?? "");
  }
  return form;
};
const context = {
  subject: { reference: "Patient/p" },
  encounter: { reference: "Encounter/e" },
  effective: "2026-11-26T08:00:00+07:00",
  derivedFrom: "urn:uuid:5c2f1e9a-0000-4000-8000-000000000001",
};
const mmHg = (value: number) => ({ valueQuantity: { value, unit: "mm[Hg]", system: UCUM, code: "mm[Hg]" } });

it("makes an Observation of each coded answer, with UCUM units, category and where it came from", () => {
  const form = filled();
  const observations = extractObservations(form.definition, form.toResponse("completed"), context);
  const common = {
    resourceType: "Observation",
    status: "final",
    category: [{ coding: [vital] }],
    subject: { reference: "Patient/p" },
    encounter: { reference: "Encounter/e" },
    effectiveDateTime: "2026-11-26T08:00:00+07:00",
    derivedFrom: [{ reference: context.derivedFrom }],
  };
  expect(observations.map(({ id: _, ...rest }) => rest)).toEqual([
    {
      ...common,
      code: { coding: loinc("29463-7"), text: "Cân nặng" },
      valueQuantity: { value: 61.5, unit: "kg", system: UCUM, code: "kg" },
    },
    {
      ...common,
      code: { coding: loinc("8867-4") },
      valueQuantity: { value: 72, unit: "/min", system: UCUM, code: "/min" },
    },
    ...[
      [130, 80],
      [125, 78],
    ].map(([systolic = 0, diastolic = 0]) => ({
      ...common,
      code: { coding: loinc("85354-9"), text: "Huyết áp" },
      component: [
        { code: { coding: loinc("8480-6") }, ...mmHg(systolic) },
        { code: { coding: loinc("8462-4") }, ...mmHg(diastolic) },
      ],
    })),
  ]);
});

it("gives the same ids each time, each its own, and others to another response", () => {
  const form = filled();
  const response = form.toResponse("completed");
  const ids = (derivedFrom: string) =>
    extractObservations(compileForm(form.definition.questionnaire), response, { derivedFrom }).map(
      ({ id }) => id,
    );
  expect(ids("a")).toEqual(ids("a"));
  expect(new Set([...ids("a"), ...ids("b")]).size).toBe(8);
  for (const id of ids("a")) {
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  }
});

it("gives no id where it is not said which response the values are of: two people's would be the same", () => {
  const form = filled();
  const response = form.toResponse("completed");
  const ids = (given: typeof response) =>
    extractObservations(form.definition, given).map((each) => "id" in each);
  expect(ids(response)).toEqual([false, false, false, false]);
  expect(ids({ ...response, id: "r" })).toEqual([true, true, true, true]);
});

it("leaves out what an Observation cannot hold, and gives a decimal without unit as a bare quantity", () => {
  const item = (linkId: string, type: QuestionnaireItem["type"]): QuestionnaireItem => ({
    linkId,
    type,
    code: loinc(linkId),
    extension: [extract],
  });
  const form = formOf([
    item("ratio", "decimal"),
    item("day", "date"),
    item("who", "reference"),
    item("kind", "open-choice"),
  ]);
  form.typeText("ratio", 0, "0,5");
  form.typeText("day", 0, "03/2026");
  form.typeText("who", 0, "bác sĩ");
  form.typeText("kind", 0, "khác");
  const observations = extractObservations(form.definition, form.toResponse("completed"));
  expect(observations).toMatchObject([
    { valueQuantity: { value: 0.5 } },
    { valueDateTime: "2026-03" },
    { valueCodeableConcept: { text: "khác" } },
  ]);
});
