import { type FhirJson, type Result, success } from "@cadre-care/domain";
import { completedFormBundle, type FormDefinition, urn } from "@cadre-care/fhir";
import type { OutboxBody } from "../outbox/outbox-body.ts";
import { uuidV7 } from "../outbox/uuid-v7.ts";
import type { Desk } from "../visits/desk.ts";
import { hospitalDay, hospitalInstant } from "../visits/hospital-time.ts";
import { measuredValues } from "./measured-values.ts";
import type { FormBinding } from "./stored-form.ts";

export interface Submission {
  /** UUID of the entry, minted by the caller. */
  readonly entry: string;
  readonly form: FormDefinition;
  readonly binding: FormBinding;
  readonly response: FhirJson;
  /** Entry of another form that this one rests on and that may still wait to be sent: a referral's checklist. */
  readonly restsOn?: string | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * What the board is told. References to the visit and to the form that it rests on are by entry, and become the board's
 * own when it is sent: both may still wait in the queue.
 */
export function submissionBody(
  { entry, form, binding, response, restsOn, now }: Submission,
  desk: Desk,
): Result<OutboxBody> {
  const { personId, visit, day, eventDate } = binding;
  const observations = measuredValues(form.questionnaire, response);
  if (!observations.ok) return observations;
  const bundle = completedFormBundle(
    {
      entry,
      mint: () => uuidV7(now),
      personId,
      encounter: visit === undefined ? undefined : urn(visit),
      questionnaire: form.questionnaire,
      response,
      observations: observations.value,
      at: hospitalInstant(now),
      effective: day === hospitalDay(now) ? undefined : eventDate,
      holidays: desk.policy.holidays,
      supporting: restsOn === undefined ? [] : [urn(restsOn)],
    },
    desk.author,
  );
  if (!bundle.ok) return bundle;
  return success({
    kind: form.kind === "referral" ? "referral" : "response",
    personId,
    ...(visit === undefined ? {} : { visit }),
    bundle: bundle.value,
    ...(restsOn === undefined ? {} : { needs: [{ entry: restsOn, type: "QuestionnaireResponse" }] }),
  });
}
