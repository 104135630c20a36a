import { foldName } from "../text/fold-name.ts";

/** A concept of a value set, as lists show it. */
export interface Concept {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

interface Indexed<Found> {
  readonly concept: Found;
  readonly code: string;
  /** Folded display, with a space before every word. */
  readonly words: string;
}

const folded = (text: string): readonly string[] => foldName(text).split(" ").filter(Boolean);

/** Without dot, as it is often typed: "e119" finds E11.9. */
const bareCode = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, "");

/**
 * Concepts prepared for searching while somebody types: folding 15,000 names takes longer than a keystroke may, so it is
 * done once.
 */
export class ConceptIndex<Found extends Concept = Concept> {
  readonly #concepts: readonly Found[];
  readonly #indexed: readonly Indexed<Found>[];

  constructor(concepts: readonly Found[]) {
    this.#concepts = concepts;
    this.#indexed = concepts.map((concept) => ({
      concept,
      code: bareCode(concept.code),
      words: ` ${folded(concept.display).join(" ")}`,
    }));
  }

  /**
   * Concepts whose code begins with the text, or whose name has every word of it as the beginning of a word; accents,
   * case, đ and the dot in a code do not matter ("tang huyet ap", "E119"). Best first; an empty text finds all.
   */
  search(text: string): readonly Found[] {
    if (text.trim() === "") return this.#concepts;
    const typed = /\s/u.test(text.trim()) ? "" : bareCode(text);
    const asked = folded(text).map((word) => ` ${word}`);
    /** 0: the code itself, 1: codes below it, 2: the beginning of the name, 3: elsewhere in the name. */
    const ranks: [Found[], Found[], Found[], Found[]] = [[], [], [], []];
    for (const { concept, code, words } of this.#indexed) {
      if (typed !== "" && code.startsWith(typed)) ranks[code === typed ? 0 : 1].push(concept);
      else if (asked.length > 0 && asked.every((word) => words.includes(word)))
        ranks[words.startsWith(asked[0] ?? "") ? 2 : 3].push(concept);
    }
    return ranks.flat();
  }
}
