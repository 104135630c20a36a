import type { FhirJson, PrefilledAnswer, Result } from "@cadre-care/domain";
import {
  compileForm,
  type FormState,
  type PrefilledAnswer as Prefilled,
  readQuestionnaire,
  readResponse,
  startForm,
} from "@cadre-care/forms";

/** What a form is made of. All of it is JSON from elsewhere, and read as such. */
export interface FormSource {
  readonly questionnaire: FhirJson;
  /** A draft. Prefilled answers are in it already. */
  readonly response?: FhirJson | undefined;
  readonly valueSets?: readonly FhirJson[];
  readonly prefilled?: readonly PrefilledAnswer[];
  /** FHIR resources by the names of launchContext. */
  readonly launchContext?: Readonly<Record<string, FhirJson>>;
  readonly language: "vi" | "en";
}

/** Reads proposed answers one by one, as answers of a response; what is none is left out. */
const readPrefilled = (prefilled: readonly PrefilledAnswer[]): readonly Prefilled[] =>
  prefilled.flatMap(({ linkId, value, source }) => {
    const read = readResponse({
      resourceType: "QuestionnaireResponse",
      status: "in-progress",
      item: [{ linkId, answer: [value] }],
    });
    const answer = read.ok ? read.value.item?.[0]?.answer?.[0] : undefined;
    return answer === undefined ? [] : [{ linkId, value: answer, source }];
  });

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
      prefilled: readPrefilled(source.prefilled ?? []),
      valueSets: source.valueSets ?? [],
      launchContext: source.launchContext ?? {},
      language: source.language,
    }),
  };
};
