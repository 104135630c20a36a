import type { Crowd } from "./blind-trial.ts";

/** Kinds of mutation, event, performance entry and element that page script saw in one look at each crowd. */
export type KindsSeen = Readonly<Record<Crowd, ReadonlySet<string>>>;

/** A kind that comes half of the time separates this many pairs once in 512 tries; a leak separates them all. */
export const MOST_PAIRS = 5;

/** Kinds that were there in every look at one crowd and in none at the other. */
export const separatingKinds = (pairs: readonly KindsSeen[]): readonly string[] => {
  const all = new Set(pairs.flatMap(({ ten, none }) => [...ten, ...none]));
  return [...all].filter(
    (kind) =>
      pairs.every(({ ten, none }) => ten.has(kind) && !none.has(kind)) ||
      pairs.every(({ ten, none }) => none.has(kind) && !ten.has(kind)),
  );
};

/**
 * Kinds by which page script could tell the crowds apart. Some kinds come or stay away with the machine's load, in pages
 * without an extension too; so looks are taken in pairs until every kind was seen on both sides or missed on both, and
 * what still separates them after the last pair is a leak.
 */
export const tellingKinds = async (lookAtBoth: () => Promise<KindsSeen>): Promise<readonly string[]> => {
  const pairs: KindsSeen[] = [];
  for (;;) {
    pairs.push(await lookAtBoth());
    const left = separatingKinds(pairs);
    if (left.length === 0 || pairs.length === MOST_PAIRS) return left;
  }
};
