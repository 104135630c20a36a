import type { ListPage } from "../profile/page-schema.ts";
import type { ListFrame } from "../read/list-frame.ts";
import type { GutterPlace } from "./page-reading.ts";

export interface Point {
  readonly left: number;
  readonly top: number;
}

/** The container's content edge in the viewport, as far as its content is scrolled. */
export const contentEdge = ({ container, scroller }: ListFrame): Point => {
  const box = container.getBoundingClientRect();
  const style = container.ownerDocument.defaultView?.getComputedStyle(container);
  const padding = (side: "paddingLeft" | "paddingTop") => Number.parseFloat(style?.[side] ?? "0") || 0;
  return {
    left: box.left + container.clientLeft + padding("paddingLeft") - (scroller?.scrollLeft ?? 0),
    top: box.top + container.clientTop + padding("paddingTop") - (scroller?.scrollTop ?? 0),
  };
};

/** The part of the viewport in which rows are on screen, widened by `margin` CSS pixels. */
export const windowOnScreen = (
  { scroller }: ListFrame,
  view: Window,
  margin: number,
): { readonly top: number; readonly bottom: number } => {
  const box = scroller?.getBoundingClientRect();
  return {
    top: Math.max(0, box?.top ?? 0) - margin,
    bottom: Math.min(view.innerHeight, box?.bottom ?? view.innerHeight) + margin,
  };
};

/** Two decimals: finer differences between two measurements are noise. */
export const pixels = (value: number): number => Math.round(value * 100) / 100;

/** The element that holds all rows: its height is the content's, and does not depend on the strip. */
export const bodyOfRows = (rows: ArrayLike<Element>): Element | undefined => {
  const last = rows[rows.length - 1];
  let body = rows[0]?.parentElement;
  while (body && last && !body.contains(last)) body = body.parentElement;
  return body ?? undefined;
};

/** Of a list that has no row to measure. */
export const noPlace = ({ container }: ListFrame): GutterPlace => ({
  container,
  left: 0,
  top: 0,
  width: 0,
  height: 0,
});

/** Where the strip stands. `cell` is the free column's cell in some row on screen, `row` that row. */
export const gutterPlace = (
  page: ListPage,
  frame: ListFrame,
  edge: Point,
  found: { readonly row: Element; readonly cell: Element | undefined } | undefined,
  body: Element | undefined,
  before: GutterPlace | undefined,
): GutterPlace | undefined => {
  const { gutter } = page;
  let across = before?.container === frame.container ? { left: before.left, width: before.width } : undefined;
  if (found && gutter.at === "edge") {
    const row = found.row.getBoundingClientRect();
    const left = gutter.edge === "left" ? row.left + gutter.inset : row.right - gutter.inset - gutter.width;
    across = { left: pixels(left - edge.left), width: gutter.width };
  } else if (found?.cell) {
    const cell = found.cell.getBoundingClientRect();
    across = { left: pixels(cell.left - edge.left), width: pixels(cell.width) };
  } else if (found) return undefined;
  const bottom = body ? body.getBoundingClientRect().bottom - edge.top : 0;
  return {
    container: frame.container,
    top: 0,
    height: pixels(Math.max(0, bottom)),
    ...(across ?? { left: 0, width: gutter.at === "edge" ? gutter.width : 0 }),
  };
};
