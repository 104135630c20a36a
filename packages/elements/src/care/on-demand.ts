import type { ReactiveControllerHost } from "lit";

/** A part of an element that is loaded when it is wanted for the first time, as most pages never want it. */
export class OnDemand<Part> {
  part: Part | undefined;
  /** It could not be loaded. There is no second try: most browsers keep the failure as long as the document. */
  failed = false;
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<Part>;
  #coming: Promise<void> | undefined;

  constructor(host: ReactiveControllerHost, load: () => Promise<Part>) {
    this.#host = host;
    this.#load = load;
  }

  /** Loads the part once; the host is drawn again when it is here, and when it cannot be had. */
  want(): Promise<void> {
    this.#coming ??= this.#load()
      .then(
        (part) => {
          this.part = part;
        },
        () => {
          this.failed = true;
        },
      )
      .then(() => this.#host.requestUpdate());
    return this.#coming;
  }
}
