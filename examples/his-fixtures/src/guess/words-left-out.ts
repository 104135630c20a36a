import { HEADER_WORDS, OTHER_WORDS } from "@cadre-care/his/draft";
import type { Plugin } from "vite";

/** Makes the guesser's own code, when it is put together for a page, with a dictionary that lacks these words. */
export const wordsLeftOut = (left: readonly string[]): Plugin => {
  const out = new Set(left);
  const kept = (words: readonly string[] = []): readonly string[] => words.filter((word) => !out.has(word));
  const headers = Object.entries(HEADER_WORDS).map(([role, { words, whole }]) => [
    role,
    { words: kept(words), whole: kept(whole) },
  ]);
  return {
    name: "words-left-out",
    load: (id) =>
      id.endsWith("/draft/header-words.ts")
        ? `export const HEADER_WORDS = ${JSON.stringify(Object.fromEntries(headers))};
           export const OTHER_WORDS = ${JSON.stringify(kept(OTHER_WORDS))};`
        : null,
  };
};
