import {
  CODE_SYSTEMS,
  documentLibrary,
  FORM_ITEMS,
  formsCollection,
  LIBRARY_URLS,
  questionnaireSchema,
  VALUE_SETS,
  type ValueSet,
  valueSetSchema,
} from "@cadre-care/fhir";
import { signed } from "./board-signature.ts";
import type { Clinic } from "./clinic.ts";

const URL = "https://board.example/fhir/Questionnaire";

const item = (linkId: string, type: string, meaning?: string, more: object = {}) => ({
  linkId,
  type,
  text: linkId,
  ...(meaning === undefined ? {} : { code: [{ system: CODE_SYSTEMS.formItem, code: meaning }] }),
  ...more,
});

const form = (kind: string, version: string, period: object, items: readonly object[]) =>
  questionnaireSchema.parse({
    resourceType: "Questionnaire",
    url: `${URL}/${kind}`,
    version,
    title: kind === "exam" ? "Khám sức khỏe định kỳ" : "Phiếu chuyển cơ sở",
    status: "active",
    code: [{ system: CODE_SYSTEMS.formKind, code: kind }],
    effectivePeriod: period,
    item: [{ linkId: "all", type: "group", text: "Tất cả", item: items }],
  });

const EXTRACT = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationExtract";
const PULSE = { system: CODE_SYSTEMS.loinc, code: "8867-4" };
const examItems = [
  item("name", "string", FORM_ITEMS.personName),
  item("born", "date", FORM_ITEMS.personBirthDate),
  item("sex", "choice", FORM_ITEMS.personSex, {
    answerOption: [
      { valueCoding: { system: "http://hl7.org/fhir/administrative-gender", code: "male", display: "Nam" } },
      { valueCoding: { system: "http://hl7.org/fhir/administrative-gender", code: "female", display: "Nữ" } },
    ],
  }),
  item("address", "string", FORM_ITEMS.personAddress),
  item("pulse", "quantity", undefined, { code: [PULSE], extension: [{ url: EXTRACT, valueBoolean: true }] }),
  item("diagnosis", "open-choice", FORM_ITEMS.diagnosis, { answerValueSet: VALUE_SETS.icd10 }),
  item("notes", "text"),
];

export const EXAM = `${URL}/exam|2026.1`;
export const EARLIER_EXAM = `${URL}/exam|2023.1`;
export const REFERRAL = `${URL}/referral|2025.1`;

const icd10 = (size: number): ValueSet =>
  valueSetSchema.parse({
    resourceType: "ValueSet",
    url: VALUE_SETS.icd10,
    status: "active",
    expansion: {
      timestamp: "2026-11-01",
      contains: [
        { system: CODE_SYSTEMS.icd10, code: "I10", display: "Tăng huyết áp vô căn" },
        ...Array.from({ length: size }, (_, n) => ({
          system: CODE_SYSTEMS.icd10,
          code: `X${n}`,
          display: `Bệnh mẫu số ${n}`,
        })),
      ],
    },
  });

/** Puts forms of both periods, a referral (in force until then) and a code list in the clinic's board, signed. */
export const publishForms = (clinic: Clinic, size = 600, referralUntil?: string): void => {
  const forms = formsCollection([
    form("exam", "2023.1", { start: "2024-01-01", end: "2026-06-30" }, examItems),
    form("exam", "2026.1", { start: "2026-07-01" }, examItems),
    form("referral", "2025.1", { start: "2025-01-01", end: referralUntil }, [
      item("name", "string", FORM_ITEMS.personName),
      item("diagnosis", "string", FORM_ITEMS.diagnosis),
    ]),
  ]);
  const publish = (url: string, content: unknown, id: string) =>
    clinic.publishAs(signed(documentLibrary(url, { version: "1", content }, id)), id);
  publish(LIBRARY_URLS.forms, forms, "forms");
  publish(LIBRARY_URLS.terminology, formsCollection([icd10(size)]), "terminology");
};

/** A response to a form that says these notes. */
export const responseOf = (questionnaire: string, notes: string) => ({
  resourceType: "QuestionnaireResponse",
  questionnaire,
  status: "in-progress",
  item: [
    {
      linkId: "all",
      text: "Tất cả",
      item: [
        {
          linkId: "pulse",
          text: "pulse",
          answer: [
            {
              valueQuantity: { value: 72, unit: "/min", system: CODE_SYSTEMS.ucum, code: "/min" },
            },
          ],
        },
        { linkId: "diagnosis", text: "diagnosis", answer: [{ valueString: "Tăng huyết áp" }] },
        { linkId: "notes", text: "notes", answer: [{ valueString: notes }] },
      ],
    },
  ],
});
