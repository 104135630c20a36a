import { foldName } from "@cadre-care/domain/page";
import type { ListPage } from "../profile/page-schema.ts";
import type { ColumnHeader } from "../profile/source-schema.ts";
import { countFits, findElements, findMany, searchFault } from "./find-elements.ts";
import { foldStated } from "./fold-stated.ts";
import type { ReadingFault } from "./reading-faults.ts";
import { SpannedRows } from "./spanned-rows.ts";

type ColumnsSpec = NonNullable<ListPage["columns"]>;

/** From how many mutations on headers are read rather than looked for among them. */
const LOOKED_AT = 20;

/** Where a cell stands: columns are counted from 0, spans included, or by `aria-colindex` where all cells carry it. */
interface Slot {
  readonly element: Element;
  readonly start: number;
  readonly span: number;
}

const isTableCell = (element: Element): element is HTMLTableCellElement =>
  element.localName === "td" || element.localName === "th";

const slotsOf = (cells: readonly Element[]): { slots: Slot[]; width: number; stated: boolean } => {
  const slots: Slot[] = [];
  const stated = cells.length > 0 && cells.every((cell) => cell.hasAttribute("aria-colindex"));
  let next = 0;
  for (const element of cells) {
    const span = isTableCell(element) ? element.colSpan : 1;
    const start = stated ? Number(element.getAttribute("aria-colindex")) : next;
    slots.push({ element, start, span });
    next = start + span;
  }
  return { slots, width: next, stated };
};

/** Whether cells stand one a column, in their order: those of nearly every row, found out without a slot for each. */
const areSingle = (cells: ArrayLike<Element>): boolean => {
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    if (cell === undefined || (isTableCell(cell) && cell.colSpan !== 1)) return false;
    if (at === 0 && cell.hasAttribute("aria-colindex")) return false;
  }
  return true;
};

interface Headers {
  readonly byText: ReadonlyMap<string, Column | "ambiguous">;
  readonly width: number;
  readonly stated: boolean;
  /** What was looked up in `byText` so far: it is the same for every row. */
  readonly found: Map<ColumnHeader, Column | ReadingFault>;
}

type Column = Pick<Slot, "start" | "span">;

/** The one column that has one of these headers. */
const columnOf = ({ byText, found }: Headers, header: ColumnHeader): Column | ReadingFault => {
  let column = found.get(header);
  if (column === undefined) {
    const columns = foldedHeaders(header).flatMap((text) => byText.get(text) ?? []);
    const [first = "header-missing"] = columns;
    column = first === "ambiguous" || columns.length > 1 ? "header-ambiguous" : first;
    found.set(header, column);
  }
  return column;
};

/** The columns of one list, found by their headers. Headers are read again whenever their text has changed. */
export class Columns {
  readonly #spec: ColumnsSpec;
  #cells: readonly Element[] | undefined;
  #read: { readonly key: string; readonly headers: Headers } | undefined;
  #headers: Headers | ReadingFault = "header-missing";
  readonly #spanned = new SpannedRows();

  constructor(spec: ColumnsSpec) {
    this.#spec = spec;
  }

  /**
   * To be called before rows are read, after any change of the page. `search`: header cells may have come or gone;
   * otherwise only their texts are looked at, so that a long list is not searched at every change.
   * @returns whether cells may stand under other headers now
   */
  refresh(root: Element, search: boolean): boolean {
    const before = this.#headers;
    this.#find(root, search);
    const spanning = search && this.#spanned.search(root);
    return spanning || this.#headers !== before;
  }

  /** Whether these mutations may have changed the headers. Cheaper than to read them. */
  touchedBy(root: Element, records: readonly MutationRecord[]): boolean {
    const cells = this.#cells;
    return (
      cells === undefined ||
      records.length > LOOKED_AT ||
      cells.some(
        (cell) =>
          !root.contains(cell) ||
          records.some(({ target }) => cell.contains(target) || target.contains(cell)),
      )
    );
  }

  #find(root: Element, search: boolean): void {
    if (search || this.#cells === undefined || this.#cells.some((cell) => !root.contains(cell)))
      this.#cells = findElements(root, this.#spec.headers);
    const cells = this.#cells;
    if (cells === undefined) {
      this.#headers = searchFault(this.#spec.headers);
      return;
    }
    const { slots, width, stated } = slotsOf(cells);
    const key = slots
      .map(({ element, start, span }) => `${start}:${span}:${element.textContent}`)
      .join("\u0000");
    if (this.#read?.key !== key) {
      const byText = new Map<string, Column | "ambiguous">();
      for (const { element, start, span } of slots) {
        const text = foldName(element.textContent ?? "");
        byText.set(text, byText.has(text) ? "ambiguous" : { start, span });
      }
      this.#read = { key, headers: { byText, width, stated, found: new Map() } };
    }
    const parents = new Set(cells.map((cell) => cell.parentElement));
    this.#headers = parents.size > 1 && !stated ? "header-ambiguous" : this.#read.headers;
  }

  /** The cells of a row, or why they cannot be trusted to stand under their headers. */
  cells(row: Element): RowCells | ReadingFault {
    const found = cellsOf(row, this.#spec.cells);
    if (found === undefined) return searchFault(this.#spec.cells);
    if (!countFits(found.length, this.#spec.count)) return "cells-off";
    if (this.#spanned.reachInto(row)) return "cells-off";
    return new RowCells(found, this.#headers);
  }
}

/** The usual selector, ":scope > td", is answered without the selector engine: this runs for every row on screen. */
const cellsOf = (row: Element, selector: string): ArrayLike<Element> | undefined => {
  if (selector !== ":scope > td") return findMany(row, selector);
  const cells: Element[] = [];
  for (let child = row.firstElementChild; child !== null; child = child.nextElementSibling)
    if (child.localName === "td") cells.push(child);
  return cells;
};

const DIGIT = /[0-9]/u;

/** Whether a text is one of the headers: a row that repeats them is about nobody. */
export const isHeader = (text: string, header: ColumnHeader): boolean => {
  const headers = foldedHeaders(header);
  // Folding keeps digits, and most cells have some.
  if (DIGIT.test(text) && !headers.some((one) => DIGIT.test(one))) return false;
  return headers.includes(foldName(text));
};

const foldedLists = new WeakMap<readonly string[], readonly string[]>();

/** Each once: two spellings of one header are no contradiction. Profiles do not change, so lists are folded once. */
const foldedHeaders = (header: ColumnHeader): readonly string[] => {
  if (typeof header === "string") return [foldStated(header)];
  let list = foldedLists.get(header);
  if (list === undefined) {
    list = [...new Set(header.map(foldStated))];
    foldedLists.set(header, list);
  }
  return list;
};

export class RowCells {
  readonly #cells: ArrayLike<Element>;
  readonly #headers: Headers | ReadingFault;
  #single: boolean | undefined;
  #slots: ReturnType<typeof slotsOf> | undefined;

  constructor(cells: ArrayLike<Element>, headers: Headers | ReadingFault) {
    this.#cells = cells;
    this.#headers = headers;
  }

  /** The cell under the column that has one of these headers. */
  under(header: ColumnHeader): Element | ReadingFault {
    if (typeof this.#headers === "string") return this.#headers;
    const column = columnOf(this.#headers, header);
    if (typeof column === "string") return column;
    this.#single ??= areSingle(this.#cells);
    if (this.#single) {
      const { stated, width } = this.#headers;
      if (stated || column.span !== 1 || this.#cells.length !== width) return "cells-off";
      return this.#cells[column.start] ?? "cells-off";
    }
    this.#slots ??= slotsOf(Array.from(this.#cells));
    const { slots, width, stated } = this.#slots;
    if (stated !== this.#headers.stated) return "cells-off";
    if (!stated && width !== this.#headers.width) return "cells-off";
    let found: Element | undefined;
    for (const { element, start, span } of slots) {
      if (start !== column.start) continue;
      if (found !== undefined || span !== column.span) return "cells-off";
      found = element;
    }
    return found ?? "cells-off";
  }
}
