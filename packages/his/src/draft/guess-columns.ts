import { FIELD_ROLES, type FieldRole } from "./field-role.ts";
import { headerMeaning } from "./header-roles.ts";
import type { Likelihood } from "./likelihood.ts";
import { isGivenFirst } from "./name-likelihood.ts";
import { sayingValues, valueRoles } from "./value-roles.ts";

/** One column of a list, or one field of a patient page with a single value. `header` is "" where there is none. */
export interface ColumnSample {
  readonly header: string;
  readonly values: readonly string[];
  /** One of several texts in the cells of a column, whose header need not speak of this one. */
  readonly piece?: boolean;
}

/** `columns`: one, or the two halves of a name in order. `confidence` from 0 to 1; from `SURE` on nobody need be asked. */
export interface ColumnGuess {
  readonly role: FieldRole;
  readonly columns: readonly number[];
  readonly confidence: number;
}

/** Why a role is left to IT. `name-order`: the given name stands first, of which the reader takes only what is certain. */
export type ColumnDoubt =
  | "values-contradict"
  | "no-values"
  | "two-columns"
  | "half-a-name"
  | "name-order"
  | "values-only";

export interface ColumnQuestion {
  readonly doubt: ColumnDoubt;
  /** `half-a-name`: the half that is missing. */
  readonly role: FieldRole;
  /** `half-a-name`: where the half stands that was found. */
  readonly columns: readonly number[];
}

export const SURE = 0.7;
/** Values that look like one thing only, below no known header. */
const VALUES_ALONE = 0.6;
/** Free codes and card numbers look like many things: without a header they are not even proposed. */
const NEEDS_HEADER = new Set<FieldRole>([
  ...(["his-code", "cmnd", "priority-card", "medical-book", "family-name", "given-name"] as const),
]);
/** An emergency that no value speaks of yet. */
const UNSEEN = 0.6;
const CLOSE = 0.03;
const MERE = new Set<ColumnDoubt>(["no-values", "name-order"]);

const WORTH: Readonly<Record<Likelihood, number>> = { typical: 1, possible: 0.9, impossible: 0 };

interface Candidate {
  readonly role: FieldRole;
  readonly column: number;
  readonly score: number;
}

const sameValues = (one: ColumnSample | undefined, other: ColumnSample | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  sayingValues(one.values).join("\n") === sayingValues(other.values).join("\n");

const contradiction = (role: FieldRole, { values }: ColumnSample): ColumnDoubt =>
  role === "name" && isGivenFirst(sayingValues(values)) ? "name-order" : "values-contradict";

/** What one column could be, and what its header claims in vain. */
const candidatesOf = (
  sample: ColumnSample,
  column: number,
): { found: Candidate[]; asked: ColumnQuestion[] } => {
  const found: Candidate[] = [];
  const asked: ColumnQuestion[] = [];
  const { roles, other } = headerMeaning(sample.header);
  if (other) return { found, asked };
  const values = valueRoles(sample.values);
  for (const { role, weight } of roles) {
    // Nobody is an emergency today, perhaps: the field is told by its header, and asked about.
    if (role === "emergency" && values?.emergency !== "typical" && values?.emergency !== "impossible")
      found.push({ role, column, score: weight * UNSEEN });
    else if (values === undefined) asked.push({ doubt: "no-values", role, columns: [column] });
    else if (values[role] === "impossible")
      asked.push({ doubt: contradiction(role, sample), role, columns: [column] });
    else found.push({ role, column, score: weight * WORTH[values[role]] });
  }
  if (values !== undefined && (roles.length === 0 || (sample.piece && found.length === 0)))
    for (const role of FIELD_ROLES)
      if (values[role] === "typical" && !NEEDS_HEADER.has(role))
        found.push({ role, column, score: VALUES_ALONE });
  if (roles.length === 0 && found.length === 0 && isGivenFirst(sayingValues(sample.values)))
    asked.push({ doubt: "name-order", role: "name", columns: [column] });
  // A header that may mean several things asks nothing about the ones that its values rule out.
  return { found, asked: found.length > 0 || sample.piece ? [] : asked.slice(0, 1) };
};

/** Each role at most one column, each column at most one role: the surest first. */
const assign = (candidates: readonly Candidate[]): Candidate[] => {
  const roles = new Set<FieldRole>();
  const columns = new Set<number>();
  return [...candidates]
    .sort((a, b) => b.score - a.score || a.column - b.column)
    .filter(({ role, column }) => {
      if (roles.has(role) || columns.has(column)) return false;
      roles.add(role);
      columns.add(column);
      return true;
    });
};

/** Họ lót and Tên are one name in two columns; where there is only one of them, "Tên" may hold whole names. */
const halves = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const family = candidates.some(({ role }) => role === "family-name");
  const given = candidates.some(({ role }) => role === "given-name");
  if (!family || !given) return candidates;
  const givenColumns = new Set(
    candidates.flatMap(({ role, column }) => (role === "given-name" ? [column] : [])),
  );
  return candidates.filter(({ role, column }) => role !== "name" || !givenColumns.has(column));
};

/**
 * Which column is which, by headers and values. Whatever the values disprove, or two columns claim alike, is asked and
 * not guessed.
 */
export const guessColumns = (
  samples: readonly ColumnSample[],
): { readonly guesses: readonly ColumnGuess[]; readonly questions: readonly ColumnQuestion[] } => {
  const each = samples.map(candidatesOf);
  const questions = each.flatMap(({ asked }) => asked);
  const candidates = halves(each.flatMap(({ found }) => found));
  const assigned = assign(candidates);
  const guesses: ColumnGuess[] = [];
  const family = assigned.find(({ role }) => role === "family-name");
  const given = assigned.find(({ role }) => role === "given-name");
  for (const { role, column, score } of assigned) {
    if (role === "family-name" || role === "given-name") continue;
    const rival = candidates.find(
      (other) =>
        other.role === role &&
        other.column !== column &&
        score - other.score < CLOSE &&
        !assigned.includes(other) &&
        !assigned.some((taken) => taken.column === other.column && taken.role !== role) &&
        !sameValues(samples[column], samples[other.column]),
    );
    if (rival !== undefined) questions.push({ doubt: "two-columns", role, columns: [column, rival.column] });
    else {
      guesses.push({ role, columns: [column], confidence: score });
      if (score < SURE && role !== "emergency")
        questions.push({ doubt: "values-only", role, columns: [column] });
    }
  }
  const whole = guesses.some(({ role }) => role === "name");
  if (family !== undefined && given !== undefined && !whole)
    guesses.push({
      role: "name",
      columns: [family.column, given.column],
      confidence: Math.min(family.score, given.score),
    });
  else if (!whole)
    for (const [half, missing] of [
      [family, "given-name"],
      [given, "family-name"],
    ] as const)
      if (half !== undefined) questions.push({ doubt: "half-a-name", role: missing, columns: [half.column] });
  // An empty search box asks nothing about what stands elsewhere.
  const answered = new Set(guesses.map(({ role }) => role));
  return {
    guesses,
    questions: questions.filter(({ doubt, role }) => !(MERE.has(doubt) && answered.has(role))),
  };
};
