import type { ReactiveController, ReactiveControllerHost } from "lit";
import { canProveVisibility, VisibilityProof } from "./visibility-proof.ts";

/**
 * Which clicks may submit a form: real ones, once, and inside a page of others only on a button that was seen, with the
 * name beside it, for half a second before (DESIGN 6).
 */
export class SubmitGate implements ReactiveController {
  /** A click was not taken, for the button had not been seen long enough. */
  unseen = false;
  readonly #host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };
  readonly #needsProof: () => boolean;
  readonly #proof = new VisibilityProof();

  constructor(
    host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment },
    needsProof: () => boolean,
  ) {
    this.#host = host;
    this.#needsProof = needsProof;
    host.addController(this);
  }

  /** A proof is needed that this browser cannot give: the form is submitted in a window of its own. */
  get elsewhere(): boolean {
    return this.#needsProof() && !canProveVisibility();
  }

  /** Whether a click or key on the button counts. */
  lets(event: Event): boolean {
    const again = event instanceof MouseEvent && event.detail > 1;
    if (!event.isTrusted || again) return false;
    this.unseen = this.#needsProof() && !this.#proof.holds;
    if (this.unseen) this.#host.requestUpdate();
    return !this.unseen;
  }

  hostUpdated(): void {
    // Name and button together: the one without the other is not what was agreed to.
    const row = this.#needsProof() ? this.#host.renderRoot.querySelector(".foot .spread") : null;
    this.#proof.watch(row ?? undefined);
  }

  hostDisconnected(): void {
    this.#proof.stop();
  }
}
