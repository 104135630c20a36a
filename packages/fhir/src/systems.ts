/**
 * Every URI that our resources use. FHIR's own first; ours only where FHIR has none (DESIGN 4).
 * `.example` is reserved (RFC 2606): a board that owns a domain maps these in its own gateway.
 */
const own = "https://cadre-care.example/fhir";

/**
 * Identifier systems. `entry`: the UUID that makes a write idempotent. `amendment`: tag of a version, the UUID of the
 * entry that made it. `visit`: business key of a visit.
 */
export const IDENTIFIER_SYSTEMS = {
  cccd: `${own}/sid/cccd`,
  cmnd: `${own}/sid/cmnd`,
  bhxh: `${own}/sid/bhxh`,
  priorityCard: `${own}/sid/priority-card`,
  medicalBook: `${own}/sid/medical-book`,
  entry: `${own}/sid/entry`,
  amendment: `${own}/sid/amendment`,
  visit: `${own}/sid/visit`,
  room: `${own}/sid/room`,
  site: `${own}/sid/site`,
  device: `${own}/sid/device`,
} as const;

export const CODE_SYSTEMS = {
  tier: `${own}/CodeSystem/tier`,
  process: `${own}/CodeSystem/process`,
  visitStep: `${own}/CodeSystem/visit-step`,
  standing: `${own}/CodeSystem/standing`,
  serviceAlert: `${own}/CodeSystem/service-alert`,
  problem: `${own}/CodeSystem/problem`,
  audit: `${own}/CodeSystem/audit`,
  request: `${own}/CodeSystem/request`,
  tag: `${own}/CodeSystem/tag`,
  flagCategory: "http://terminology.hl7.org/CodeSystem/flag-category",
  confidentiality: "http://terminology.hl7.org/CodeSystem/v3-Confidentiality",
  actCode: "http://terminology.hl7.org/CodeSystem/v3-ActCode",
  actReason: "http://terminology.hl7.org/CodeSystem/v3-ActReason",
  actPriority: "http://terminology.hl7.org/CodeSystem/v3-ActPriority",
  libraryType: "http://terminology.hl7.org/CodeSystem/library-type",
  auditEventType: "http://terminology.hl7.org/CodeSystem/audit-event-type",
  restfulInteraction: "http://hl7.org/fhir/restful-interaction",
  participationType: "http://terminology.hl7.org/CodeSystem/v3-ParticipationType",
  provenanceParticipant: "http://terminology.hl7.org/CodeSystem/provenance-participant-type",
  dataOperation: "http://terminology.hl7.org/CodeSystem/v3-DataOperation",
} as const;

export const EXTENSIONS = {
  cardStatus: `${own}/StructureDefinition/priority-card-status`,
  medicalBookStatus: `${own}/StructureDefinition/medical-book-status`,
  examRound: `${own}/StructureDefinition/exam-round`,
  serviceAlert: `${own}/StructureDefinition/service-alert`,
  translation: "http://hl7.org/fhir/StructureDefinition/translation",
} as const;

export const LIBRARY_URLS = {
  policy: `${own}/Library/policy`,
  siteProfile: `${own}/Library/site-profile`,
  /** Questionnaires, every issued version, and the small value sets that they need, in one Bundle (docs/fhir-profile.md). */
  forms: `${own}/Library/forms`,
  /** Value sets too large to travel with the forms (ICD-10), expanded, in one Bundle. */
  terminology: `${own}/Library/terminology`,
} as const;

export const TAGS = { roster: "roster" } as const;
