import type { Policy, PolicyStep } from "../policy/policy.ts";
import { processById } from "../policy/policy-rules.ts";
import type { VisitStepView, VisitView } from "../service/views.ts";
import type { LocalizedText } from "../text/localized-text.ts";
import type { Visit, VisitStepRecord } from "./visit.ts";
import { isOpen } from "./visit-transitions.ts";

const HOUR = 3_600_000;
/** A check-in of another day is history, not a slip of the finger. */
const UNDO_WITHIN = 24 * HOUR;

const arrival = (visit: Visit, step: string): VisitStepRecord => ({
  step,
  at: visit.checkedInAt,
  by: visit.checkedInBy,
});

const byInstant = (one: VisitStepRecord, other: VisitStepRecord): number =>
  Date.parse(one.at) - Date.parse(other.at);

/** The records of one step, oldest first. The arrival stands in the visit itself. */
const recordsOf = (visit: Visit, step: Pick<PolicyStep, "id" | "effect">): readonly VisitStepRecord[] => {
  const recorded = visit.steps.filter((record) => record.step === step.id).toSorted(byInstant);
  return step.effect === "arrives" ? [arrival(visit, step.id), ...recorded] : recorded;
};

/** A step that this policy version no longer knows is still shown, under its id. */
const unknownStep = (id: string): PolicyStep => ({
  id,
  label: { vi: id, en: id },
  effect: "none",
  rooms: [],
  repeatable: false,
});

/** The process's steps in policy order, then whatever else was recorded: nothing recorded is hidden. */
const stepsOf = (visit: Visit, policy: Policy): readonly PolicyStep[] => {
  const process = processById(policy, visit.process);
  const named = process.ok ? process.value.steps : [];
  const ids = new Set([...named, ...visit.steps.map((record) => record.step)]);
  return [...ids].map((id) => policy.steps.find((step) => step.id === id) ?? unknownStep(id));
};

const roomLabel = (policy: Policy, id: string): LocalizedText =>
  policy.rooms.find((room) => room.id === id)?.label ?? { vi: id, en: id };

const stepView = (
  policy: Policy,
  step: PolicyStep,
  shown: VisitStepRecord | undefined,
  state: VisitStepView["state"],
): VisitStepView => ({
  step: step.id,
  label: step.label,
  state,
  ...(shown ? { at: shown.at, by: shown.by } : {}),
  ...(shown?.room === undefined ? {} : { room: roomLabel(policy, shown.room) }),
  rooms: step.rooms.map((id) => ({ id, label: roomLabel(policy, id) })),
  repeatable: step.repeatable,
});

/** Starts at the step that says so, or, where the process has none, when the patient is examined. */
const resultClock = (
  visit: Visit,
  steps: readonly PolicyStep[],
  resultHours: number | null,
): VisitView["resultsDue"] => {
  if (resultHours === null) return undefined;
  const firstOf = (effect: PolicyStep["effect"]) =>
    steps
      .filter((step) => step.effect === effect)
      .flatMap((step) => recordsOf(visit, step))
      .toSorted(byInstant)[0]?.at;
  const starts = steps.some((step) => step.effect === "starts-result-clock")
    ? "starts-result-clock"
    : "examines";
  const startedAt = firstOf(starts);
  if (startedAt === undefined) return undefined;
  const dueAt = new Date(Date.parse(startedAt) + resultHours * HOUR).toISOString();
  const returnedAt = firstOf("returns-results");
  return { startedAt, dueAt, ...(returnedAt === undefined ? {} : { returnedAt }) };
};

/**
 * A visit as it is shown. Of a step recorded twice where it may not repeat (two desks), the first tap is shown; of a
 * repeatable one the last; `visit` holds them all. `next` is the first step after the furthest one done; a step that was
 * skipped stays `later` and can still be tapped. `now` is an ISO instant.
 */
export const visitView = (
  visit: Visit,
  policy: Policy,
  delivery: VisitView["delivery"],
  now: string,
): VisitView => {
  const steps = stepsOf(visit, policy);
  const records = steps.map((step) => recordsOf(visit, step));
  const furthest = records.findLastIndex((list) => list.length > 0);
  const next = isOpen(visit) ? records.findIndex((list, index) => index > furthest && list.length === 0) : -1;
  const resultsDue = resultClock(visit, steps, policy.resultHours);
  return {
    visit,
    steps: steps.map((step, index) => {
      const list = records[index] ?? [];
      const state = list.length > 0 ? "done" : index === next ? "next" : "later";
      return stepView(policy, step, step.repeatable ? list.at(-1) : list[0], state);
    }),
    delivery,
    undoable:
      visit.status === "arrived" &&
      visit.steps.length === 0 &&
      Date.parse(now) - Date.parse(visit.checkedInAt) < UNDO_WITHIN,
    ...(resultsDue ? { resultsDue } : {}),
  };
};
