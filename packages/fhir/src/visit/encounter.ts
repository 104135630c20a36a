import { coding, concept, identifier, referenceByIdentifier, restricted } from "../build.ts";
import type { AnyResource, Encounter, EncounterStatus } from "../resources/index.ts";
import { type Author, authorReference } from "./author.ts";

export interface CheckIn {
  /** UUID of the entry, minted once; identifier of the Encounter. */
  readonly entry: string;
  /** UUID of its Provenance, minted and stored together with it. */
  readonly provenanceEntry: string;
  readonly personId: string;
  /** Code of the hospital in the policy. */
  readonly site: string;
  /** Business key `<person>.<site>.<yyyy-MM-dd>`: two desks do not open two visits. */
  readonly visitKey: string;
  /** Code of the service process. */
  readonly process: string;
  readonly emergency: boolean;
  /** When the user acted: ISO instant with offset. */
  readonly at: string;
}

/** The Encounter of a check-in. Priority EM is a fact about the patient; a managed person alone is R (routine), always. */
export function checkInEncounter(input: CheckIn, author: Author): Encounter {
  return {
    resourceType: "Encounter",
    meta: { security: restricted() },
    identifier: [identifier("entry", input.entry), identifier("visit", input.visitKey)],
    status: "arrived",
    statusHistory: [{ status: "arrived", period: { start: input.at } }],
    class: coding("actCode", "AMB", "ambulatory"),
    type: [concept("process", input.process)],
    priority: input.emergency
      ? concept("actPriority", "EM", "emergency")
      : concept("actPriority", "R", "routine"),
    subject: { reference: `Patient/${input.personId}`, type: "Patient" },
    participant: [
      { type: [concept("participationType", "ADM", "admitter")], individual: authorReference(author) },
    ],
    period: { start: input.at },
    serviceProvider: referenceByIdentifier("Organization", "site", input.site),
  };
}

const ended: readonly EncounterStatus[] = ["finished", "cancelled", "entered-in-error"];

/**
 * The Encounter in another status, for a PUT: elements that we do not know stay as they came. Server-given meta
 * (`versionId`, `lastUpdated`) is left out; the version goes into `ifMatch`.
 */
export function amendedEncounter(
  current: Encounter,
  asRead: AnyResource,
  status: EncounterStatus,
  at: string,
): AnyResource {
  const history = (current.statusHistory ?? []).map((entry, index, all) =>
    index === all.length - 1 && entry.period.end === undefined
      ? { ...entry, period: { ...entry.period, end: at } }
      : entry,
  );
  const { versionId: _version, lastUpdated: _updated, ...meta } = current.meta ?? {};
  return {
    ...asRead,
    meta: { ...meta },
    status,
    statusHistory: [...history, { status, period: { start: at } }],
    ...(ended.includes(status) ? { period: { ...current.period, end: at } } : {}),
  };
}
