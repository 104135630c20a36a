import { createHost } from "./host.ts";
import { Mounting } from "./mounting.ts";

/** How long another kind of page must stand before the frame goes. A page that redraws is without its patient meanwhile. */
const LINGER_MILLISECONDS = 2_000;

/** The modal dialog that an element stands in, also from within shadow roots: all outside of it is inert. */
const modalAround = (element: Element): Element | undefined => {
  const dialog = element.closest("dialog:modal");
  if (dialog !== null) return dialog;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? modalAround(root.host) : undefined;
};

/**
 * The host of the docked frame, where the profile wants one: in every patient page alike, and not on screen until the
 * background opens it by its USER-origin style sheet. The page's script is told nothing (DESIGN rule 2).
 * A form may be open in it, so it stays where it is as long as it can.
 */
export class DockedStrip {
  readonly #mounting: Mounting;
  #leaving: number | undefined;

  constructor(
    attribute: string,
    onGiveUp: () => void,
    private readonly onLeft: () => void,
  ) {
    this.#mounting = new Mounting(createHost("docked", attribute), onGiveUp);
    this.#mounting.host.place({
      left: 0,
      top: 0,
      width: 0,
      height: 0,
      shiftX: 0,
      shiftY: 0,
      frameWidth: "100%",
      frameHeight: "100%",
    });
  }

  get token(): string {
    return this.#mounting.host.token;
  }

  get sentinel(): readonly Element[] {
    return this.#mounting.host.sentinel;
  }

  /** `anchor`: where the patient's banner stands. */
  show(anchor: Element): void {
    this.stay();
    if (!this.#mounting.stopped) this.#mounting.at(modalAround(anchor) ?? document.body, "inside");
  }

  stay(): void {
    clearTimeout(this.#leaving);
    this.#leaving = undefined;
  }

  /** Another kind of page is shown: the frame goes unless that passes. */
  leaveSoon(): void {
    this.#leaving ??= window.setTimeout(() => {
      this.remove();
      this.onLeft();
    }, LINGER_MILLISECONDS);
  }

  remove(): void {
    this.stay();
    this.#mounting.remove();
  }
}
