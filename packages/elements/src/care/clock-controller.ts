import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Renders the element again when time that it shows has passed: every `period` milliseconds while connected. */
export class ClockController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #period: number;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, period: number) {
    this.#host = host;
    this.#period = period;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.#host.requestUpdate(), this.#period);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
