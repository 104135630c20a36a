const isTableCell = (element: Element): element is HTMLTableCellElement =>
  element.localName === "td" || element.localName === "th";

/** Over how many rows a cell stands; without end where it says 0. */
const rowsOf = (cell: HTMLTableCellElement): number =>
  cell.rowSpan === 0 ? Number.POSITIVE_INFINITY : cell.rowSpan;

/**
 * Rows of a table into which a cell of an earlier row reaches: their own cells stand under other headers than their number
 * says, and a cell too many in such a row makes it look whole.
 */
export class SpannedRows {
  #longest = 1;

  /**
   * To be called where rows may have come or gone. No cell of a header reaches into the body below it (HTML 4.9.12).
   * @returns whether any cell of the list stands over several rows
   */
  search(root: Element): boolean {
    this.#longest = 1;
    for (const cell of root.querySelectorAll("[rowspan]:not(thead *)"))
      if (isTableCell(cell)) this.#longest = Math.max(this.#longest, rowsOf(cell));
    return this.#longest > 1;
  }

  reachInto(row: Element): boolean {
    if (this.#longest === 1) return false;
    let before = row.previousElementSibling;
    for (let distance = 1; distance < this.#longest && before !== null; distance += 1) {
      for (const cell of before.children) if (isTableCell(cell) && rowsOf(cell) > distance) return true;
      before = before.previousElementSibling;
    }
    return false;
  }
}
