import type { FhirJson, PrefilledAnswer, Result } from "@cadre-care/domain";
import {
  compileForm,
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

/** Makes a form ready to be filled in, or says why it cannot be. */
export const openForm = (source: FormSource): Result<FormState> => {
  const questionnaire = readQuestionnaire(source.questionnaire);
  if (!questionnaire.ok) return questionnaire;
  const response = source.response === undefined ? undefined : readResponse(source.response);
  if (response?.ok === false) return response;
  return {
    ok: true,
    value: startForm(compileForm(questionnaire.value), {
      ...(response === undefined ? {} : { response: response.value }),
      prefilled: source.prefilled ?? [],
      valueSets: source.valueSets ?? [],
      launchContext: source.launchContext ?? {},
      language: source.language,
      ...(source.computeAfter === undefined ? {} : { computeAfter: source.computeAfter }),
    }),
  };
};
