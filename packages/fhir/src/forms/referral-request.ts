import { referralValidTo } from "@cadre-care/domain";
import { concept, identifier, restricted } from "../build.ts";
import type { Questionnaire, QuestionnaireResponse, ServiceRequest, Task } from "../resources/index.ts";
import { FORM_ITEMS } from "../systems.ts";
import { type Author, authorReference } from "../visit/author.ts";
import { urn } from "../visit/transaction.ts";
import { answersTo, codingsIn, textsIn } from "./form-answers.ts";

/** A referral's resources, beside its response. The UUIDs are minted once, with the entry. */
export interface ReferralEntries {
  readonly request: string;
  readonly task: string;
}

export interface ReferralContext {
  readonly entry: string;
  readonly personId: string;
  readonly encounter?: string | undefined;
  readonly at: string;
  readonly questionnaire: Questionnaire;
  readonly response: Pick<QuestionnaireResponse, "item">;
  /** Days off that the policy lists (yyyy-MM-dd). */
  readonly holidays?: readonly string[] | undefined;
  /** References of other responses that it rests on. */
  readonly supporting?: readonly string[] | undefined;
}

const encounterOf = ({ encounter }: ReferralContext) =>
  encounter === undefined ? {} : { encounter: { reference: encounter, type: "Encounter" } };

const subjectOf = ({ personId }: ReferralContext) => ({ reference: `Patient/${personId}`, type: "Patient" });

/** Term of the referral where its day of signing is known (TT 01/2025 Đ12). */
const period = (context: ReferralContext): ServiceRequest["occurrencePeriod"] => {
  const answers = (code: string) => answersTo(context.questionnaire, context.response, code);
  const start = textsIn(answers(FORM_ITEMS.signedOn))[0] ?? context.at.slice(0, 10);
  const oneYear = answers(FORM_ITEMS.oneYear).some((answer) => answer.valueBoolean === true);
  const end = referralValidTo(start, { oneYear, holidays: context.holidays });
  return end.ok ? { start, end: end.value } : undefined;
};

/**
 * The referral as a request. `intent` plan: it says what is intended and authorises nobody; the legal form is the
 * HIS's own (DOMAIN 4.3). Reasons are the form's: 1a, 1b or 2, then the diagnoses.
 */
export function referralRequest(
  context: ReferralContext,
  entries: ReferralEntries,
  author: Author,
): ServiceRequest {
  const answers = (code: string) => answersTo(context.questionnaire, context.response, code);
  const [hospital] = codingsIn(answers(FORM_ITEMS.receivingHospital));
  const number = textsIn(answers(FORM_ITEMS.referralNumber))[0] ?? context.entry;
  const diagnoses = answers(FORM_ITEMS.diagnosis);
  const reasons = [
    ...[...codingsIn(answers(FORM_ITEMS.referralReason)), ...codingsIn(diagnoses)].map((coding) => ({
      coding: [coding],
    })),
    ...textsIn(diagnoses).map((text) => ({ text })),
  ];
  const occurrencePeriod = period(context);
  return {
    resourceType: "ServiceRequest",
    meta: { security: restricted() },
    identifier: [identifier("entry", entries.request)],
    requisition: identifier("requisition", number),
    status: "active",
    intent: "plan",
    code: concept("request", "referral"),
    subject: subjectOf(context),
    ...encounterOf(context),
    ...(occurrencePeriod === undefined ? {} : { occurrencePeriod }),
    authoredOn: context.at,
    requester: authorReference(author),
    ...(hospital?.code === undefined
      ? {}
      : {
          performer: [
            {
              type: "Organization",
              identifier: identifier("hospital", hospital.code),
              ...(hospital.display === undefined ? {} : { display: hospital.display }),
            },
          ],
        }),
    ...(reasons.length === 0 ? {} : { reasonCode: reasons }),
    supportingInfo: [urn(context.entry), ...(context.supporting ?? [])].map((reference) => ({
      reference,
      type: "QuestionnaireResponse",
    })),
  };
}

/** What the board's staff follow up: `Task?code=request|referral&status=requested`. */
export const referralTask = (context: ReferralContext, entries: ReferralEntries, author: Author): Task => ({
  resourceType: "Task",
  meta: { security: restricted() },
  identifier: [identifier("entry", entries.task)],
  status: "requested",
  intent: "plan",
  code: concept("request", "referral"),
  focus: { reference: urn(entries.request), type: "ServiceRequest" },
  for: subjectOf(context),
  ...encounterOf(context),
  authoredOn: context.at,
  requester: authorReference(author),
});
