import type { Policy, PolicyStep } from "../policy/policy.ts";
import { processById } from "../policy/policy-rules.ts";
import { type Result, success } from "../result/result.ts";
import type { Visit, VisitStatus, VisitStepRecord } from "./visit.ts";
import { visitProblems } from "./visit-messages.ts";

const { refuse } = visitProblems;

/** Business key: one open visit per person, site and day, so that two desks meet in one (docs/fhir-profile.md). */
export const visitKey = (personId: string, site: string, day: string): string => `${personId}.${site}.${day}`;

/**
 * A check-in. `id` is a UUID that the caller minted; `day` is yyyy-MM-dd in the hospital's time zone; `at` an ISO
 * instant with offset. The arrival is `checkedInAt`, `checkedInBy`, and is not repeated among the steps.
 */
export const openVisit = (opening: {
  readonly id: string;
  readonly personId: string;
  readonly site: string;
  readonly day: string;
  readonly process: string;
  readonly at: string;
  readonly by: string;
}): Result<Visit> => {
  if (Number.isNaN(Date.parse(opening.at))) return refuse("time-unreadable");
  const { id, personId, site, day, process, at, by } = opening;
  return success({
    id,
    personId,
    site,
    day,
    status: "arrived",
    process,
    checkedInAt: at,
    checkedInBy: by,
    steps: [],
  });
};

const statusAfter = (status: VisitStatus, effect: PolicyStep["effect"]): VisitStatus => {
  if (effect === "closes") return "finished";
  return effect === "none" || effect === "arrives" ? status : "in-progress";
};

export const isOpen = (visit: Visit): boolean => visit.status === "arrived" || visit.status === "in-progress";

/**
 * Records one tap. Steps may be skipped, as no step is compulsory at a desk (DOMAIN 2.4), but one that is done stays
 * done, and a step that asks where to needs one of its rooms.
 */
export const recordStep = (
  visit: Visit,
  stepId: string,
  policy: Policy,
  tap: { readonly at: string; readonly by: string; readonly room?: string },
): Result<Visit> => {
  if (!isOpen(visit)) return refuse("visit-ended");
  if (Number.isNaN(Date.parse(tap.at))) return refuse("time-unreadable");
  const process = processById(policy, visit.process);
  if (!process.ok) return process;
  const step = policy.steps.find((entry) => entry.id === stepId);
  if (!step || !process.value.steps.includes(stepId)) return refuse("step-not-in-process");
  const done = step.effect === "arrives" || visit.steps.some((record) => record.step === stepId);
  if (done && (!step.repeatable || step.effect === "arrives")) return refuse("step-already-done");
  if (step.rooms.length > 0 && tap.room === undefined) return refuse("room-needed");
  if (tap.room !== undefined && !step.rooms.includes(tap.room)) return refuse("room-not-offered");
  const record: VisitStepRecord = {
    step: stepId,
    at: tap.at,
    by: tap.by,
    ...(tap.room === undefined ? {} : { room: tap.room }),
  };
  return success({
    ...visit,
    status: statusAfter(visit.status, step.effect),
    steps: [...visit.steps, record],
  });
};

/** Takes a check-in back, while nothing but the arrival is recorded. Undoing twice is undoing once. */
export const undoCheckIn = (visit: Visit): Result<Visit> => {
  if (visit.steps.length > 0) return refuse("visit-has-steps");
  if (visit.status === "cancelled") return success(visit);
  return visit.status === "arrived" ? success({ ...visit, status: "cancelled" }) : refuse("visit-has-steps");
};
