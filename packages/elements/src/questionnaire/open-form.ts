import type { FhirJson, PrefilledAnswer, Result } from "@cadre-care/domain";
import {
  compileForm,
  type FormDefinition,
  type FormState,
  readQuestionnaire,
  readResponse,
  startForm,
} from "@cadre-care/forms/on-demand";

/** What a form is made of. All of it is JSON from elsewhere, and read as such. */
export interface FormSource {
  readonly questionnaire: FhirJson;
  /** A draft. Prefilled answers are in it already. */
  readonly response?: FhirJson | undefined;
  readonly valueSets?: readonly FhirJson[];
  readonly prefilled?: readonly PrefilledAnswer[];
  /** FHIR resources by the names of launchContext. */
  readonly launchContext?: Readonly<Record<string, FhirJson>>;
  readonly language: string;
  /** Calculations wait for this: their library is large. */
  readonly computeAfter?: Promise<unknown>;
}

/** Reads a Questionnaire, or says what is wrong with it. */
export const readForm = (json: FhirJson): Result<FormDefinition> => {
  const questionnaire = readQuestionnaire(json);
  return questionnaire.ok ? { ok: true, value: compileForm(questionnaire.value) } : questionnaire;
};

/** Makes a form ready to be filled in, or says why it cannot be. `read` is what was read of it before. */
export const openForm = (
  source: FormSource,
  read: Result<FormDefinition> = readForm(source.questionnaire),
): Result<FormState> => {
  if (!read.ok) return read;
  const response = source.response === undefined ? undefined : readResponse(source.response);
  if (response?.ok === false) return response;
  return {
    ok: true,
    value: startForm(read.value, {
      ...(response === undefined ? {} : { response: response.value }),
      prefilled: source.prefilled ?? [],
      valueSets: source.valueSets ?? [],
      launchContext: source.launchContext ?? {},
      language: source.language,
      ...(source.computeAfter === undefined ? {} : { computeAfter: source.computeAfter }),
    }),
  };
};
