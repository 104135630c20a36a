/**
 * Rows that hold others, or stand in one that does: of a table in a cell nobody can say whose it is. `rows` in the order
 * of the document, so that a row's own follow it.
 */
export const nestedRows = (rows: readonly Element[]): ReadonlySet<Element> => {
  const nested = new Set<Element>();
  let outermost: Element | undefined;
  for (const row of rows) {
    if (outermost?.contains(row)) nested.add(outermost).add(row);
    else outermost = row;
  }
  return nested;
};
