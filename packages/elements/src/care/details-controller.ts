import type { CareService, PatientDetails, Problem, Result } from "@cadre-care/domain";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { ActionController } from "./action-controller.ts";

interface Opened {
  readonly subject: string;
  readonly answer: Promise<Result<PatientDetails>>;
  readonly users: Set<DetailsController>;
}

/** Opening details is an audited view: elements of one page that show the same person share one opening. */
const opened = new WeakMap<CareService, Opened>();

/** Details of the page's patient: asked for once, and shown only while that patient is the page's. */
export class DetailsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #action: ActionController;
  #details: PatientDetails | undefined;
  #service: CareService | undefined;
  #subject: string | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#action = new ActionController(host);
    host.addController(this);
  }

  get busy(): boolean {
    return this.#action.busy !== undefined;
  }

  get problem(): Problem | undefined {
    return this.#action.problem;
  }

  /** The details that were opened for this subject, and for no other. */
  for(subject: string | undefined): PatientDetails | undefined {
    return this.#details?.subject === subject ? this.#details : undefined;
  }

  /** Opens the details of `subject`; without one, forgets. Asking again for the same subject does nothing. */
  open(service: CareService | undefined, subject: string | undefined): void {
    if (service === this.#service && subject === this.#subject) return;
    this.forget();
    if (service === undefined || subject === undefined) return;
    this.#service = service;
    this.#subject = subject;
    void this.#ask(service, subject);
  }

  /** Asks once more after a problem. */
  retry(): void {
    const [service, subject] = [this.#service, this.#subject];
    this.forget();
    this.open(service, subject);
  }

  forget(): void {
    if (this.#service !== undefined) {
      const shared = opened.get(this.#service);
      shared?.users.delete(this);
      if (shared?.users.size === 0) opened.delete(this.#service);
    }
    this.#action.reset();
    this.#details = undefined;
    this.#service = undefined;
    this.#subject = undefined;
  }

  hostDisconnected(): void {
    this.forget();
  }

  async #ask(service: CareService, subject: string): Promise<void> {
    const details = await this.#action.run("open", () => this.#share(service, subject));
    if (details === undefined || this.#subject !== subject) return;
    this.#details = details;
    this.#host.requestUpdate();
  }

  #share(service: CareService, subject: string): Promise<Result<PatientDetails>> {
    const known = opened.get(service);
    if (known?.subject === subject) {
      known.users.add(this);
      return known.answer;
    }
    const answer = service.openDetails(subject);
    const shared = { subject, answer, users: new Set([this]) };
    opened.set(service, shared);
    const drop = (): void => {
      if (opened.get(service) === shared) opened.delete(service);
    };
    answer.then((result) => result.ok || drop(), drop);
    return answer;
  }
}
