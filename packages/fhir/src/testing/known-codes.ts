import { HEALTH_CLASSES } from "@cadre-care/domain";
import { CODE_SYSTEMS, FORM_ITEMS, TAGS } from "../systems.ts";
import { isLoincCode, UCUM_UNITS } from "./measures.ts";

const ADMINISTRATIVE_GENDER = "http://hl7.org/fhir/administrative-gender";
const ITEM_CONTROLS = "http://hl7.org/fhir/questionnaire-item-control";

/** What says whether a code is one of its system's: a list, a form, or a check digit. */
export type CodeRule = ReadonlySet<string> | { test(code: string): boolean };

export const isKnownCode = (rule: CodeRule, code: string): boolean =>
  "test" in rule ? rule.test(code) : rule.has(code);

const ownCode = /^[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * The codes that may stand in what we send. Of HL7's systems only those that the profile names (docs/fhir-profile.md);
 * the board's own systems are open lists, so their codes are checked for their form.
 */
export const KNOWN_CODES: Readonly<Record<string, CodeRule>> = {
  [CODE_SYSTEMS.tier]: ownCode,
  [CODE_SYSTEMS.process]: ownCode,
  [CODE_SYSTEMS.visitStep]: ownCode,
  [CODE_SYSTEMS.serviceAlert]: ownCode,
  [CODE_SYSTEMS.standing]: new Set(["serving", "former"]),
  [CODE_SYSTEMS.request]: new Set(["hand-over", "withdrawn", "content", "referral"]),
  [CODE_SYSTEMS.audit]: new Set(["marks-shown", "site-problem", "site-link-removed"]),
  [CODE_SYSTEMS.siteProblem]: ownCode,
  [CODE_SYSTEMS.dicom]: new Set(["110100"]),
  [CODE_SYSTEMS.formKind]: new Set(["exam", "chronic", "referral"]),
  [CODE_SYSTEMS.formItem]: new Set(Object.values(FORM_ITEMS)),
  [CODE_SYSTEMS.healthClass]: new Set(HEALTH_CLASSES),
  [CODE_SYSTEMS.cadreClass]: /^[A-Z][0-9]?$/,
  [CODE_SYSTEMS.referralReason]: new Set(["1a", "1b", "2"]),
  [CODE_SYSTEMS.answer]: ownCode,
  [CODE_SYSTEMS.hospital]: ownCode,
  [CODE_SYSTEMS.icd10]: /^[A-Z]\d{2}(\.\d{1,2})?$/,
  [CODE_SYSTEMS.loinc]: { test: isLoincCode },
  [CODE_SYSTEMS.ucum]: UCUM_UNITS,
  [CODE_SYSTEMS.observationCategory]: new Set(["vital-signs", "laboratory", "exam", "procedure"]),
  [ADMINISTRATIVE_GENDER]: new Set(["male", "female"]),
  [ITEM_CONTROLS]: /^[a-z]+(-[a-z]+)*$/,
  [CODE_SYSTEMS.tag]: new Set(Object.values(TAGS)),
  [CODE_SYSTEMS.flagCategory]: new Set(["admin"]),
  [CODE_SYSTEMS.confidentiality]: new Set(["R"]),
  [CODE_SYSTEMS.actCode]: new Set(["AMB", "CEL"]),
  [CODE_SYSTEMS.actReason]: new Set(["HOPERAT", "TREAT", "BTG"]),
  [CODE_SYSTEMS.actPriority]: new Set(["R", "EM"]),
  [CODE_SYSTEMS.libraryType]: new Set(["asset-collection"]),
  [CODE_SYSTEMS.auditEventType]: new Set(["rest"]),
  [CODE_SYSTEMS.restfulInteraction]: new Set(["read"]),
  [CODE_SYSTEMS.provenanceParticipant]: new Set(["author"]),
  [CODE_SYSTEMS.participationType]: new Set(["ADM", "ESC"]),
  [CODE_SYSTEMS.identifierType]: new Set(["MR"]),
  [CODE_SYSTEMS.dataOperation]: new Set(["CREATE", "UPDATE", "NULLIFY"]),
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The form of each identifier, by the end of its system's URI. */
export const IDENTIFIER_FORMS: Readonly<Record<string, RegExp>> = {
  cccd: /^\d{12}$/,
  cmnd: /^\d{9}$/,
  bhxh: /^\d{10}$/,
  "priority-card": /^\S(.*\S)?$/,
  "medical-book": /^\S(.*\S)?$/,
  entry: uuid,
  visit: /^[A-Za-z0-9\-.]+\.[a-z0-9-]+\.\d{4}-\d\d-\d\d$/,
  room: ownCode,
  hospital: ownCode,
  requisition: /^\S(.*\S)?$/,
  "site-profile": /^[a-z0-9][a-z0-9-]{0,63}\|[0-9A-Za-z][0-9A-Za-z.-]{0,39}$/,
  site: /^\S+$/,
  device: /^\S+$/,
};
