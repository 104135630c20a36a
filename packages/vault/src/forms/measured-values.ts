import { type FhirJson, type Result, success } from "@cadre-care/domain";
import { compileForm, extractObservations, readQuestionnaire, readResponse } from "@cadre-care/forms";

/**
 * Measured values of a response as Observations (SDC observationExtract); whose they are and when is for the sender to
 * say. Problems of `forms` where one of the two cannot be read.
 */
export const measuredValues = (questionnaire: FhirJson, response: FhirJson): Result<readonly FhirJson[]> => {
  const form = readQuestionnaire(questionnaire);
  if (!form.ok) return form;
  const said = readResponse(response);
  if (!said.ok) return said;
  return success(
    extractObservations(compileForm(form.value), said.value).map((observation) => ({ ...observation })),
  );
};
