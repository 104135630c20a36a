import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { WizardDesk } from "./wizard-desk.ts";

/** Draws a screen again whenever anything in the wizard changes. */
export class FollowDesk implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #desk: () => WizardDesk;

  constructor(host: ReactiveControllerHost, desk: () => WizardDesk) {
    this.#host = host;
    this.#desk = desk;
    host.addController(this);
  }
  hostConnected(): void {
    this.#desk().attach(this.#host);
  }
  hostDisconnected(): void {
    this.#desk().detach(this.#host);
  }
}
