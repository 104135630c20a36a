import { LANES } from "@cadre-care/domain/page";
import type { ListReading } from "@cadre-care/his/page";
import { createHost } from "./host.ts";
import { Mounting } from "./mounting.ts";

/**
 * The strip of one list: inside the scroller, so that it scrolls natively with its rows. Each generation shows another
 * lane of the frame; the frame clears every lane but the latest, hence a mark never sits on a row that changed.
 */
export class GutterStrip {
  readonly #mounting: Mounting;

  constructor(attribute: string, onGiveUp: () => void) {
    this.#mounting = new Mounting(createHost("marks", attribute), onGiveUp);
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

  show({ place, generation }: ListReading): void {
    const { left, top, width, height } = place;
    this.#mounting.host.place({
      left,
      top,
      width,
      height,
      shiftX: (generation % LANES) * width,
      shiftY: 0,
      frameWidth: `${width * LANES}px`,
      frameHeight: `${height}px`,
    });
    this.#mounting.at(place.container, "first-child");
  }

  remove(): void {
    this.#mounting.remove();
  }
}
