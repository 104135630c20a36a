import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Desk } from "./wizard-desk.ts";

/** Draws a screen again whenever anything in the wizard changes. */
export class FollowDesk implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #desk: () => Desk;

  constructor(host: ReactiveControllerHost, desk: () => Desk) {
    this.#host = host;
    this.#desk = desk;
    host.addController(this);
  }
  hostConnected(): void {
    this.#desk().attach(this.#host);
    // Screens come and go; what changed meanwhile was not drawn.
    this.#host.requestUpdate();
  }
  hostDisconnected(): void {
    this.#desk().detach(this.#host);
  }
}
