import { CODE_SYSTEMS, IDENTIFIER_SYSTEMS } from "@cadre-care/fhir";
import type { Complaint } from "../outcome/outcome.ts";
import { identifiersOf } from "../repository/keys.ts";
import { valuesAt } from "../search/tokens.ts";
import { isStoredUrl } from "../terminology/stored-url.ts";
import { knownValueSet } from "../terminology/value-sets.ts";
import { codesAt, firstText } from "./codes-at.ts";
import { type Check, carriesOneEntryKey, inPolicy, isConfidential, violated } from "./profile-checks.ts";

/** TT 01/2025/TT-BYT PL VI (DOMAIN 4.2). */
const REFERRAL_REASONS: ReadonlySet<string> = new Set(["1a", "1b", "2"]);

/** A referral that the board's staff follow up. */
export const referralTask: Check = (resource, context) => [
  ...carriesOneEntryKey(resource, context),
  ...violated("Task.for", firstText(resource, "for.reference")?.startsWith("Patient/") ?? false),
  ...violated("Task.focus", firstText(resource, "focus.reference")?.startsWith("ServiceRequest/") ?? false),
];

const ofPatient = (resource: unknown, type: string): readonly Complaint[] =>
  violated(`${type}.subject`, firstText(resource, "subject.reference")?.startsWith("Patient/") ?? false);

export const questionnaireResponse: Check = (resource, context) => [
  ...carriesOneEntryKey(resource, context),
  ...isConfidential(resource, context),
];

export const observation: Check = (resource, context) => {
  const system = firstText(resource, "valueQuantity.system");
  const isMeasured = valuesAt(resource, "valueQuantity").length > 0;
  return [
    ...carriesOneEntryKey(resource, context),
    ...isConfidential(resource, context),
    ...ofPatient(resource, "Observation"),
    ...violated("Observation.effective", firstText(resource, "effectiveDateTime") !== undefined),
    ...violated("Observation.code", valuesAt(resource, "code.coding").length > 0),
    ...violated(
      "Observation.value",
      !isMeasured ||
        (system === CODE_SYSTEMS.ucum && firstText(resource, "valueQuantity.code") !== undefined),
    ),
  ];
};

/** A referral: one of the three reasons that the law knows, and a hospital of the policy. Being a cadre is no reason. */
export const serviceRequest: Check = (resource, context) => {
  const hospitals = identifiersOf(
    { identifier: valuesAt(resource, "performer.identifier") },
    IDENTIFIER_SYSTEMS.hospital,
  );
  const known = new Set(context.policy?.receivingHospitals?.map(({ id }) => id));
  const reasons = codesAt(resource, "reasonCode", CODE_SYSTEMS.referralReason);
  return [
    ...carriesOneEntryKey(resource, context),
    ...isConfidential(resource, context),
    ...ofPatient(resource, "ServiceRequest"),
    ...violated("ServiceRequest.code", codesAt(resource, "code", CODE_SYSTEMS.request).includes("referral")),
    ...violated("ServiceRequest.requisition", valuesAt(resource, "requisition.value").length === 1),
    ...violated("ServiceRequest.reasonCode", reasons.length === 1 && REFERRAL_REASONS.has(reasons[0] ?? "")),
    ...violated(
      "ServiceRequest.supportingInfo",
      firstText(resource, "supportingInfo.reference")?.startsWith("QuestionnaireResponse/") ?? false,
    ),
    ...inPolicy(
      "ServiceRequest.performer",
      hospitals.every((hospital) => known.has(hospital)),
    ),
  ];
};

/** Codes that are listed one by one: what a machine can take along and search offline. */
export const valueSet: Check = (resource) =>
  isStoredUrl(firstText(resource, "url"))
    ? violated("ValueSet.compose", knownValueSet(resource) !== undefined)
    : violated("ValueSet.url", false);
