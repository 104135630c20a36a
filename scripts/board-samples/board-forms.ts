import type { FhirJson } from "@cadre-care/domain";
import { formDefinition } from "@cadre-care/fhir";
import { filledForm } from "@cadre-care/forms/testing";
import { demoPolicy } from "../../packages/board-api/src/demo/demo-data.ts";
import { demoForms, demoValueSets } from "../../packages/board-api/src/demo/forms/forms.ts";
import { policyValueSets } from "../../packages/board-api/src/terminology/policy-value-sets.ts";
import { expanded } from "../../packages/board-api/src/terminology/value-sets.ts";
import type { BoardForm } from "./board-form.ts";
import { plausibleAnswers } from "./plausible-answers.ts";
import { firstHalf, withMistakes } from "./unfinished.ts";

/**
 * Every form that the demo's board issues, with drafts of it, for tests in a browser: elements may not import the board,
 * so the test server fetches them for it (`commands.boardForms`).
 */
export const boardForms = async (): Promise<readonly BoardForm[]> => {
  const policy = demoPolicy();
  const ofPolicy = policyValueSets(policy).map((known) => expanded(known));
  const valueSets: readonly FhirJson[] = [...demoValueSets(), ...ofPolicy].map((set) => ({ ...set }));
  return Promise.all(
    demoForms(policy).map(async (questionnaire): Promise<BoardForm> => {
      const { kind } = formDefinition(questionnaire);
      const state = await filledForm(questionnaire, valueSets, plausibleAnswers(questionnaire));
      const complete: FhirJson = { ...state.toResponse("in-progress") };
      state.dispose();
      return {
        id: questionnaire.id ?? "",
        kind,
        questionnaire: { ...questionnaire },
        valueSets,
        half: firstHalf(complete),
        complete,
        mistaken: withMistakes(complete),
      };
    }),
  );
};
