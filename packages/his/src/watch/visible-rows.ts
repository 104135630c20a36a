/** Lists up to this length are measured row by row; longer ones are searched by their order on screen. */
export const MEASURED_WHOLE = 400;

/** A row and where it stands in the viewport, in CSS pixels. */
export interface MeasuredRow {
  readonly row: Element;
  readonly top: number;
  readonly bottom: number;
}

const measure = (row: Element): MeasuredRow | undefined => {
  const { top, bottom } = row.getBoundingClientRect();
  // A row without height is not on screen: hidden by a filter, or the empty first row of a jqGrid.
  return bottom > top ? { row, top, bottom } : undefined;
};

/** The first measurable row at or after `from`, before `to`. */
const nextMeasured = (
  rows: ArrayLike<Element>,
  from: number,
  to: number,
): [number, MeasuredRow] | undefined => {
  for (let index = from; index < to; index += 1) {
    const row = rows[index];
    const measured = row && measure(row);
    if (measured) return [index, measured];
  }
  return undefined;
};

/** Index of the first row that ends below `top`, for rows in their order on screen. Measures some log2 of them. */
const firstBelow = (rows: ArrayLike<Element>, top: number): number => {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const probe = nextMeasured(rows, middle, high);
    if (probe === undefined) high = middle;
    else if (probe[1].bottom > top) high = middle;
    else low = probe[0] + 1;
  }
  return low;
};

/**
 * Rows that stand between `top` and `bottom` of the viewport. `others` are rows that were measured though they stand
 * outside; complete only for lists that are measured whole. Long lists must stand on screen in document order, as
 * tables do; a list that places its rows freely holds few of them at a time.
 */
export const visibleRows = (
  rows: ArrayLike<Element>,
  top: number,
  bottom: number,
): { readonly inside: readonly MeasuredRow[]; readonly others: readonly MeasuredRow[] } => {
  const inside: MeasuredRow[] = [];
  const others: MeasuredRow[] = [];
  if (rows.length <= MEASURED_WHOLE) {
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index];
      const measured = row && measure(row);
      if (measured) (measured.bottom > top && measured.top < bottom ? inside : others).push(measured);
    }
    return { inside, others };
  }
  let at = firstBelow(rows, top);
  for (;;) {
    const found = nextMeasured(rows, at, rows.length);
    if (found === undefined || found[1].top >= bottom) return { inside, others };
    inside.push(found[1]);
    at = found[0] + 1;
  }
};
