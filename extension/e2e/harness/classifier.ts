/** What was observed in one run, one number for each feature; every run has the same features. */
export type Observation = Readonly<Record<string, number>>;

export interface Verdict {
  /** Area under the ROC curve of the better of two models on runs that they were not trained on; 0.5 is chance. */
  readonly auc: number;
  /** How often random labels do as well: below 0.01 the two kinds of run can be told apart. */
  readonly p: number;
  /** Features that differ most, for the person who looks for the leak: mean difference in pooled standard deviations. */
  readonly strongest: readonly { readonly feature: string; readonly difference: number }[];
}

type Row = readonly number[];

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const spread = (values: readonly number[]): number => {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
};

/** Probability that a run of the second kind scores higher than one of the first; ties count half. */
export const areaUnderCurve = (first: readonly number[], second: readonly number[]): number => {
  let wins = 0;
  for (const a of first) for (const b of second) wins += b > a ? 1 : b === a ? 0.5 : 0;
  return wins / (first.length * second.length);
};

const column = (rows: readonly Row[], at: number): number[] => rows.map((row) => row[at] ?? 0);

/** Difference of the means in pooled standard deviations, and the middle between them. */
const contrast = (first: readonly number[], second: readonly number[]) => {
  const pooled = Math.sqrt((spread(first) ** 2 + spread(second) ** 2) / 2);
  const difference = mean(second) - mean(first);
  // A feature that never varies within a kind of run but differs between them tells everything.
  const strength = difference === 0 ? 0 : difference / Math.max(pooled, Math.abs(difference) / 1_000);
  return {
    strength,
    middle: (mean(first) + mean(second)) / 2,
    scale: Math.max(pooled, Math.abs(difference) / 1_000, 1e-9),
  };
};

type Score = (row: Row) => number;

/** Nearest mean with diagonal covariance, over all features; and the one feature that differs most in training. */
const train = (first: readonly Row[], second: readonly Row[]): readonly Score[] => {
  const width = first[0]?.length ?? 0;
  const contrasts = Array.from({ length: width }, (_, at) => contrast(column(first, at), column(second, at)));
  let best = 0;
  contrasts.forEach(({ strength }, at) => {
    if (Math.abs(strength) > Math.abs(contrasts[best]?.strength ?? 0)) best = at;
  });
  const one = (at: number, row: Row): number => {
    const { strength, middle, scale } = contrasts[at] ?? { strength: 0, middle: 0, scale: 1 };
    return (strength * ((row[at] ?? 0) - middle)) / scale;
  };
  return [(row) => contrasts.reduce((sum, _, at) => sum + one(at, row), 0), (row) => one(best, row)];
};

/** Deterministic numbers, so that a verdict can be repeated. */
const source = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
};

const shuffled = <Value>(values: readonly Value[], random: () => number): Value[] => {
  const copy = [...values];
  for (let at = copy.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = copy[at];
    const moved = copy[other];
    if (kept !== undefined && moved !== undefined) [copy[at], copy[other]] = [moved, kept];
  }
  return copy;
};

const FOLDS = 5;

/** Scores each run by models trained without its fold; AUC within each fold, averaged, so that folds need no common scale. */
const crossValidated = (first: readonly Row[], second: readonly Row[], random: () => number): number => {
  const folds = Math.min(FOLDS, first.length, second.length);
  const [a, b] = [shuffled(first, random), shuffled(second, random)];
  const areas: number[][] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const held = (rows: readonly Row[]) => rows.filter((_, at) => at % folds === fold);
    const kept = (rows: readonly Row[]) => rows.filter((_, at) => at % folds !== fold);
    train(kept(a), kept(b)).forEach((score, model) => {
      areas[model] = [...(areas[model] ?? []), areaUnderCurve(held(a).map(score), held(b).map(score))];
    });
  }
  return Math.max(...areas.map(mean));
};

/**
 * Whether an observer could learn to tell two kinds of run apart. Two models are tried and the better one counts; what
 * this choice gains by luck is in `p`, which repeats the whole procedure on shuffled labels.
 * @throws RangeError with fewer than five runs of a kind, or with runs of different features
 */
export const tellApart = (
  first: readonly Observation[],
  second: readonly Observation[],
  permutations = 199,
): Verdict => {
  if (first.length < FOLDS || second.length < FOLDS)
    throw new RangeError("five runs of each kind are needed");
  const features = [...new Set([...first, ...second].flatMap((run) => Object.keys(run)))].sort();
  const row = (run: Observation): Row =>
    features.map((feature) => {
      const value = run[feature];
      if (value === undefined || Number.isNaN(value))
        throw new RangeError(`feature missing in a run: ${feature}`);
      return value;
    });
  const [a, b] = [first.map(row), second.map(row)];
  const random = source(20_261_122);
  const auc = crossValidated(a, b, random);
  let asGood = 0;
  for (let round = 0; round < permutations; round += 1) {
    const all = shuffled([...a, ...b], random);
    if (crossValidated(all.slice(0, a.length), all.slice(a.length), random) >= auc) asGood += 1;
  }
  const strongest = features
    .map((feature, at) => ({ feature, difference: contrast(column(a, at), column(b, at)).strength }))
    .sort((x, y) => Math.abs(y.difference) - Math.abs(x.difference))
    .slice(0, 5);
  return { auc, p: (asGood + 1) / (permutations + 1), strongest };
};
