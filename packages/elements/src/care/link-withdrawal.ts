import type { CareService, Problem } from "@cadre-care/domain";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { ActionController } from "./action-controller.ts";

/** Takes the link of a HIS code back, after asking once more; forgets everything when another person is shown. */
export class LinkWithdrawal implements ReactiveController {
  asking = false;
  done = false;
  readonly #host: ReactiveControllerHost;
  readonly #action: ActionController;
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

  /** Whose details are shown now. */
  about(subject: string | undefined): void {
    if (subject === this.#subject) return;
    this.#subject = subject;
    this.#reset();
  }

  ask(asking: boolean): void {
    this.asking = asking;
    this.#host.requestUpdate();
  }

  async withdraw(service: CareService, subject: string): Promise<void> {
    const answer = await this.#action.run("withdraw", () => service.withdrawLink(subject));
    if (answer === undefined || subject !== this.#subject) return;
    this.asking = false;
    this.done = true;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#subject = undefined;
    this.#reset();
  }

  #reset(): void {
    this.asking = false;
    this.done = false;
    this.#action.reset();
  }
}
