import { concept, identifier, referenceByIdentifier, restricted } from "../build.ts";
import type {
  AnyResource,
  Encounter,
  EncounterStatus,
  Provenance,
  Task,
  TransactionBundle,
  TransactionEntry,
} from "../resources/index.ts";
import { type Author, authorReference, provenance } from "./author.ts";
import { amendedEncounter, type CheckIn, checkInEncounter } from "./encounter.ts";
import { createByIdentifier, createByTag, transaction, urn } from "./transaction.ts";

/** An Encounter as the server holds it now, and the version that an amendment must name. */
export interface EncounterOnServer {
  readonly id: string;
  readonly version: string;
  readonly encounter: Encounter;
  readonly asRead: AnyResource;
}

export interface Step {
  readonly entry: string;
  readonly provenanceEntry: string;
  /** Logical id of the Encounter at the board. */
  readonly encounterId: string;
  readonly personId: string;
  readonly step: string;
  readonly room?: string;
  readonly at: string;
}

/** Check-in: Encounter and Provenance, each created once however often this is sent. */
export const checkInBundle = (input: CheckIn, author: Author): TransactionBundle<Encounter | Provenance> =>
  transaction<Encounter | Provenance>([
    createByIdentifier(checkInEncounter(input), input.entry),
    createByTag(
      provenance({
        entry: input.provenanceEntry,
        target: urn(input.entry),
        at: input.at,
        author,
        activity: "CREATE",
      }),
      input.provenanceEntry,
    ),
  ]);

/** A second desk's check-in, once the first one's visit was found: its Provenance alone, on that visit. */
export const joinVisitBundle = (
  input: Pick<CheckIn, "provenanceEntry" | "at">,
  encounterId: string,
  author: Author,
): TransactionBundle<Provenance> =>
  transaction([
    createByTag(
      provenance({
        entry: input.provenanceEntry,
        target: `Encounter/${encounterId}`,
        at: input.at,
        author,
        activity: "CREATE",
      }),
      input.provenanceEntry,
    ),
  ]);

function stepTask(input: Step, author: Author): Task {
  const encounter = { reference: `Encounter/${input.encounterId}`, type: "Encounter" };
  return {
    resourceType: "Task",
    meta: { security: restricted() },
    identifier: [identifier("entry", input.entry)],
    status: "completed",
    intent: "order",
    code: concept("visitStep", input.step),
    focus: encounter,
    for: { reference: `Patient/${input.personId}`, type: "Patient" },
    encounter,
    executionPeriod: { start: input.at, end: input.at },
    owner: authorReference(author),
    ...(input.room === undefined ? {} : { location: referenceByIdentifier("Location", "room", input.room) }),
  };
}

const amendment = (
  current: EncounterOnServer,
  status: EncounterStatus,
  at: string,
): TransactionEntry<AnyResource> => ({
  resource: amendedEncounter(current.encounter, current.asRead, status, at),
  request: { method: "PUT", url: `Encounter/${current.id}`, ifMatch: `W/"${current.version}"` },
});

/** A step, and in the same transaction the change of the visit's status where the step makes one. */
export const stepBundle = (
  input: Step,
  author: Author,
  change?: { readonly current: EncounterOnServer; readonly status: EncounterStatus },
): TransactionBundle<Task | Provenance | AnyResource> =>
  transaction<Task | Provenance | AnyResource>([
    createByIdentifier(stepTask(input, author), input.entry),
    createByTag(
      provenance({
        entry: input.provenanceEntry,
        target: urn(input.entry),
        at: input.at,
        author,
        activity: "CREATE",
      }),
      input.provenanceEntry,
    ),
    ...(change ? [amendment(change.current, change.status, input.at)] : []),
  ]);

/** Undo of a check-in: a Provenance that says so, and the visit cancelled unless it already is. */
export const undoBundle = (
  input: { readonly provenanceEntry: string; readonly encounterId: string; readonly at: string },
  author: Author,
  current?: EncounterOnServer,
): TransactionBundle<Provenance | AnyResource> =>
  transaction<Provenance | AnyResource>([
    createByTag(
      provenance({
        entry: input.provenanceEntry,
        target: `Encounter/${input.encounterId}`,
        at: input.at,
        author,
        activity: "NULLIFY",
      }),
      input.provenanceEntry,
    ),
    ...(current ? [amendment(current, "cancelled", input.at)] : []),
  ]);
