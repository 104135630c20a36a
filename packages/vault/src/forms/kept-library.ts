import { ConceptIndex } from "@cadre-care/domain";
import type { OutboxKeys } from "../keys/key-ring.ts";
import type { BoardDocuments } from "../service/documents.ts";
import { conceptsOf, FormLibrary } from "./form-library.ts";

/** The forms and value sets of this machine, read once and again after the board sent others. */
export class KeptLibrary {
  readonly #documents: BoardDocuments;
  readonly #keys: () => OutboxKeys | null;
  readonly #indexes = new Map<string, ConceptIndex>();
  #reading: Promise<FormLibrary> | undefined;

  constructor(documents: BoardDocuments, keys: () => OutboxKeys | null) {
    this.#documents = documents;
    this.#keys = keys;
  }

  /** Empty while there are no keys, or before the board sent any. */
  read = (): Promise<FormLibrary> => {
    const keys = this.#keys();
    if (!keys) return Promise.resolve(new FormLibrary(undefined, undefined));
    this.#reading ??= Promise.all([
      this.#documents.read("forms", keys),
      this.#documents.read("terminology", keys),
    ])
      .then(([forms, terminology]) => {
        const library = new FormLibrary(forms, terminology);
        // What is not here yet, or does not open, may be here the next time.
        if (library.empty) this.#reading = undefined;
        return library;
      })
      .catch((cause: unknown) => {
        this.#reading = undefined;
        throw cause;
      });
    return this.#reading;
  };

  /** Prepared for searching while somebody types; undefined for a value set that is not here. */
  async codes(canonical: string): Promise<ConceptIndex | undefined> {
    const set = (await this.read()).valueSet(canonical);
    if (!set) return undefined;
    const known = this.#indexes.get(set.url) ?? new ConceptIndex(conceptsOf(set));
    this.#indexes.set(set.url, known);
    return known;
  }

  /** Something else is here now, or the keys are gone. */
  forget(): void {
    this.#reading = undefined;
    this.#indexes.clear();
  }
}
