import { BANNER_LANES } from "../protocol/banner-lanes.ts";

/**
 * Which document of a tab speaks for the patient. Each document counts its readings from nothing; `generation` makes
 * them one ascending row, in steps of whole lane cycles, so that the lane that a document shows stays the lane that
 * its frame draws.
 */
export class PatientSpeaker {
  #document: object | undefined;
  #base = 0;
  #latest = 0;

  get document(): object | undefined {
    return this.#document;
  }

  generation(document: object, reading: number): number {
    if (this.#document !== document) {
      this.#document = document;
      this.#base = (Math.floor(this.#latest / BANNER_LANES) + 1) * BANNER_LANES;
    }
    this.#latest = Math.max(this.#latest, this.#base + reading);
    return this.#base + reading;
  }

  /** The generation after everything said so far: for "nobody is shown any more". Undefined for other documents. */
  silence(document: object): number | undefined {
    if (this.#document !== document) return undefined;
    this.#document = undefined;
    this.#latest += 1;
    return this.#latest;
  }
}
