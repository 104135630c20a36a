import { type Difference, sorted } from "./difference.ts";
import type { KnownDifference } from "./known-differences.ts";

const said = (part: unknown): string => (part === undefined ? "nothing" : JSON.stringify(sorted(part)));

const wording = ({ form, at, ours, theirs }: Difference): string =>
  `${form}, ${at}: ours ${said(ours)}, theirs ${said(theirs)}`;

export interface Explanation {
  /** Differences that nobody has explained, in words. */
  readonly unexplained: readonly string[];
  /** Explanations of what does not differ any more, or differs otherwise. */
  readonly outdated: readonly string[];
}

/** Holds what differs against what is known to differ: both lists must be empty. */
export const explain = (found: readonly Difference[], known: readonly KnownDifference[]): Explanation => {
  const foundWords = new Set(found.map(wording));
  const knownWords = new Set(known.map(wording));
  return {
    unexplained: [...foundWords].filter((words) => !knownWords.has(words)),
    outdated: [...knownWords].filter((words) => !foundWords.has(words)),
  };
};
