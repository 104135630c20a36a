/** FHIR R4 EncounterStatus, the part that a visit of ours passes through. */
export type VisitStatus = "arrived" | "in-progress" | "finished" | "cancelled";

/** One step done. `at` is an ISO instant with offset; `by` is the name of the signed-in member of staff. */
export interface VisitStepRecord {
  readonly step: string;
  readonly at: string;
  readonly by: string;
  readonly room?: string;
}

/**
 * A visit (lượt khám) of one person at one site on one day.
 * `id` is the UUID minted at check-in on this machine; `day` is yyyy-MM-dd in the hospital's time zone.
 */
export interface Visit {
  readonly id: string;
  readonly personId: string;
  readonly site: string;
  readonly day: string;
  readonly status: VisitStatus;
  readonly process: string;
  readonly checkedInAt: string;
  readonly checkedInBy: string;
  readonly steps: readonly VisitStepRecord[];
}
