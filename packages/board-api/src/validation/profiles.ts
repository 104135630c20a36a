import { CODE_SYSTEMS, IDENTIFIER_SYSTEMS } from "@cadre-care/fhir";
import type { Complaint } from "../outcome/outcome.ts";
import { identifiersOf } from "../repository/keys.ts";
import { valuesAt } from "../search/tokens.ts";
import { codesAt, firstText } from "./codes-at.ts";
import {
  observation,
  questionnaireResponse,
  referralTask,
  serviceRequest,
  valueSet,
} from "./form-profiles.ts";
import { libraryComplaints } from "./library-profile.ts";
import {
  type Check,
  carriesOneEntryKey,
  inPolicy,
  isConfidential,
  type ProfileContext,
  violated,
} from "./profile-checks.ts";
import { questionnaireComplaints } from "./questionnaire-profile.ts";
import { siteLinkComplaints } from "./site-link-profile.ts";
import { siteProblem } from "./site-problem-profile.ts";

const visitRule = (expression: string, holds: boolean): readonly Complaint[] =>
  holds ? [] : [{ code: "visit-invalid", expression }];

const onlyOf = (values: readonly string[]): string | undefined =>
  values.length === 1 ? values[0] : undefined;

const encounter: Check = (resource, { policy }) => {
  const key = onlyOf(identifiersOf(resource, IDENTIFIER_SYSTEMS.visit));
  const site = onlyOf(
    identifiersOf({ identifier: valuesAt(resource, "serviceProvider.identifier") }, IDENTIFIER_SYSTEMS.site),
  );
  const patient = firstText(resource, "subject.reference")?.replace(/^Patient\//, "");
  const process = onlyOf(codesAt(resource, "type", CODE_SYSTEMS.process));
  const priority = onlyOf(codesAt(resource, "priority", CODE_SYSTEMS.actPriority));
  return [
    ...carriesOneEntryKey(resource, { policy }),
    ...visitRule(
      "Encounter.subject",
      firstText(resource, "subject.reference")?.startsWith("Patient/") ?? false,
    ),
    ...visitRule("Encounter.serviceProvider.identifier", site !== undefined),
    ...visitRule(
      "Encounter.identifier",
      (key?.startsWith(`${patient}.${site}.`) ?? false) && /\.\d{4}-\d\d-\d\d$/.test(key ?? ""),
    ),
    ...visitRule("Encounter.class", codesAt(resource, "class", CODE_SYSTEMS.actCode).includes("AMB")),
    ...visitRule("Encounter.priority", priority === "R" || priority === "EM"),
    ...visitRule("Encounter.period.start", firstText(resource, "period.start") !== undefined),
    ...visitRule("Encounter.statusHistory", valuesAt(resource, "statusHistory").length > 0),
    ...inPolicy("Encounter.type", policy?.processes.some((known) => known.id === process) ?? false),
    ...(site === undefined
      ? []
      : inPolicy(
          "Encounter.serviceProvider.identifier",
          policy?.sites.some((known) => known.id === site) ?? false,
        )),
  ];
};

/** What a desk could not get accepted, for the board's staff; or what a person there withdrew, for the record. */
const handedOver: Check = (resource, context) => [
  ...carriesOneEntryKey(resource, context),
  ...violated(
    "Task.requester",
    firstText(resource, "requester.reference")?.startsWith("Practitioner/") ?? false,
  ),
  ...violated("Task.input", firstText(resource, "input.valueAttachment.data") !== undefined),
];

const task: Check = (resource, context) => {
  const requests = codesAt(resource, "code", CODE_SYSTEMS.request);
  if (requests.includes("referral")) return referralTask(resource, context);
  if (requests.length > 0) return handedOver(resource, context);
  const steps = codesAt(resource, "code", CODE_SYSTEMS.visitStep);
  const isStep = steps.length > 0;
  return [
    ...carriesOneEntryKey(resource, context),
    ...violated("Task.for", firstText(resource, "for.reference")?.startsWith("Patient/") ?? false),
    ...violated("Task.focus", firstText(resource, "focus.reference") !== undefined),
    ...violated(
      "Task.focus",
      !isStep || (firstText(resource, "focus.reference")?.startsWith("Encounter/") ?? false),
    ),
    ...inPolicy(
      "Task.code",
      steps.every((step) => context.policy?.steps.some((known) => known.id === step) ?? false),
    ),
  ];
};

const isRoster: Check = (resource, context) => [
  ...violated("meta.tag", codesAt(resource, "meta.tag", CODE_SYSTEMS.tag).includes("roster")),
  ...isConfidential(resource, context),
];

const NUMBERS = [
  [IDENTIFIER_SYSTEMS.cccd, /^\d{12}$/],
  [IDENTIFIER_SYSTEMS.cmnd, /^\d{9}$/],
  [IDENTIFIER_SYSTEMS.bhxh, /^\d{10}$/],
] as const;

const patient: Check = (resource, context) => [
  ...isRoster(resource, context),
  ...violated("Patient.name.text", firstText(resource, "name.text") !== undefined),
  ...violated("Patient.active", valuesAt(resource, "active").length === 1),
  ...NUMBERS.flatMap(([system, form]) =>
    violated(
      "Patient.identifier",
      identifiersOf(resource, system).every((value) => form.test(value)),
    ),
  ),
];

const flag: Check = (resource, context) => {
  const tier = onlyOf(codesAt(resource, "code", CODE_SYSTEMS.tier));
  return [
    ...isRoster(resource, context),
    ...violated("Flag.category", codesAt(resource, "category", CODE_SYSTEMS.flagCategory).includes("admin")),
    ...violated("Flag.subject", firstText(resource, "subject.reference")?.startsWith("Patient/") ?? false),
    ...inPolicy("Flag.code", context.policy?.tiers.some((known) => known.code === tier) ?? false),
  ];
};

const episode: Check = (resource, context) => [
  ...isRoster(resource, context),
  ...violated("EpisodeOfCare.type", codesAt(resource, "type", CODE_SYSTEMS.standing).length === 1),
];

const provenance: Check = (resource, context) => [
  ...carriesOneEntryKey(resource, context),
  ...violated("Provenance.occurred", firstText(resource, "occurredDateTime") !== undefined),
  ...violated("Provenance.agent.who", valuesAt(resource, "agent.who").length > 0),
];

const auditEvent: Check = (resource, context) => [
  ...(codesAt(resource, "subtype", CODE_SYSTEMS.audit).includes("site-problem")
    ? siteProblem(resource, context)
    : []),
  ...carriesOneEntryKey(resource, context),
  ...violated("AuditEvent.agent.who", valuesAt(resource, "agent.who").length > 0),
  ...violated(
    "AuditEvent.agent.purposeOfUse",
    codesAt(resource, "agent.purposeOfUse", CODE_SYSTEMS.actReason).some((code) =>
      ["TREAT", "HOPERAT", "BTG"].includes(code),
    ),
  ),
];

const CHECKS: Readonly<Record<string, Check>> = {
  Patient: patient,
  Person: siteLinkComplaints,
  Flag: flag,
  EpisodeOfCare: episode,
  Encounter: encounter,
  Task: task,
  Provenance: provenance,
  AuditEvent: auditEvent,
  QuestionnaireResponse: questionnaireResponse,
  Observation: observation,
  ServiceRequest: serviceRequest,
  Questionnaire: questionnaireComplaints,
  ValueSet: valueSet,
  Library: (resource, { policy }) => libraryComplaints(resource, policy),
};

/** What docs/fhir-profile.md asks beyond R4. Structure has been checked before. */
export const profileComplaints = (
  resource: { readonly resourceType: string },
  context: ProfileContext,
): readonly Complaint[] => CHECKS[resource.resourceType]?.(resource, context) ?? [];
