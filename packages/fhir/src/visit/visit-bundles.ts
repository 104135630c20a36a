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
import { createByIdentifier, createByTag, transaction, urn, withReference } from "./transaction.ts";

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
  /** The visit: `Encounter/<id>`, or `urn:uuid:<entry>` of one that is still waiting to be sent. */
  readonly encounter: string;
  readonly personId: string;
  readonly step: string;
  readonly room?: string;
  readonly at: string;
}

/** Check-in: Encounter and Provenance, each created once however often this is sent. */
export const checkInBundle = (input: CheckIn, author: Author): TransactionBundle<Encounter | Provenance> =>
  transaction<Encounter | Provenance>([
    createByIdentifier(checkInEncounter(input, author), input.entry),
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

/**
 * A second desk's check-in, once the first one's visit was found: of what it would have sent its Provenance alone, on
 * that visit. Its UUID stays, so that it too arrives once.
 */
export const joinVisitBundle = (
  checkIn: TransactionBundle,
  entry: string,
  encounterId: string,
): TransactionBundle =>
  withReference(
    transaction(checkIn.entry.filter(({ request }) => request.url === "Provenance")),
    urn(entry),
    `Encounter/${encounterId}`,
  );

function stepTask(input: Step, author: Author): Task {
  const encounter = { reference: input.encounter, type: "Encounter" };
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

/** The Encounter in another status, only if it is still in the version that was read. */
export const amendment = (
  current: EncounterOnServer,
  status: EncounterStatus,
  at: string,
): TransactionEntry<AnyResource> => ({
  resource: amendedEncounter(current.encounter, current.asRead, status, at),
  request: { method: "PUT", url: `Encounter/${current.id}`, ifMatch: `W/"${current.version}"` },
});

/** A step: a Task and its Provenance. Where it changes the visit's status, the sender adds `amendment`. */
export const stepBundle = (input: Step, author: Author): TransactionBundle<Task | Provenance> =>
  transaction<Task | Provenance>([
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
  ]);

/** Undo of a check-in: a Provenance that says so; the sender adds `amendment` to cancelled. */
export const undoBundle = (
  input: { readonly provenanceEntry: string; readonly encounter: string; readonly at: string },
  author: Author,
): TransactionBundle<Provenance> =>
  transaction([
    createByTag(
      provenance({
        entry: input.provenanceEntry,
        target: input.encounter,
        at: input.at,
        author,
        activity: "NULLIFY",
      }),
      input.provenanceEntry,
    ),
  ]);
