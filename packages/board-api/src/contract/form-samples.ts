import { randomUUID } from "node:crypto";
import {
  CODE_SYSTEMS,
  completedFormBundle,
  FORM_URLS,
  LIBRARY_URLS,
  librarySchema,
  type Questionnaire,
  readForms,
  type ValueSet,
  verifyDocument,
} from "@cadre-care/fhir";
import { extractObservations } from "@cadre-care/forms";
import { type Answers, filledForm } from "@cadre-care/forms/testing";
import type { Answer } from "./desk.ts";
import { author, nextPerson } from "./samples.ts";
import type { Subject } from "./suite.ts";

/** LOINC code, value and UCUM unit that each answer is extracted as. */
export const MEASURED: Readonly<Record<string, readonly [string, number, string]>> = {
  "chieu-cao": ["8302-2", 165, "cm"],
  "can-nang": ["29463-7", 60.5, "kg"],
  bmi: ["39156-5", 22.2, "kg/m2"],
  mach: ["8867-4", 72, "/min"],
  "huyet-ap-tam-thu": ["8480-6", 120, "mm[Hg]"],
  "huyet-ap-tam-truong": ["8462-4", 80, "mm[Hg]"],
  "hong-cau": ["789-8", 4.8, "10*12/L"],
  "huyet-sac-to": ["718-7", 140, "g/L"],
  "bach-cau": ["6690-2", 6.7, "10*9/L"],
  "tieu-cau": ["777-3", 250, "10*9/L"],
  "duong-mau": ["14749-6", 5.4, "mmol/L"],
  ure: ["22664-7", 5.1, "mmol/L"],
  creatinin: ["14682-9", 80, "umol/L"],
  asat: ["1920-8", 25, "U/L"],
  alat: ["1742-6", 27, "U/L"],
};
const WHOLE = new Set([
  "mach",
  "huyet-ap-tam-thu",
  "huyet-ap-tam-truong",
  "huyet-sac-to",
  "tieu-cau",
  "creatinin",
  "asat",
  "alat",
]);
export const values: Answers = Object.fromEntries(
  Object.entries(MEASURED)
    .filter(([linkId]) => linkId !== "bmi")
    .map(([linkId, [, value]]) => [
      linkId,
      WHOLE.has(linkId) ? { valueInteger: value } : { valueDecimal: value },
    ]),
);
const icd = (code: string, display: string) => ({
  valueCoding: { system: CODE_SYSTEMS.icd10, code, display },
});

/** Completed forms as the client sends them, on the forms that the board itself delivers. */
export const formSamples = ({ desks, documentKeys }: Subject) => {
  const document = async (url: string) => {
    const [found] = await desks().doctor.all(`/Library?url=${encodeURIComponent(url)}&status=active`);
    const signed = await verifyDocument(librarySchema.parse(found), url, documentKeys().keys);
    const read = signed.ok ? readForms(signed.value.content) : signed;
    if (!read.ok) throw new Error(read.problem.code);
    return read.value;
  };
  const formOf = async (
    url: string,
    version: string,
  ): Promise<{ form: Questionnaire; sets: readonly ValueSet[] }> => {
    const { forms, valueSets } = await document(LIBRARY_URLS.forms);
    const found = forms.find((one) => one.canonical === `${url}|${version}`);
    if (!found) throw new Error(`${url}|${version}`);
    return { form: found.questionnaire, sets: valueSets };
  };
  interface Filled {
    readonly personId?: string;
    readonly at?: string;
    readonly answers?: Answers;
    readonly login?: string;
    readonly url?: string;
    readonly version?: string;
  }
  const filled = async ({
    personId = nextPerson(),
    at = "2026-11-22T09:00:00+07:00",
    answers = values,
    login = "bacsi",
    url = FORM_URLS.periodicExam,
    version = "TT25-2026.2",
  }: Filled = {}) => {
    const { form, sets } = await formOf(url, version);
    const state = await filledForm(form, sets, answers);
    const response = state.toResponse("completed");
    const bundle = completedFormBundle(
      {
        entry: randomUUID(),
        mint: randomUUID,
        personId,
        questionnaire: form,
        response,
        observations: extractObservations(state.definition, response),
        at,
      },
      author(login),
    );
    if (!bundle.ok) throw new Error(bundle.problem.code);
    return { personId, bundle: bundle.value };
  };
  const referral = (over: Filled = {}) =>
    filled({
      url: FORM_URLS.referral,
      version: "TT01-2025.4",
      answers: { "chan-doan": [icd("I10", "Tăng huyết áp"), { valueString: "Theo dõi hẹp van" }] },
      ...over,
    });
  return { document, filled, referral };
};

export type FormSample = Awaited<ReturnType<ReturnType<typeof formSamples>["filled"]>>;

/** The same bundle with every resource of a type changed. */
export const changed = (
  sample: FormSample,
  type: string,
  change: (resource: Record<string, unknown>) => object,
) => ({
  ...sample.bundle,
  entry: sample.bundle.entry.map((entry) =>
    entry.resource.resourceType === type ? { ...entry, resource: change({ ...entry.resource }) } : entry,
  ),
});
/** Ids that the answer says were given. */
export const ids = (answer: Answer, type: string): readonly string[] =>
  answer.bundle.entry.flatMap(({ response }) => {
    const [, id] = new RegExp(`^${type}/([^/]+)`).exec(response?.location ?? "") ?? [];
    return id === undefined ? [] : [id];
  });
