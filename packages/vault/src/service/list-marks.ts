import type { MarksView, MarkView, SessionView } from "@cadre-care/domain";
import type { MatchAnswer } from "../directory/match.ts";
import type { StatedRow } from "./vault.ts";

/** One list of a page, with the answers to the rows that were read last. */
export interface AnsweredRows {
  readonly generation: number;
  readonly rows: readonly StatedRow[];
  readonly answers: readonly MatchAnswer[];
}

const NO_COUNTS = { managed: 0, possible: 0, conflict: 0, rows: 0 };

/** Before anything was stated, and while nothing may be said. */
export const emptyMarks = (session: SessionView["state"], generation: number, rows: number): MarksView => ({
  generation,
  state: session === "open" ? "marked" : session === "locked" ? "locked" : "signed-out",
  marks: [],
  counts: { ...NO_COUNTS, rows },
});

const kindOf = ({ outcome }: MatchAnswer): MarkView["kind"] =>
  outcome.state === "managed" || outcome.state === "possible" || outcome.state === "conflict"
    ? outcome.state
    : "none";

/**
 * A mark for every row, also for those that get none: what travels to the strip is as long for ten matches as for
 * none. Says "not enough" only when no row can be judged at all (DESIGN rule 10).
 */
export const marksOf = ({ generation, rows, answers }: AnsweredRows, rosterEmpty: boolean): MarksView => {
  const kinds = rows.map((_, index) => {
    const answer = answers[index];
    return answer ? kindOf(answer) : "none";
  });
  const count = (kind: MarkView["kind"]): number => kinds.filter((one) => one === kind).length;
  const shortOf = answers.filter(({ outcome }) => outcome.state === "not-enough").length;
  const counts = {
    managed: count("managed"),
    possible: count("possible"),
    conflict: count("conflict"),
    rows: rows.length,
  };
  const state = rosterEmpty
    ? "roster-empty"
    : rows.length > 0 && shortOf === rows.length
      ? "not-enough"
      : "marked";
  const marks = rows.map((row, index) => ({
    key: row.key,
    kind: rosterEmpty ? ("none" as const) : (kinds[index] ?? "none"),
    top: row.top,
    height: row.height,
  }));
  return { generation, state, marks, counts: rosterEmpty ? { ...NO_COUNTS, rows: rows.length } : counts };
};
