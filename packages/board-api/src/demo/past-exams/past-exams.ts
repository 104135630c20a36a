import { type DirectoryEntry, formsFor } from "@cadre-care/domain";
import { randomStream } from "@cadre-care/domain/synthetic";
import {
  type Author,
  completedFormBundle,
  FORM_URLS,
  formDefinition,
  type Questionnaire,
} from "@cadre-care/fhir";
import { compileForm, extractObservations, readQuestionnaire } from "@cadre-care/forms";
import { type StoredResource, storedResourceSchema } from "../../repository/stored-resource.ts";
import { mapReferences } from "../../validation/references.ts";
import { stableId } from "../stable-id.ts";
import { constitution, examFindings } from "./exam-findings.ts";
import { responseItems } from "./response-items.ts";

/** Exams of earlier rounds, so that a form shows earlier values and their trend. Synthetic; the same for the same seed. */
export interface PastExamOptions {
  readonly people: readonly DirectoryEntry[];
  readonly seed: number;
  /** yyyy-MM-dd that the exams lie before. */
  readonly referenceDate: string;
  readonly forms: readonly Questionnaire[];
  readonly author: Author;
}

/** Days before the reference date. */
const AGO = [190, 372, 560] as const;

/** Two in sixty-one have been examined: among them those who come first to the demo hospitals (examples/his-common). */
const wasExamined = (index: number): boolean => index % 61 === 14 || index % 61 === 51;

const STREAM = 7_000_000;
const DAY_MS = 86_400_000;

const dayBefore = (referenceDate: string, days: number): string =>
  new Date(Date.parse(`${referenceDate}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);

/** A form made ready once, however many exams are written on it. */
const prepared = (questionnaire: Questionnaire) => {
  const read = readQuestionnaire(questionnaire);
  if (!read.ok) throw new Error(read.problem.code);
  return { ...formDefinition(questionnaire), compiled: compileForm(read.value) };
};

/** The resources of a submitted form as the board would have stored them. */
const stored = (
  bundle: { readonly entry: readonly { readonly fullUrl?: string | undefined; readonly resource: object }[] },
  id: (index: number) => string,
): readonly StoredResource[] => {
  const resources = bundle.entry.map(({ resource }, index) =>
    storedResourceSchema.parse({ ...resource, id: id(index) }),
  );
  const addresses = new Map(
    resources.flatMap(({ resourceType, id: own }, index) => {
      const { fullUrl } = bundle.entry[index] ?? {};
      return fullUrl === undefined ? [] : [[fullUrl, `${resourceType}/${own}`] as const];
    }),
  );
  return resources.map((resource) =>
    storedResourceSchema.parse(mapReferences(resource, (value) => addresses.get(value) ?? value)),
  );
};

/** @throws Error when the demo's own forms cannot be filled */
export const pastExams = (options: PastExamOptions): readonly StoredResource[] => {
  const { people, seed, referenceDate, author } = options;
  const forms = options.forms.filter(({ url }) => url === FORM_URLS.periodicExam).map(prepared);
  return people.flatMap((person, index) => {
    if (!wasExamined(index)) return [];
    const random = randomStream(seed, STREAM + index);
    const body = constitution(random, person.sex);
    return AGO.flatMap((days) => {
      const day = dayBefore(referenceDate, days + random.below(14));
      const [form] = formsFor(forms, day);
      if (!form) return [];
      const name = (...parts: readonly (string | number)[]) =>
        stableId("past-exam", person.personId, day, ...parts);
      let minted = 0;
      const response = {
        resourceType: "QuestionnaireResponse" as const,
        questionnaire: form.canonical,
        status: "completed" as const,
        item: responseItems(form.questionnaire, examFindings(person, body, day, author.name, random)),
      };
      const bundle = completedFormBundle(
        {
          entry: name("response"),
          mint: () => {
            minted += 1;
            return name(minted);
          },
          personId: person.personId,
          questionnaire: form.questionnaire,
          response,
          observations: extractObservations(form.compiled, response),
          at: `${day}T10:30:00+07:00`,
        },
        author,
      );
      if (!bundle.ok) throw new Error(bundle.problem.code);
      return stored(bundle.value, (place) => name("id", place));
    });
  });
};
