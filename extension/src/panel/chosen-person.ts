import type { PagePersonView, PatientDetails, Problem, SubjectView } from "@cadre-care/domain";
import { managedBrief } from "@cadre-care/domain";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { RemoteCareService } from "../view/remote-service.ts";

/**
 * The person whom the user chose from the page's list: opened once (an audited view), forgotten when another one is
 * chosen or the list no longer has them.
 */
export class ChosenPerson implements ReactiveController {
  details: PatientDetails | undefined;
  problem: Problem | undefined;
  #subject: string | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly service: RemoteCareService,
  ) {
    host.addController(this);
  }

  get subject(): string | undefined {
    return this.#subject;
  }

  hostConnected(): void {
    // Opened on demand.
  }

  async open(subject: string | undefined): Promise<void> {
    if (subject === this.#subject) return;
    this.#subject = subject;
    this.details = undefined;
    this.problem = undefined;
    this.host.requestUpdate();
    if (subject === undefined) return;
    const opened = await this.service.openDetails(subject);
    if (this.#subject !== subject) return;
    if (opened.ok) this.details = opened.value;
    else this.problem = opened.problem;
    this.host.requestUpdate();
  }
}

/** The chosen person in the form in which the elements show a patient. */
export const subjectViewOf = (
  details: PatientDetails,
  kind: PagePersonView["kind"],
  around: Pick<SubjectView, "roster" | "connection">,
): SubjectView => ({
  ...around,
  subject: details.subject,
  emergency: details.emergency,
  warnings: [],
  about:
    kind === "possible"
      ? { state: "possible", rung: "name-birth-date-sex", candidates: 1 }
      : {
          state: "managed",
          rung: "his-code",
          confirm: false,
          brief: managedBrief(details.person),
          ...(details.visit === undefined ? {} : { visit: details.visit }),
        },
});
