import type { MarksView, MarkView } from "@cadre-care/domain";
import { laneOf } from "@cadre-care/domain/page";
import { html, type TemplateResult } from "lit";
import { MARK_COLOURS, MARK_SIZE } from "./mark-colours.ts";

const { managed, possible, glyph, unmarked } = MARK_COLOURS;

/** The shape that one row shows; `none` draws nothing. A conflict is not flagged (DESIGN rule 10). */
export type Shape = "managed" | "possible" | "none" | Exclude<MarksView["state"], "marked">;

const shapeOf = (view: MarksView, mark: MarkView): Shape => {
  if (view.state !== "marked") return view.state;
  return mark.kind === "conflict" ? "none" : mark.kind;
};

/** Every row has every shape, and a class on the row says which is seen: equal work for each row (DESIGN rule 2). */
const shapes = html`
  <svg viewBox="0 0 16 18" aria-hidden="true" focusable="false">
    <g class="s-managed">
      <path d="M8 0l8 2.6v6.2c0 4.4-3.3 7.6-8 9.2-4.7-1.6-8-4.8-8-9.2V2.6z" fill=${managed} />
      <path d="M4.3 8.8l2.6 2.6 4.9-5.2" fill="none" stroke=${glyph} stroke-width="2" />
    </g>
    <g class="s-possible">
      <rect x="1" y="1" width="14" height="16" rx="2.5" fill=${glyph} stroke=${possible} stroke-width="2" />
      <path d="M6 7.2a2.1 2.1 0 1 1 2.9 2c-.6.3-.9.7-.9 1.4M8 13.2h.01" fill="none" stroke=${possible} stroke-width="1.8" stroke-linecap="round" />
    </g>
    <g class="s-locked">
      <rect x="3.5" y="8" width="9" height="7" rx="1.5" fill=${unmarked} />
      <path d="M5.5 8V6a2.5 2.5 0 0 1 5 0v2" fill="none" stroke=${unmarked} stroke-width="1.8" />
    </g>
    <g class="s-unknown"><path d="M4.5 9h7" stroke=${unmarked} stroke-width="2" stroke-dasharray="3 1.4" /></g>
  </svg>
`;

const SHAPE_CLASS: Readonly<Record<Shape, string>> = {
  managed: "managed",
  possible: "possible",
  none: "none",
  locked: "locked",
  "signed-out": "locked",
  "not-enough": "unknown",
  "roster-empty": "unknown",
};

const one = (shape: Shape, left: number, top: number, width: number, height: number): TemplateResult => {
  const box = `left:${left}px;top:${top}px;inline-size:${width}px;block-size:${height}px`;
  return html`<div class="mark ${SHAPE_CLASS[shape]}" .style=${box}>${shapes}</div>`;
};

/**
 * The marks of one list, in the lane of their generation; every other lane is empty. A list that could not be marked
 * shows so at its rows, or at its start when no row is known. `least`: as many shapes are there in any case, the last
 * ones showing nothing, so that a list whose rows go and come again need not be built anew.
 */
export const marksStrip = (
  view: MarksView | undefined,
  laneWidth: number,
  least = 0,
): readonly TemplateResult[] => {
  if (view === undefined) return [];
  const left = laneOf(view.generation) * laneWidth;
  const drawn =
    view.marks.length === 0 && view.state !== "marked"
      ? [one(view.state, left, 2, laneWidth, MARK_SIZE.height + 4)]
      : view.marks.map((mark) => one(shapeOf(view, mark), left, mark.top, laneWidth, mark.height));
  while (drawn.length < least) drawn.push(one("none", left, 0, laneWidth, 0));
  return drawn;
};
