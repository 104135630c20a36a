import { formsFor } from "@cadre-care/domain";
import { describe, expect, it } from "vitest";
import { type Questionnaire, questionnaireSchema } from "../resources/index.ts";
import { CODE_SYSTEMS, EXTENSIONS, FORM_ITEMS, VALUE_SETS } from "../systems.ts";
import { checkResource } from "../testing/check-resource.ts";
import { answersTo, linkIdsOf } from "./form-answers.ts";
import { type CompletedForm, completedFormBundle } from "./form-bundle.ts";
import { formDefinition } from "./form-definition.ts";
import { formsCollection, readForms } from "./forms-document.ts";
import { previousValues } from "./previous-values.ts";

const author = { reference: "Practitioner/bac-si-1", name: "BS. Phạm Thị Mẫu" };
const at = "2026-11-22T08:15:00.000+07:00";
const entry = "0199a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b";
const minting = () => {
  let count = 0;
  return () => {
    count += 1;
    return `0199a3c4-5b6d-7e8f-9a0b-${String(count).padStart(12, "0")}`;
  };
};
const item = (linkId: string, type: string, code: string) => ({
  linkId,
  type,
  text: linkId,
  code: [{ system: CODE_SYSTEMS.formItem, code }],
});
const questionnaire = (kind: string, items: readonly object[]): Questionnaire =>
  questionnaireSchema.parse({
    resourceType: "Questionnaire",
    url: `https://cadre-care.example/fhir/Questionnaire/${kind}`,
    version: "1",
    title: "Biểu mẫu",
    _title: {
      extension: [
        {
          url: EXTENSIONS.translation,
          extension: [
            { url: "lang", valueCode: "en" },
            { url: "content", valueString: "Form" },
          ],
        },
      ],
    },
    status: "active",
    effectivePeriod: { start: "2026-07-01" },
    code: [{ system: CODE_SYSTEMS.formKind, code: kind }],
    item: [{ linkId: "root", type: "group", text: "I", item: items }],
  });

const exam = questionnaire("exam", [item("cao", "decimal", FORM_ITEMS.specialtyFindings)]);
const referral = questionnaire("referral", [
  item("so", "string", FORM_ITEMS.referralNumber),
  item("noi", "choice", FORM_ITEMS.receivingHospital),
  item("ly-do", "choice", FORM_ITEMS.referralReason),
  item("benh", "choice", FORM_ITEMS.diagnosis),
  item("mot-nam", "boolean", FORM_ITEMS.oneYear),
  item("ngay-ky", "date", FORM_ITEMS.signedOn),
]);

const response = (form: Questionnaire, items: readonly object[]) => ({
  resourceType: "QuestionnaireResponse",
  questionnaire: formDefinition(form).canonical,
  status: "in-progress",
  subject: { reference: "Patient/nobody" },
  item: [{ linkId: "root", text: "I", item: items }],
});
const referred = response(referral, [
  { linkId: "so", answer: [{ valueString: "12/2026/PCCSKBCB" }] },
  {
    linkId: "noi",
    answer: [{ valueCoding: { system: CODE_SYSTEMS.hospital, code: "bv-tw", display: "Bệnh viện mẫu" } }],
  },
  { linkId: "ly-do", answer: [{ valueCoding: { system: CODE_SYSTEMS.referralReason, code: "1a" } }] },
  {
    linkId: "benh",
    answer: [
      { valueCoding: { system: CODE_SYSTEMS.icd10, code: "I10", display: "Tăng huyết áp" } },
      { valueCoding: { system: CODE_SYSTEMS.icd10, code: "E11.9" } },
    ],
  },
  { linkId: "ngay-ky", answer: [{ valueDate: "2026-11-23" }] },
]);

const height = {
  resourceType: "Observation",
  status: "final",
  code: { coding: [{ system: CODE_SYSTEMS.loinc, code: "8302-2" }] },
  category: [{ coding: [{ system: CODE_SYSTEMS.observationCategory, code: "vital-signs" }] }],
  valueQuantity: { value: 165.5, unit: "cm", system: CODE_SYSTEMS.ucum, code: "cm" },
  derivedFrom: [{ reference: "QuestionnaireResponse/unknown" }],
};

const completed = (over: Partial<CompletedForm>): CompletedForm => ({
  entry,
  mint: minting(),
  personId: "p-1",
  encounter: "Encounter/77",
  questionnaire: exam,
  response: response(exam, [{ linkId: "cao", answer: [{ valueDecimal: 165.5 }] }]),
  observations: [height],
  at,
  ...over,
});
const built = (over: Partial<CompletedForm>) => {
  const bundle = completedFormBundle(completed(over), author);
  if (!bundle.ok) throw new Error(bundle.problem.code);
  return bundle.value;
};

describe("the bundle of a completed form", () => {
  const cases: readonly [string, Partial<CompletedForm>, readonly string[]][] = [
    ["exam", {}, ["QuestionnaireResponse", "Observation", "Provenance"]],
    [
      "exam without a visit",
      { encounter: undefined, observations: [] },
      ["QuestionnaireResponse", "Provenance"],
    ],
    [
      "referral",
      { questionnaire: referral, response: referred, observations: [] },
      ["QuestionnaireResponse", "ServiceRequest", "Task", "Provenance"],
    ],
  ];
  it.each(cases)("%s passes all three judges", (_name, over, types) => {
    const bundle = built(over);
    expect(bundle.entry.map(({ resource }) => resource.resourceType)).toEqual(types);
    expect(checkResource(bundle)).toEqual([]);
  });

  it("says whose it is and who wrote it, whatever the engine says", () => {
    const [written, measured] = built({}).entry;
    expect(written?.resource).toMatchObject({
      identifier: { value: entry },
      questionnaire: "https://cadre-care.example/fhir/Questionnaire/exam|1",
      status: "completed",
      subject: { reference: "Patient/p-1" },
      encounter: { reference: "Encounter/77" },
      authored: at,
      author: { reference: author.reference },
      source: { reference: author.reference },
    });
    expect(measured?.resource).toMatchObject({
      subject: { reference: "Patient/p-1" },
      effectiveDateTime: at,
      valueQuantity: height.valueQuantity,
      derivedFrom: [{ reference: `urn:uuid:${entry}` }],
    });
  });

  it("of a referral names hospital, reasons, diagnoses and the term of ten working days", () => {
    const bundle = built({ questionnaire: referral, response: referred, observations: [] });
    const request = bundle.entry[1]?.resource;
    expect(request).toMatchObject({
      requisition: { value: "12/2026/PCCSKBCB" },
      intent: "plan",
      performer: [{ identifier: { value: "bv-tw" }, display: "Bệnh viện mẫu" }],
      occurrencePeriod: { start: "2026-11-23", end: "2026-12-07" },
      supportingInfo: [{ reference: `urn:uuid:${entry}` }],
    });
    expect(JSON.stringify(request)).toMatch(/"1a".*"I10".*"E11\.9"/);
    expect(bundle.entry[2]?.resource).toMatchObject({ focus: { reference: bundle.entry[1]?.fullUrl } });
  });

  it("is refused when the response is another form's, or a measured value is none", () => {
    const other = completedFormBundle(completed({ response: referred }), author);
    expect(other).toMatchObject({ ok: false, problem: { code: "form-response-unreadable" } });
    const broken = completedFormBundle(
      completed({ observations: [{ resourceType: "Observation" }] }),
      author,
    );
    expect(broken.ok).toBe(false);
  });
});

describe("forms from the board", () => {
  const icd = {
    resourceType: "ValueSet" as const,
    url: VALUE_SETS.icd10,
    status: "active" as const,
    expansion: { timestamp: at, contains: [] },
  };

  it("are read from the document, with kind, title and days", () => {
    const read = readForms(JSON.parse(JSON.stringify(formsCollection([exam, referral, icd]))));
    if (!read.ok) throw new Error(read.problem.code);
    expect(read.value.forms).toMatchObject([
      { kind: "exam", title: { vi: "Biểu mẫu", en: "Form" }, from: "2026-07-01" },
      { kind: "referral" },
    ]);
    expect(read.value.forms[0]?.questionnaire).toEqual(exam);
    expect(read.value.valueSets).toEqual([icd]);
    expect(formsFor(read.value.forms, "2026-06-30")).toEqual([]);
    expect(readForms({ resourceType: "Bundle", type: "searchset" }).ok).toBe(false);
    expect(readForms({ resourceType: "Bundle", type: "collection", entry: [{ resource: {} }] }).ok).toBe(
      false,
    );
  });

  it("answer what an item is for, wherever it stands", () => {
    expect(linkIdsOf(referral, FORM_ITEMS.diagnosis)).toEqual(["benh"]);
    const item = [{ linkId: "root", item: [{ linkId: "benh", answer: [{ valueString: "x" }] }] }];
    expect(answersTo(referral, { item }, FORM_ITEMS.diagnosis)).toEqual([{ valueString: "x" }]);
  });
});

describe("earlier values", () => {
  const of = (effectiveDateTime: string, value: number, over: object = {}) => ({
    resourceType: "Observation" as const,
    status: "final" as const,
    code: height.code,
    effectiveDateTime,
    valueQuantity: { value, unit: "cm", system: CODE_SYSTEMS.ucum, code: "cm" },
    ...over,
  });

  it("stand by kind, newest last, without what was withdrawn or is in another unit", () => {
    const list = [
      of("2026-05-02T08:00:00+07:00", 165),
      of("2025-05-02", 166),
      of("2026-06-01", 60, { status: "entered-in-error" as const }),
      of("2024-05-02", 1.66, { valueQuantity: { value: 1.66, code: "m" } }),
    ];
    expect(previousValues(list)).toEqual([
      {
        code: `${CODE_SYSTEMS.loinc}|8302-2`,
        points: [
          { at: "2025-05-02", value: 166, unit: "cm" },
          { at: "2026-05-02T08:00:00+07:00", value: 165, unit: "cm" },
        ],
      },
    ]);
  });
});
