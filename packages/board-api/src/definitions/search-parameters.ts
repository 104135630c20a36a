import { type BoardResourceType, isBoardResourceType } from "./interactions.ts";

/** `element`: path from the resource, arrays are followed. `target`: type of a reference given without one. */
export interface SearchParameterDefinition {
  readonly name: string;
  readonly type: "token" | "reference" | "uri" | "date";
  readonly element: string;
  readonly target?: BoardResourceType;
}

const token = (name: string, element = name): SearchParameterDefinition => ({ name, type: "token", element });
const uri = (name: string, element = name): SearchParameterDefinition => ({ name, type: "uri", element });
const reference = (name: string, element: string, target?: BoardResourceType): SearchParameterDefinition => ({
  name,
  type: "reference",
  element,
  ...(target ? { target } : {}),
});

/** A moment, by which its type can also be sorted. */
const date = (name: string, element: string): SearchParameterDefinition => ({ name, type: "date", element });

const patient = (element: string): SearchParameterDefinition => reference("patient", element, "Patient");
const subject = (element = "subject"): SearchParameterDefinition => reference("subject", element, "Patient");
const encounter = (element = "encounter"): SearchParameterDefinition =>
  reference("encounter", element, "Encounter");

const PARAMETERS: Readonly<Record<BoardResourceType, readonly SearchParameterDefinition[]>> = {
  Patient: [token("identifier"), token("active")],
  Person: [token("identifier"), reference("link", "link.target", "Patient"), patient("link.target")],
  Flag: [token("identifier"), subject(), patient("subject")],
  EpisodeOfCare: [token("identifier"), token("status"), token("type"), patient("patient")],
  Organization: [token("identifier"), token("active")],
  Practitioner: [token("identifier"), token("active")],
  Library: [token("identifier"), token("status"), token("version"), token("type"), uri("url")],
  Encounter: [
    token("identifier"),
    token("status"),
    token("class"),
    token("type"),
    subject(),
    patient("subject"),
  ],
  Task: [
    token("identifier"),
    token("status"),
    token("code"),
    reference("focus", "focus"),
    subject("for"),
    patient("for"),
    encounter(),
    reference("owner", "owner", "Practitioner"),
  ],
  Provenance: [reference("target", "target")],
  AuditEvent: [
    token("action"),
    token("type"),
    token("subtype"),
    reference("agent", "agent.who", "Practitioner"),
    reference("entity", "entity.what"),
    patient("entity.what"),
  ],
  Questionnaire: [token("identifier"), token("status"), token("version"), uri("url")],
  QuestionnaireResponse: [
    token("identifier"),
    token("status"),
    reference("questionnaire", "questionnaire"),
    date("authored", "authored"),
    subject(),
    patient("subject"),
    encounter(),
  ],
  Observation: [
    token("identifier"),
    token("status"),
    token("code"),
    token("category"),
    date("date", "effectiveDateTime"),
    reference("derived-from", "derivedFrom", "QuestionnaireResponse"),
    subject(),
    patient("subject"),
    encounter(),
  ],
  ServiceRequest: [
    token("identifier"),
    token("status"),
    token("code"),
    token("requisition"),
    subject(),
    patient("subject"),
    encounter(),
  ],
  Device: [token("identifier"), token("status")],
  ValueSet: [token("identifier"), token("status"), token("version"), uri("url")],
};

/** Parameters of every type that are kept in the token table. `_id` and `_lastUpdated` are columns. */
export const COMMON_PARAMETERS: readonly SearchParameterDefinition[] = [token("_tag", "meta.tag")];

export const searchParametersOf = (type: BoardResourceType): readonly SearchParameterDefinition[] => [
  ...COMMON_PARAMETERS,
  ...PARAMETERS[type],
];

export const searchParameter = (type: string, name: string): SearchParameterDefinition | undefined =>
  isBoardResourceType(type) ? searchParametersOf(type).find((known) => known.name === name) : undefined;

/** Whether a search for that type can be sorted by that parameter. */
export const isSortable = (type: string, name: string): boolean =>
  searchParameter(type, name)?.type === "date";

/** `_include` values that the client uses. */
export const INCLUDES: Readonly<Partial<Record<BoardResourceType, readonly string[]>>> = {
  Flag: ["Flag:subject"],
};

export const LARGEST_PAGE = 500;
export const USUAL_PAGE = 100;
