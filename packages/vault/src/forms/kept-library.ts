import { ConceptIndex } from "@cadre-care/domain";
import type { Forms, ValueSet } from "@cadre-care/fhir";
import type { OutboxKeys } from "../keys/key-ring.ts";
import type { BoardDocuments } from "../service/documents.ts";
import { conceptsOf, FormLibrary, libraryPart } from "./form-library.ts";

type Name = "forms" | "terminology";

/**
 * The forms and value sets of this machine, read once and again after the board sent others. Empty while there are no
 * keys, or before the board sent any.
 */
export class KeptLibrary {
  readonly #documents: Pick<BoardDocuments, "read">;
  readonly #keys: () => OutboxKeys | null;
  readonly #parts = new Map<Name, Promise<Forms | undefined>>();
  readonly #indexes = new WeakMap<ValueSet, ConceptIndex>();
  #whole: { readonly parts: readonly Forms[]; readonly library: FormLibrary } | undefined;

  constructor(documents: Pick<BoardDocuments, "read">, keys: () => OutboxKeys | null) {
    this.#documents = documents;
    this.#keys = keys;
  }

  /** Which forms there are; without the large value sets, which take long to open. */
  forms = async (): Promise<FormLibrary> => {
    const forms = await this.#part("forms");
    return new FormLibrary(forms ? [forms] : []);
  };

  /** With everything that a form needs to be filled in. */
  read = async (): Promise<FormLibrary> => {
    const read = await Promise.all([this.#part("forms"), this.#part("terminology")]);
    const parts = read.flatMap((part) => part ?? []);
    const before = this.#whole?.parts;
    if (!this.#whole || before?.length !== parts.length || parts.some((part, at) => part !== before[at]))
      this.#whole = { parts, library: new FormLibrary(parts) };
    return this.#whole.library;
  };

  /** Prepared for searching while somebody types; undefined for a value set that is not here. */
  async codes(canonical: string): Promise<ConceptIndex | undefined> {
    const set = (await this.read()).valueSet(canonical);
    if (!set) return undefined;
    const known = this.#indexes.get(set) ?? new ConceptIndex(conceptsOf(set));
    this.#indexes.set(set, known);
    return known;
  }

  /** Something else is here now. */
  forget(): void {
    this.#parts.clear();
    this.#whole = undefined;
  }

  #part(name: Name): Promise<Forms | undefined> {
    const keys = this.#keys();
    if (!keys) return Promise.resolve(undefined);
    const known = this.#parts.get(name);
    if (known) return known;
    const reading = this.#documents.read(name, keys).then(libraryPart);
    this.#parts.set(name, reading);
    // What is not here yet, or does not open, may be here the next time.
    const forget = (): void => {
      if (this.#parts.get(name) === reading) this.#parts.delete(name);
    };
    reading.then((part) => part ?? forget(), forget);
    return reading;
  }
}
