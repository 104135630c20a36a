import { climbLadder, type DirectoryEntry, type LookupKey, type StatedIdentity } from "@cadre-care/domain";

/** Rows are fetched in multiples of this, one at least for each row asked about. */
const FETCH_STEP = 8;

/** One identity to look up, with what the index says of it. */
export interface Question {
  readonly keys: readonly LookupKey[];
  readonly names: readonly Uint8Array[];
  readonly nameTexts: readonly string[];
  /** For each key the rows that the index leads to. */
  readonly rows: readonly (readonly string[])[];
  /** For each key the row that a site link leads to; an entry is filed under no HIS code. */
  readonly linked: readonly (string | undefined)[];
}

/** An entry that was opened, and the blind names that it is filed under. */
export interface Filed {
  readonly entry: DirectoryEntry;
  readonly names: readonly string[];
  /** False: found by nothing (DESIGN rule 6). */
  readonly accepted: boolean;
}

/**
 * Which rows to fetch: those that the index leads to, filled up with decoys to a number that follows from the number
 * of questions alone. Only where answers outnumber the questions (namesakes, conflicts) does it grow.
 */
export const fetchPlan = (
  questions: readonly Question[],
  decoy: (name: Uint8Array) => string | undefined,
): string[] => {
  const wanted = [...new Set(questions.flatMap((question) => question.rows.flat()))];
  const least = Math.max(questions.length, wanted.length);
  const total = Math.ceil(least / FETCH_STEP) * FETCH_STEP;
  // Each question's own strongest name first, so that decoys lie as far apart as real answers.
  const rungs = Math.max(0, ...questions.map((question) => question.names.length));
  const names = Array.from({ length: rungs }, (_, rung) =>
    questions.flatMap(({ names }) => names[rung] ?? []),
  );
  const order = names.flat();
  for (let at = 0; wanted.length < total; at += 1) {
    const name = order[at % order.length];
    const key = name && decoy(name);
    if (key === undefined) break;
    wanted.push(key);
  }
  return wanted;
};

/**
 * What the ladder would have cost with the other answer: nothing found, or somebody who fits. Its result is dropped;
 * a hit takes four times as long to judge as a miss, and a page could tell (DESIGN rule 2).
 */
export const climbOtherwise = (
  identity: StatedIdentity,
  question: Question,
  found: boolean,
  filed: ReadonlyMap<string, Filed>,
): void => {
  const [decoy] = filed.values();
  if (found || !decoy) {
    climbLadder(identity, new Map());
    return;
  }
  const sham: DirectoryEntry = {
    ...decoy.entry,
    name: identity.name ?? decoy.entry.name,
    birthDate: identity.birthDate ?? decoy.entry.birthDate,
    identifiers: decoy.entry.identifiers.map(
      (known) => identity.identifiers.find(({ kind }) => kind === known.kind) ?? known,
    ),
  };
  const rungs = question.keys.filter(({ padding }) => !padding).map(({ rung }) => rung);
  climbLadder(identity, new Map(rungs.map((rung) => [rung, [sham]])));
};
