import type { Visit, VisitStatus, VisitStepRecord } from "@cadre-care/domain";
import { codeOf, identifiersOf, referencedId } from "../build.ts";
import type { Encounter, EncounterStatus, Task } from "../resources/index.ts";

const STATUSES: Partial<Record<EncounterStatus, VisitStatus>> = {
  planned: "arrived",
  arrived: "arrived",
  triaged: "arrived",
  "in-progress": "in-progress",
  onleave: "in-progress",
  finished: "finished",
  cancelled: "cancelled",
  "entered-in-error": "cancelled",
};

/** The visit status that an Encounter's stands for; undefined for `unknown`. */
export const visitStatus = (status: EncounterStatus): VisitStatus | undefined => STATUSES[status];

/** A step of a visit as a Task tells it; undefined for a Task that is no completed step of ours. */
export function visitStep(task: Task): VisitStepRecord | undefined {
  const step = codeOf(task.code, "visitStep");
  const at = task.executionPeriod?.start;
  if (task.status !== "completed" || step === undefined || at === undefined) return undefined;
  const room = identifiersOf(task.location?.identifier && [task.location.identifier], "room")[0]?.value;
  return { step, at, by: task.owner?.display ?? "", ...(room === undefined ? {} : { room }) };
}

/** A visit of ours as the board tells it, whichever desk opened it; undefined for any other Encounter. */
export function visitOf(encounter: Encounter, tasks: readonly Task[]): Visit | undefined {
  const key = identifiersOf(encounter.identifier, "visit")[0]?.value;
  const entry = identifiersOf(encounter.identifier, "entry")[0]?.value;
  const personId = referencedId(encounter.subject, "Patient");
  const site = identifiersOf(
    encounter.serviceProvider?.identifier && [encounter.serviceProvider.identifier],
    "site",
  )[0]?.value;
  const status = visitStatus(encounter.status);
  const process = codeOf(encounter.type?.[0], "process");
  const checkedInAt = encounter.period?.start;
  const day = key?.slice(-10);
  if (!entry || !personId || !site || !status || !process || !checkedInAt || !day) return undefined;
  const steps = tasks
    .flatMap((task) => visitStep(task) ?? [])
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const admitter = encounter.participant?.find(
    ({ type }) => codeOf(type?.[0], "participationType") === "ADM",
  );
  const checkedInBy = admitter?.individual?.display ?? "";
  return { id: entry, personId, site, day, status, process, checkedInAt, checkedInBy, steps };
}
