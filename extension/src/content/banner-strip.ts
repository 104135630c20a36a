import type { BannerAnchor } from "@cadre-care/his/page";
import { BANNER_HEIGHT, BANNER_LANES } from "../protocol/banner-lanes.ts";
import { createHost } from "./host.ts";
import { Mounting } from "./mounting.ts";

/**
 * The banner of a patient page: one strip of constant height for everybody. As in the gutter, each patient has a lane
 * of its own, so that between two patients the strip says "reading" and never shows the previous one.
 */
export class BannerStrip {
  readonly #mounting: Mounting;

  constructor(attribute: string, onGiveUp: () => void) {
    this.#mounting = new Mounting(createHost("banner", attribute), onGiveUp);
  }

  get token(): string {
    return this.#mounting.host.token;
  }

  get sentinel(): readonly Element[] {
    return this.#mounting.host.sentinel;
  }

  get stopped(): boolean {
    return this.#mounting.stopped;
  }

  show(anchor: BannerAnchor, generation: number): void {
    this.#mounting.host.place({
      left: 0,
      top: 0,
      width: 0,
      height: BANNER_HEIGHT,
      shiftX: 0,
      shiftY: (generation % BANNER_LANES) * BANNER_HEIGHT,
      frameWidth: "100%",
      frameHeight: `${BANNER_HEIGHT * BANNER_LANES}px`,
    });
    this.#mounting.at(anchor.element, anchor.position);
  }

  remove(): void {
    this.#mounting.remove();
  }
}
