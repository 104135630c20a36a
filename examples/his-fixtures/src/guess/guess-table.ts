import type { FieldVerdict } from "../e2e/compare-draft.ts";

/** How the guesser did on one fixture, and which words it did not know meanwhile. */
export interface JudgedFixture {
  readonly fixture: string;
  readonly verdicts: readonly FieldVerdict[];
  readonly leftOut: readonly string[];
}

export const rightOf = (verdicts: readonly FieldVerdict[]): number =>
  verdicts.filter(({ verdict }) => verdict === "right").length;

/** From 0 to 1. */
export const shareRight = (judged: readonly JudgedFixture[]): number => {
  const all = judged.flatMap(({ verdicts }) => verdicts);
  return rightOf(all) / all.length;
};

const isList = ({ page }: FieldVerdict): boolean => page === "list";

const row = (name: string, verdicts: readonly FieldVerdict[], left: string): string => {
  const count = (some: readonly FieldVerdict[]): string => `${rightOf(some)} of ${some.length}`;
  const lists = verdicts.filter(isList);
  const patients = verdicts.filter((verdict) => !isList(verdict));
  return `| ${name} | ${count(lists)} | ${count(patients)} | ${left} |`;
};

const notRight = (verdicts: readonly FieldVerdict[]): string =>
  verdicts
    .filter(({ verdict }) => verdict !== "right")
    .map(({ page, role, verdict }) => `${role} (${page}): ${verdict}`)
    .join("; ");

const numberOf = ({ fixture }: JudgedFixture): number => Number.parseInt(fixture.slice(1), 10);

const inOrder = (judged: readonly JudgedFixture[]): readonly JudgedFixture[] =>
  [...judged].sort((one, other) => numberOf(one) - numberOf(other));

/** The table of docs/his-fixtures.md, a row for each fixture. */
export const guessTable = (judged: readonly JudgedFixture[]): string =>
  [
    "| Fixture | List | Patient | Not right |",
    "| --- | --- | --- | --- |",
    ...inOrder(judged).map(({ fixture, verdicts }) => row(fixture, verdicts, notRight(verdicts))),
    row(
      "all",
      judged.flatMap(({ verdicts }) => verdicts),
      "",
    ),
  ].join("\n");

/** Which words each fixture was judged without, a line for each. */
export const wordsLeftOutOf = (judged: readonly JudgedFixture[]): string =>
  inOrder(judged)
    .map(({ fixture, leftOut }) => `${fixture}: without ${leftOut.join(", ") || "nothing"}`)
    .join("\n");
