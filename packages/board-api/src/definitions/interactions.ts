import type { Role } from "@cadre-care/domain";

/** Resource types that the board keeps. */
export const RESOURCE_TYPES = [
  "Patient",
  "Person",
  "Flag",
  "EpisodeOfCare",
  "Organization",
  "Practitioner",
  "Library",
  "Encounter",
  "Task",
  "Provenance",
  "AuditEvent",
  "Questionnaire",
  "QuestionnaireResponse",
  "Observation",
  "ServiceRequest",
  "Device",
  "ValueSet",
] as const;
export type BoardResourceType = (typeof RESOURCE_TYPES)[number];

const known: ReadonlySet<string> = new Set(RESOURCE_TYPES);
export const isBoardResourceType = (type: string): type is BoardResourceType => known.has(type);

/** Interactions as FHIR names them, with the SMART v2 letter that allows each. */
export const INTERACTIONS = {
  create: "c",
  read: "r",
  vread: "r",
  "history-instance": "r",
  update: "u",
  "search-type": "s",
} as const;
export type BoardInteraction = keyof typeof INTERACTIONS;
export const isBoardInteraction = (name: string): name is BoardInteraction =>
  Object.hasOwn(INTERACTIONS, name);

const receptionist = [
  "user/Patient.rs",
  // Site links: a desk makes them and takes them back, and never touches the Patient.
  "user/Person.crus",
  "user/Flag.rs",
  "user/EpisodeOfCare.rs",
  "user/Organization.rs",
  "user/Library.rs",
  "user/Encounter.crus",
  "user/Task.crus",
  "user/Provenance.c",
  "user/AuditEvent.c",
];

/** Least privilege (docs/fhir-profile.md, Addresses). */
export const ROLE_SCOPES: Readonly<Record<Role, readonly string[]>> = {
  receptionist,
  doctor: [
    ...receptionist,
    "user/QuestionnaireResponse.crus",
    "user/Observation.crs",
    "user/ServiceRequest.crus",
    "user/Questionnaire.rs",
    "user/ValueSet.rs",
  ],
  "board-officer": [
    "user/*.rs",
    "user/Patient.cu",
    "user/Person.u",
    "user/Flag.cu",
    "user/EpisodeOfCare.cu",
    "user/Organization.cu",
    // What desks hand over is done when an officer says so.
    "user/Task.u",
  ],
  // Nobody updates a Questionnaire: an issued form is immutable, a correction is a new version.
  it: [
    "user/Library.crus",
    "user/Organization.rs",
    "user/Device.crus",
    "user/Questionnaire.crs",
    "user/ValueSet.crus",
  ],
};

/**
 * What an enrolled machine may do by itself: deliver what was accepted on it (the author stands in the Provenance), and
 * read the roster and the documents. SMART's `system/` scopes.
 */
export const DEVICE_SCOPES: readonly string[] = [
  "system/Patient.rs",
  "system/Person.crus",
  "system/Flag.rs",
  "system/EpisodeOfCare.rs",
  "system/Organization.rs",
  "system/Library.rs",
  "system/Questionnaire.rs",
  "system/ValueSet.rs",
  "system/Encounter.crus",
  "system/Task.crus",
  "system/QuestionnaireResponse.crus",
  "system/Observation.crs",
  "system/ServiceRequest.crus",
  "system/Provenance.c",
  "system/AuditEvent.c",
];

export const ROLES = ["receptionist", "doctor", "board-officer", "it"] as const satisfies readonly Role[];

/** What some role can do with a type: what the CapabilityStatement claims, and no more. */
export const interactionsOf = (type: BoardResourceType): readonly BoardInteraction[] => {
  const letters = new Set<string>();
  for (const scope of Object.values(ROLE_SCOPES).flat()) {
    const [, scopedType, granted] = /^user\/([A-Za-z*]+)\.([a-z]+)$/.exec(scope) ?? [];
    if (granted !== undefined && (scopedType === type || scopedType === "*"))
      for (const letter of granted) letters.add(letter);
  }
  return (["create", "read", "vread", "history-instance", "update", "search-type"] as const).filter(
    (interaction) => letters.has(INTERACTIONS[interaction]),
  );
};
