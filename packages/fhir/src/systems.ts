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
  /** Number of a referral slip; the entry's UUID while the HIS has given none. */
  requisition: `${own}/sid/requisition`,
  /** Code of a receiving hospital in the policy. */
  hospital: `${own}/sid/hospital`,
  /** A site profile and its version, `id|version`. */
  siteProfile: `${own}/sid/site-profile`,
} as const;

/** Begin of the system of each hospital's own patient codes: a code is unique at its site alone, so each has its own. */
export const HIS_CODE_SYSTEMS = `${own}/sid/his-code/`;

export const CODE_SYSTEMS = {
  tier: `${own}/CodeSystem/tier`,
  process: `${own}/CodeSystem/process`,
  visitStep: `${own}/CodeSystem/visit-step`,
  standing: `${own}/CodeSystem/standing`,
  serviceAlert: `${own}/CodeSystem/service-alert`,
  problem: `${own}/CodeSystem/problem`,
  audit: `${own}/CodeSystem/audit`,
  /** What does not fit between a site profile and its page. */
  siteProblem: `${own}/CodeSystem/site-problem`,
  request: `${own}/CodeSystem/request`,
  tag: `${own}/CodeSystem/tag`,
  formKind: `${own}/CodeSystem/form-kind`,
  formItem: `${own}/CodeSystem/form-item`,
  healthClass: `${own}/CodeSystem/health-class`,
  cadreClass: `${own}/CodeSystem/cadre-class`,
  referralReason: `${own}/CodeSystem/referral-reason`,
  answer: `${own}/CodeSystem/answer`,
  hospital: `${own}/CodeSystem/hospital`,
  icd10: "http://hl7.org/fhir/sid/icd-10",
  loinc: "http://loinc.org",
  ucum: "http://unitsofmeasure.org",
  observationCategory: "http://terminology.hl7.org/CodeSystem/observation-category",
  flagCategory: "http://terminology.hl7.org/CodeSystem/flag-category",
  confidentiality: "http://terminology.hl7.org/CodeSystem/v3-Confidentiality",
  actCode: "http://terminology.hl7.org/CodeSystem/v3-ActCode",
  actReason: "http://terminology.hl7.org/CodeSystem/v3-ActReason",
  actPriority: "http://terminology.hl7.org/CodeSystem/v3-ActPriority",
  libraryType: "http://terminology.hl7.org/CodeSystem/library-type",
  /** DICOM's codes, as FHIR's audit-event-type takes them over. */
  dicom: "http://dicom.nema.org/resources/ontology/DCM",
  auditEventType: "http://terminology.hl7.org/CodeSystem/audit-event-type",
  restfulInteraction: "http://hl7.org/fhir/restful-interaction",
  participationType: "http://terminology.hl7.org/CodeSystem/v3-ParticipationType",
  provenanceParticipant: "http://terminology.hl7.org/CodeSystem/provenance-participant-type",
  dataOperation: "http://terminology.hl7.org/CodeSystem/v3-DataOperation",
  identifierType: "http://terminology.hl7.org/CodeSystem/v2-0203",
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

export const VALUE_SETS = {
  healthClass: `${own}/ValueSet/health-class`,
  cadreClass: `${own}/ValueSet/cadre-class`,
  receivingHospital: `${own}/ValueSet/receiving-hospital`,
  icd10: `${own}/ValueSet/icd-10`,
} as const;

/** Forms of the demo; a board's own have URLs of its own. */
export const FORM_URLS = {
  periodicExam: `${own}/Questionnaire/kham-suc-khoe-dinh-ky`,
  cadreExam: `${own}/Questionnaire/kham-suc-khoe-can-bo`,
  hypertension: `${own}/Questionnaire/theo-doi-tang-huyet-ap`,
  coronary: `${own}/Questionnaire/theo-doi-benh-mach-vanh`,
  diabetes: `${own}/Questionnaire/theo-doi-dai-thao-duong`,
  copd: `${own}/Questionnaire/theo-doi-copd`,
  referral: `${own}/Questionnaire/phieu-chuyen-co-so`,
} as const;

/**
 * What an item is for, as its `code` in CODE_SYSTEMS.formItem says: programs find items by it, never by linkId or text.
 * The first block is what pages and roster can fill in.
 */
export const FORM_ITEMS = {
  personName: "person-name",
  personSex: "person-sex",
  personBirthDate: "person-birth-date",
  personIdentifier: "person-identifier",
  personAddress: "person-address",
  personOccupation: "person-occupation",
  personWorkplace: "person-workplace",
  personEthnicity: "person-ethnicity",
  personNationality: "person-nationality",
  insuranceNumber: "insurance-number",
  insuranceValidTo: "insurance-valid-to",
  recordNumber: "record-number",
  facilityName: "facility-name",
  doctorName: "doctor-name",
  eventDate: "event-date",
  /** Class I–V of one specialty; required where the form needs it before an overall class. */
  specialtyClass: "specialty-class",
  specialtyDoctor: "specialty-doctor",
  specialtyFindings: "specialty-findings",
  /** The person declines this specialty. */
  declined: "declined",
  overallClass: "overall-class",
  cadreClass: "cadre-class",
  diagnosis: "diagnosis",
  clinicalSigns: "clinical-signs",
  testResults: "test-results",
  treatment: "treatment",
  plan: "plan",
  referralReason: "referral-reason",
  referralNumber: "referral-number",
  receivingHospital: "receiving-hospital",
  oneYear: "one-year",
  signedOn: "signed-on",
} as const;

export const TAGS = { roster: "roster" } as const;
