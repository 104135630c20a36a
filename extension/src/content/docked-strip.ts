import { createHost } from "./host.ts";
import { Mounting } from "./mounting.ts";

/**
 * The host of the docked frame, where the profile wants one: in every patient page alike, and not on screen until the
 * background opens it by its USER-origin style sheet. The page's script is told nothing (DESIGN rule 2).
 */
export class DockedStrip {
  readonly #mounting: Mounting;

  constructor(attribute: string, onGiveUp: () => void) {
    this.#mounting = new Mounting(createHost("docked", attribute), onGiveUp);
    this.#mounting.host.place({
      ...{ left: 0, top: 0, width: 0, height: 0, shiftX: 0, shiftY: 0 },
      frameWidth: "100%",
      frameHeight: "100%",
    });
  }

  get token(): string {
    return this.#mounting.host.token;
  }

  show(): void {
    if (!this.#mounting.stopped) this.#mounting.at(document.body, "first-child");
  }

  remove(): void {
    this.#mounting.remove();
  }
}
