import { isDeepStrictEqual } from "node:util";
import type { Crowd } from "./blind-trial.ts";
import type { Look } from "./page-eyes.ts";

/** One look at each crowd, taken one after the other. */
export type Looks = Readonly<Record<Crowd, Look>>;

/** A kind that comes half of the time separates this many pairs once in 512 tries; a leak separates them all. */
export const MOST_PAIRS = 5;

/** Kinds of mutation, event, performance entry and element that were there in every look at one crowd and in none at the other. */
export const separatingKinds = (pairs: readonly Looks[]): readonly string[] => {
  const all = new Set(pairs.flatMap(({ ten, none }) => [...ten.kinds, ...none.kinds]));
  return [...all].filter(
    (kind) =>
      pairs.every(({ ten, none }) => ten.kinds.has(kind) && !none.kinds.has(kind)) ||
      pairs.every(({ ten, none }) => none.kinds.has(kind) && !ten.kinds.has(kind)),
  );
};

/** By what page script could tell the crowds apart; `facts` holds the last two when they were never equal. */
export interface Telling {
  readonly kinds: readonly string[];
  readonly facts?: Looks;
}

/**
 * What tells the crowds apart in every one of several pairs of looks. Some things come or stay away with the machine's
 * load, in pages without an extension too: an event while the HIS fits its frames, a grid that is a pixel lower. A leak
 * is there each time. So looks are taken in pairs until one pair was equal to the letter and no kind separates them all.
 */
export const tellingDifferences = async (lookAtBoth: () => Promise<Looks>): Promise<Telling> => {
  const pairs: Looks[] = [];
  let equal = false;
  for (;;) {
    const pair = await lookAtBoth();
    pairs.push(pair);
    equal ||= isDeepStrictEqual(pair.ten.facts, pair.none.facts);
    const kinds = separatingKinds(pairs);
    if ((equal && kinds.length === 0) || pairs.length === MOST_PAIRS)
      return { kinds, ...(equal ? {} : { facts: pair }) };
  }
};
