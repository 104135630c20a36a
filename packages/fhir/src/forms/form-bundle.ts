import { type Result, success } from "@cadre-care/domain";
import { identifier, restricted } from "../build.ts";
import {
  type AnyResource,
  type Observation,
  observationSchema,
  type Questionnaire,
  type QuestionnaireResponse,
  questionnaireResponseSchema,
  type TransactionBundle,
} from "../resources/index.ts";
import { type Author, authorReference, provenance } from "../visit/author.ts";
import { createByIdentifier, createByTag, transaction, urn } from "../visit/transaction.ts";
import { formDefinition } from "./form-definition.ts";
import { formBundleProblems } from "./form-problems.ts";
import { referralRequest, referralTask } from "./referral-request.ts";

/** A form that somebody has completed. */
export interface CompletedForm {
  /** UUID of the entry: identifier of the QuestionnaireResponse. */
  readonly entry: string;
  /** A fresh UUID for each further resource. Called while the Bundle is built, which is before it is first sent. */
  readonly mint: () => string;
  readonly personId: string;
  /** The visit: `Encounter/<id>`, or `urn:uuid:<entry>` of one that still waits to be sent. */
  readonly encounter?: string | undefined;
  readonly questionnaire: Questionnaire;
  /** The response as the engine gives it. Its items are taken; whose it is and who wrote it is said here. */
  readonly response: unknown;
  /** Observations as the engine extracts them: code, category and value are taken. */
  readonly observations: readonly unknown[];
  /** When the user submitted: ISO instant with offset. */
  readonly at: string;
  /** When it was measured, if that was another day: FHIR date or instant. */
  readonly effective?: string | undefined;
  /** Days off that the policy lists, for a referral's term. */
  readonly holidays?: readonly string[] | undefined;
  /** References of other responses that a referral rests on. */
  readonly supporting?: readonly string[] | undefined;
}

type FormResource = AnyResource | QuestionnaireResponse | Observation;

const subjectAndVisit = (form: CompletedForm) => ({
  subject: { reference: `Patient/${form.personId}`, type: "Patient" },
  ...(form.encounter === undefined ? {} : { encounter: { reference: form.encounter, type: "Encounter" } }),
});

const response = (
  form: CompletedForm,
  item: QuestionnaireResponse["item"],
  author: Author,
): QuestionnaireResponse => ({
  resourceType: "QuestionnaireResponse",
  meta: { security: restricted() },
  identifier: identifier("entry", form.entry),
  questionnaire: formDefinition(form.questionnaire).canonical,
  status: "completed",
  ...subjectAndVisit(form),
  authored: form.at,
  author: authorReference(author),
  source: authorReference(author),
  ...(item === undefined ? {} : { item }),
});

/** What the engine says of a measured value, and who, when and whose. */
const observation = (
  form: CompletedForm,
  extracted: Observation,
  entry: string,
  author: Author,
): Observation => {
  const { id: _id, encounter: _encounter, ...values } = extracted;
  return {
    ...values,
    meta: { security: restricted() },
    identifier: [identifier("entry", entry)],
    status: "final",
    ...subjectAndVisit(form),
    effectiveDateTime: form.effective ?? form.at,
    issued: form.at,
    performer: [authorReference(author)],
    derivedFrom: [{ reference: urn(form.entry), type: "QuestionnaireResponse" }],
  };
};

/**
 * A submitted form as one transaction: response, extracted Observations, for a referral its ServiceRequest and Task, and
 * the Provenance; each created once however often this is sent. Problem `form-response-unreadable`.
 */
export function completedFormBundle(
  form: CompletedForm,
  author: Author,
): Result<TransactionBundle<FormResource>> {
  const read = questionnaireResponseSchema.safeParse(form.response);
  const measured = form.observations.map((one) => observationSchema.safeParse(one));
  const { canonical, kind } = formDefinition(form.questionnaire);
  if (!read.success || measured.some((one) => !one.success) || read.data.questionnaire !== canonical)
    return formBundleProblems.refuse("form-response-unreadable");
  const entries = [createByIdentifier<FormResource>(response(form, read.data.item, author), form.entry)];
  for (const { data } of measured) {
    if (!data) continue;
    const entry = form.mint();
    entries.push(createByIdentifier(observation(form, data, entry, author), entry));
  }
  const targets = [urn(form.entry)];
  if (kind === "referral") {
    const ids = { request: form.mint(), task: form.mint() };
    const context = { ...form, response: read.data };
    entries.push(createByIdentifier(referralRequest(context, ids, author), ids.request));
    entries.push(createByIdentifier(referralTask(context, ids, author), ids.task));
    targets.push(urn(ids.request));
  }
  const entry = form.mint();
  const written = provenance({ entry, target: targets, at: form.at, author, activity: "CREATE" });
  return success(transaction([...entries, createByTag(written, entry)]));
}
