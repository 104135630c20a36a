import { foldName } from "@cadre-care/domain";
import { ATTESTED_HEADERS, type AttestedHeaders } from "./attested-headers.ts";

/** "IsCapCuu" and "MA_BHYT" are several words, "mabenhnhan" is one that several are glued into. */
const wordsOf = (text: string): string => foldName(text.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"));

const says = (text: string, word: string): boolean => {
  const read = wordsOf(text);
  return (
    ` ${read} `.includes(` ${word} `) ||
    (word.includes(" ") && read.replaceAll(" ", "") === word.replaceAll(" ", ""))
  );
};

/** Where else than on a fixture a word of the guesser, folded, was seen. */
export const sourcesOf = (word: string): readonly AttestedHeaders[] =>
  ATTESTED_HEADERS.filter(({ texts }) => texts.some((text) => says(text, word)));

/**
 * The words that may have been chosen because this fixture has them: all that its pages show and nobody else's do. Another
 * fixture is no other source, for all take their labels from one file: whoever saw one has seen them all.
 */
export const tunedWords = (seen: readonly string[]): readonly string[] =>
  [...new Set(seen)].filter((word) => sourcesOf(word).length === 0).sort();
