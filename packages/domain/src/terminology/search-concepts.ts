import { foldName } from "../text/fold-name.ts";

/** A concept of a value set, as lists show it. */
export interface Concept {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

const wordsOf = (text: string): readonly string[] => foldName(text).split(" ").filter(Boolean);

/** Without dot, as it is often typed: "e119" finds E11.9. */
const bareCode = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, "");

const inWords = (asked: readonly string[], words: readonly string[]): boolean =>
  asked.every((one) => words.some((word) => word.startsWith(one)));

/** 0: the code itself, 1: codes below it, 2: the beginning of the name, 3: elsewhere in the name; else nothing. */
const rankOf = (text: string, asked: readonly string[], concept: Concept): number | undefined => {
  const code = bareCode(concept.code);
  const typed = bareCode(text);
  if (typed !== "" && !/\s/u.test(text.trim())) {
    if (code === typed) return 0;
    if (code.startsWith(typed)) return 1;
  }
  const words = wordsOf(concept.display);
  if (asked.length === 0 || !inWords(asked, words)) return undefined;
  return words[0]?.startsWith(asked[0] ?? "") ? 2 : 3;
};

/**
 * Concepts whose code begins with the text, or whose name has every word of it as the beginning of a word; accents,
 * case, đ and the dot in a code do not matter ("tang huyet ap", "E119"). Best first; an empty text finds all.
 */
export const searchConcepts = <Found extends Concept>(
  concepts: readonly Found[],
  text: string,
): readonly Found[] => {
  if (text.trim() === "") return concepts;
  const asked = wordsOf(text);
  return concepts
    .flatMap((concept) => {
      const rank = rankOf(text, asked, concept);
      return rank === undefined ? [] : [{ concept, rank }];
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ concept }) => concept);
};
