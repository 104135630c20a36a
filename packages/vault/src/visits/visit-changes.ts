import {
  openVisit,
  processOf,
  type Result,
  recordStep,
  success,
  undoCheckIn,
  type Visit,
  visitKey,
} from "@cadre-care/domain";
import { checkInBundle, stepBundle, undoBundle, urn } from "@cadre-care/fhir";
import type { OutboxBody } from "../outbox/outbox-body.ts";
import { uuidV7 } from "../outbox/uuid-v7.ts";
import type { Desk } from "./desk.ts";
import { hospitalDay, hospitalInstant } from "./hospital-time.ts";

/** A visit after something was recorded in it, and what the board is to be told; nothing when nothing changed. */
export interface RecordedChange {
  readonly visit: Visit;
  readonly body?: OutboxBody;
}

export interface CheckInRequest {
  readonly personId: string;
  /** Tier code of the person's directory entry. */
  readonly tier: string;
  readonly emergency: boolean;
}

/** A new visit. `id` is its UUID and the entry's; `now` epoch milliseconds. */
export function checkInChange(
  desk: Desk,
  request: CheckInRequest,
  id: string,
  now: number,
): Result<Required<RecordedChange>> {
  const process = processOf(desk.policy, request.tier);
  if (!process.ok) return process;
  const { personId, emergency } = request;
  const { site, author } = desk;
  const [at, day] = [hospitalInstant(now), hospitalDay(now)];
  const opened = openVisit({ id, personId, site, day, process: process.value.id, at, by: author.name });
  if (!opened.ok) return opened;
  const key = visitKey(personId, site, day);
  const checkIn = {
    entry: id,
    provenanceEntry: uuidV7(now),
    personId,
    site,
    visitKey: key,
    process: process.value.id,
    emergency,
    at,
  };
  return success({
    visit: opened.value,
    body: {
      kind: "check-in",
      personId,
      visit: id,
      visitKey: key,
      bundle: checkInBundle(checkIn, author),
    },
  });
}

/** The check-in taken back; undoing twice is undoing once. */
export function undoChange(desk: Desk, visit: Visit, entry: string, now: number): Result<RecordedChange> {
  const undone = undoCheckIn(visit);
  if (!undone.ok) return undone;
  if (visit.status === "cancelled") return success({ visit });
  const at = hospitalInstant(now);
  return success({
    visit: undone.value,
    body: {
      kind: "check-in-undo",
      personId: visit.personId,
      visit: visit.id,
      bundle: undoBundle({ provenanceEntry: entry, encounter: urn(visit.id), at }, desk.author),
      amend: { status: "cancelled", at },
    },
  });
}

/** One tap. The status changes at the board too where the step changes it here. */
export function stepChange(
  desk: Desk,
  visit: Visit,
  tap: { readonly step: string; readonly room?: string | undefined },
  entry: string,
  now: number,
): Result<RecordedChange> {
  const at = hospitalInstant(now);
  const room = tap.room === undefined ? {} : { room: tap.room };
  const recorded = recordStep(visit, tap.step, desk.policy, { at, by: desk.author.name, ...room });
  if (!recorded.ok) return recorded;
  const { status } = recorded.value;
  const moved = status !== visit.status && (status === "in-progress" || status === "finished");
  const step = {
    entry,
    provenanceEntry: uuidV7(now),
    encounter: urn(visit.id),
    personId: visit.personId,
    step: tap.step,
    at,
    ...room,
  };
  return success({
    visit: recorded.value,
    body: {
      kind: "visit-step",
      personId: visit.personId,
      visit: visit.id,
      bundle: stepBundle(step, desk.author),
      ...(moved ? { amend: { status, at } } : {}),
    },
  });
}
