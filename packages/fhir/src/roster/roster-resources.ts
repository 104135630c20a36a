import type { DirectoryEntry, IdentifierKind } from "@cadre-care/domain";
import { concept, identifier, referenceByIdentifier, rosterMeta } from "../build.ts";
import type { EpisodeOfCare, Extension, Flag, Identifier, Patient, Reference } from "../resources/index.ts";
import { EXTENSIONS, type IDENTIFIER_SYSTEMS } from "../systems.ts";
import { fhirDateOf } from "./fhir-date.ts";

export interface RosterResources {
  readonly patient: Patient;
  readonly flag: Flag;
  readonly episode: EpisodeOfCare;
}

/** What a roster entry does not say itself. `unit` is the Organization that manages the person. */
export interface RosterContext {
  readonly unit: Reference;
  readonly flagId?: string;
  readonly episodeId?: string;
}

type System = keyof typeof IDENTIFIER_SYSTEMS;

/** In Patient; the priority card belongs to the Flag, and a HIS code to its own hospital alone. */
const PATIENT_IDENTIFIERS: readonly (readonly [IdentifierKind, System])[] = [
  ["cccd", "cccd"],
  ["cmnd", "cmnd"],
  ["bhyt", "bhxh"],
];

const numbers = (entry: DirectoryEntry, kind: IdentifierKind): string[] =>
  entry.identifiers.filter((stated) => stated.kind === kind).map((stated) => stated.value);

/** The number in force first, then earlier ones, which still find the person. */
function withCurrent(system: System, current: string | undefined, all: readonly string[]): Identifier[] {
  const former = all
    .filter((value) => value !== current)
    .map((value) => ({ ...identifier(system, value), use: "old" as const }));
  return current === undefined ? former : [identifier(system, current), ...former];
}

function patientOf(entry: DirectoryEntry): Patient {
  const practitioners: Reference[] = [];
  if (entry.homeClinic)
    practitioners.push(
      referenceByIdentifier("Organization", "site", entry.homeClinic.id, entry.homeClinic.name),
    );
  if (entry.familyDoctor !== undefined)
    practitioners.push({ type: "Practitioner", display: entry.familyDoctor });
  return {
    resourceType: "Patient",
    id: entry.personId,
    meta: rosterMeta(),
    identifier: [
      ...PATIENT_IDENTIFIERS.flatMap(([kind, system]) =>
        numbers(entry, kind).map((value) => identifier(system, value)),
      ),
      ...withCurrent("medicalBook", entry.medicalBook.number, numbers(entry, "medical-book")),
    ],
    active: true,
    name: [{ use: "official", text: entry.name }],
    gender: entry.sex,
    birthDate: fhirDateOf(entry.birthDate),
    ...(practitioners.length > 0 ? { generalPractitioner: practitioners } : {}),
  };
}

function flagOf(entry: DirectoryEntry, context: RosterContext): Flag {
  const cards = withCurrent("priorityCard", entry.card?.number, numbers(entry, "priority-card"));
  return {
    resourceType: "Flag",
    ...(context.flagId === undefined ? {} : { id: context.flagId }),
    meta: rosterMeta(),
    ...(entry.card ? { extension: [{ url: EXTENSIONS.cardStatus, valueCode: entry.card.state }] } : {}),
    ...(cards.length > 0 ? { identifier: cards } : {}),
    status: "active",
    category: [concept("flagCategory", "admin", "Administrative")],
    code: concept("tier", entry.tier),
    subject: { reference: `Patient/${entry.personId}` },
    ...(entry.card?.validTo === undefined ? {} : { period: { end: entry.card.validTo } }),
    author: context.unit,
  };
}

function episodeOf(entry: DirectoryEntry, context: RosterContext): EpisodeOfCare {
  const extension: Extension[] = [{ url: EXTENSIONS.medicalBookStatus, valueCode: entry.medicalBook.state }];
  if (entry.exam) {
    const { round, dueFrom, dueTo, completedOn } = entry.exam;
    extension.push({
      url: EXTENSIONS.examRound,
      extension: [
        { url: "round", valueString: round },
        { url: "due", valuePeriod: { start: dueFrom, end: dueTo } },
        ...(completedOn === undefined ? [] : [{ url: "completed", valueDate: completedOn }]),
      ],
    });
  }
  for (const alert of entry.alerts) extension.push({ url: EXTENSIONS.serviceAlert, valueCode: alert });
  return {
    resourceType: "EpisodeOfCare",
    ...(context.episodeId === undefined ? {} : { id: context.episodeId }),
    meta: rosterMeta(),
    extension,
    status: "active",
    type: [concept("standing", entry.standing)],
    patient: { reference: `Patient/${entry.personId}` },
    managingOrganization: context.unit,
  };
}

/** The three resources that put one person on the roster. The reverse is `directoryEntry`. */
export function rosterResources(entry: DirectoryEntry, context: RosterContext): RosterResources {
  return { patient: patientOf(entry), flag: flagOf(entry, context), episode: episodeOf(entry, context) };
}
