import { type Concept, foldName } from "@cadre-care/domain";

/** The choices of a question, prepared once: folding the names of a large value set takes longer than all the rest. */
export class ChoiceIndex {
  readonly #concepts: readonly Concept[];
  #byCode: ReadonlyMap<string, Concept> | undefined;
  #byWords: ReadonlyMap<string, Concept> | undefined;

  constructor(concepts: readonly Concept[]) {
    this.#concepts = concepts;
  }

  /** The choice of that code, else the one that says the same in words. */
  find(code: string, text: string): Concept | undefined {
    this.#byCode ??= this.#index((concept) => concept.code);
    const found = this.#byCode.get(code);
    if (found) return found;
    this.#byWords ??= this.#index((concept) => foldName(concept.display));
    return this.#byWords.get(foldName(text));
  }

  /** Of equal ones the first. */
  #index(keyOf: (concept: Concept) => string): ReadonlyMap<string, Concept> {
    const index = new Map<string, Concept>();
    for (const concept of this.#concepts) {
      const key = keyOf(concept);
      if (!index.has(key)) index.set(key, concept);
    }
    return index;
  }
}
