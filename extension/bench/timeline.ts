import type { ListState, MarksState } from "./in-page/recorded.ts";

export type ExpectedKind = "managed" | "possible";

const TOLERANCE = 1.5;

const currentAt = <State extends { readonly at: number }>(
  states: readonly State[],
  at: number,
): State | undefined => states.findLast((state) => state.at <= at);

const topOf = (state: ListState | undefined, code: string): number | undefined =>
  state?.rows.find((row) => row.code === code)?.top;

/** Whether the marks frame, as the page shows it, has the right mark at the row. */
const isMarked = (
  list: ListState | undefined,
  drawn: MarksState | undefined,
  code: string,
  kind: ExpectedKind,
): boolean => {
  const top = topOf(list, code);
  const strip = list?.strip;
  if (top === undefined || !strip || drawn === undefined) return false;
  return drawn.marks.some((mark) => {
    const left = strip.left + mark.left;
    return (
      mark.kind === kind &&
      left > strip.from - TOLERANCE &&
      left < strip.to - TOLERANCE &&
      Math.abs(strip.top + mark.top - top) < TOLERANCE
    );
  });
};

/**
 * When the row came on screen to stay, after `since`; undefined for a row that is not there at the end, or was there all
 * the time.
 */
const arrival = (lists: readonly ListState[], since: number, code: string): number | undefined => {
  if (topOf(lists.at(-1), code) === undefined) return undefined;
  const away = lists.findLastIndex((state) => topOf(state, code) === undefined);
  const next = lists[away + 1];
  return next !== undefined && next.at > since ? next.at : undefined;
};

/**
 * Milliseconds from row on screen to mark on screen, for each row that came on screen after `since` and must carry a
 * mark. Infinity for a mark that never came.
 */
export const markLatencies = (
  lists: readonly ListState[],
  drawn: readonly MarksState[],
  since: number,
  expected: ReadonlyMap<string, ExpectedKind>,
): readonly number[] =>
  [...expected].flatMap(([code, kind]) => {
    const arrived = arrival(lists, since, code);
    if (arrived === undefined) return [];
    const moments = [arrived, ...[...lists, ...drawn].map(({ at }) => at).filter((at) => at > arrived)];
    const shown = moments
      .sort((one, other) => one - other)
      .find((at) => isMarked(currentAt(lists, at), currentAt(drawn, at), code, kind));
    return [shown === undefined ? Number.POSITIVE_INFINITY : shown - arrived];
  });
