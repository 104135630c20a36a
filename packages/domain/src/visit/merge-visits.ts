import { type Result, success } from "../result/result.ts";
import type { Visit, VisitStatus, VisitStepRecord } from "./visit.ts";
import { visitProblems } from "./visit-messages.ts";
import { visitKey } from "./visit-transitions.ts";

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const compareInstants = (one: string, other: string): number =>
  Date.parse(one) - Date.parse(other) || compareText(one, other);

const compareRecords = (one: VisitStepRecord, other: VisitStepRecord): number =>
  Date.parse(one.at) - Date.parse(other.at) ||
  compareText(one.step, other.step) ||
  compareText(one.by, other.by) ||
  compareText(one.room ?? "", other.room ?? "") ||
  compareText(one.at, other.at);

/** Two records of one tap, though one side may write the same instant with another offset. */
const sameTap = (one: VisitStepRecord, other: VisitStepRecord): boolean =>
  Date.parse(one.at) === Date.parse(other.at) &&
  one.step === other.step &&
  one.by === other.by &&
  one.room === other.room;

const union = (one: Visit, other: Visit): VisitStepRecord[] =>
  [...one.steps, ...other.steps].sort(compareRecords).filter((record, index, all) => {
    const before = all[index - 1];
    return !before || !sameTap(before, record);
  });

const PROGRESS: readonly VisitStatus[] = ["cancelled", "arrived", "in-progress", "finished"];

const further = (one: VisitStatus, other: VisitStatus): VisitStatus =>
  PROGRESS.indexOf(one) >= PROGRESS.indexOf(other) ? one : other;

/** Whether `undone` takes back `other`: the same check-in, and nothing followed it. */
const takesBack = (undone: Visit, other: Visit): boolean =>
  undone.status === "cancelled" &&
  undone.id === other.id &&
  other.status === "arrived" &&
  other.steps.length === 0;

const compareArrivals = (one: Visit, other: Visit): number =>
  compareInstants(one.checkedInAt, other.checkedInAt) ||
  compareText(one.id, other.id) ||
  compareText(one.checkedInBy, other.checkedInBy) ||
  compareText(one.process, other.process);

/**
 * Two desks' records of one visit as one: the earlier arrival, every step of both. Symmetric, and merging again changes
 * nothing. An undo takes back its own check-in only while nothing followed; another desk's check-in stands, and
 * nothing that was accepted is lost (DESIGN rule 5).
 */
export const mergeVisits = (one: Visit, other: Visit): Result<Visit> => {
  if (visitKey(one.personId, one.site, one.day) !== visitKey(other.personId, other.site, other.day))
    return visitProblems.refuse("visits-differ");
  const open = [one, other].filter((visit) => visit.status !== "cancelled");
  const [first, second] = (open.length === 1 ? open : [one, other]).toSorted(compareArrivals);
  const earlier = first ?? one;
  const undone = takesBack(one, other) || takesBack(other, one);
  const status = undone ? "cancelled" : further(earlier.status, (second ?? earlier).status);
  return success({ ...earlier, status, steps: union(one, other) });
};
