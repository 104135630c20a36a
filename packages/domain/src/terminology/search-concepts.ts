import { type Concept, ConceptIndex } from "./concept-index.ts";

/** As `ConceptIndex.search`, for a short list or a single question. */
export const searchConcepts = <Found extends Concept>(
  concepts: readonly Found[],
  text: string,
): readonly Found[] => new ConceptIndex(concepts).search(text);
