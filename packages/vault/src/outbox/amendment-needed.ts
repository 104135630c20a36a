import { type EncounterOnServer, visitStatus } from "@cadre-care/fhir";
import { type Delivery, parked } from "./delivery.ts";
import type { OutboxBody } from "./outbox-body.ts";
import { outboxProblem } from "./outbox-problems.ts";

const PROGRESS = ["arrived", "in-progress", "finished"] as const;

/** Whether the visit still has to be brought into that status; parked when it went where that is no longer true. */
export function amendmentNeeded(
  current: EncounterOnServer,
  status: NonNullable<OutboxBody["amend"]>["status"],
): boolean | Delivery {
  const now = visitStatus(current.encounter.status);
  if (now === undefined) return true;
  if (status === "cancelled") {
    if (now === "cancelled") return false;
    return now === "arrived" ? true : parked(outboxProblem("visit-moved-on"));
  }
  if (now === "cancelled") return parked(outboxProblem("visit-cancelled-elsewhere"));
  return PROGRESS.indexOf(now) < PROGRESS.indexOf(status);
}
