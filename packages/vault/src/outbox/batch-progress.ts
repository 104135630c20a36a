import type { EncounterOnServer } from "@cadre-care/fhir";
import { opensVisit, type Planned } from "./plan-sending.ts";
import type { Ended } from "./settlement.ts";

/** What one batch has come to. */
export class BatchProgress {
  readonly ended: Ended[] = [];
  /** Lanes whose next entry must wait. */
  readonly closed = new Set<string>();
  /** Encounters of check-ins that this batch brought to the board. */
  readonly learned = new Map<string, { readonly encounterId: string; readonly joined: boolean }>();
  readonly encounters: ReadonlyMap<string, EncounterOnServer>;

  constructor(encounters: ReadonlyMap<string, EncounterOnServer>) {
    this.encounters = encounters;
  }
}

/** The entry with what an earlier part of its batch has brought to light. */
export const withLearned = (one: Planned, batch: BatchProgress): Planned => {
  const { body, encounterId } = one.sendable;
  const learned = body.visit === undefined ? undefined : batch.learned.get(body.visit);
  if (encounterId !== undefined || !learned) return one;
  return { ...one, sendable: { ...one.sendable, ...learned } };
};

/** Whether what an entry refers to is known, or created by the same bundle. */
export const isTogether = ({ sendable }: Planned, all: readonly Planned[]): boolean => {
  const { body, encounterId } = sendable;
  if (body.visit === undefined || body.kind === "check-in" || body.kind === "hand-over") return true;
  if (encounterId !== undefined) return true;
  return all.some((other) => opensVisit(other.sendable, body.visit));
};
