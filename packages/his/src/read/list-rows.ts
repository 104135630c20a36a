import { nestedRows } from "./nested-rows.ts";

/** From so many rows on an element is looked for by its place among them. */
const LONG = 400;
/** Node.DOCUMENT_POSITION_FOLLOWING */
const FOLLOWING = 4;

/** Selectors whose answer for one element cannot be asked of that element alone. */
const FROM_THE_ROOT = /:scope|>>>/u;

/**
 * The rows of a list, in the order of the document, as they were found. Of a list of ten thousand only those are looked at
 * that somebody asks for: the first look at an element is what costs.
 */
export class ListRows {
  readonly all: ArrayLike<Element>;
  readonly #root: Element;
  readonly #selector: string;
  readonly #nested = new Map<Element, boolean>();
  #set: ReadonlySet<Element> | undefined;
  #allNested: ReadonlySet<Element> | undefined;

  constructor(root: Element, selector: string, all: ArrayLike<Element>) {
    this.#root = root;
    this.#selector = selector;
    this.all = all;
  }

  /** Whether an element was found as a row. In a long list that moved since, it may not be found again. */
  has(element: Element): boolean {
    if (this.all.length > LONG && !FROM_THE_ROOT.test(this.#selector)) return this.#stands(element);
    this.#set ??= new Set(Array.from(this.all));
    return this.#set.has(element);
  }

  /** Whether no row can stand around an element. */
  standsOutside(element: Element | null): boolean {
    if (element === null || element === this.#root) return true;
    return !FROM_THE_ROOT.test(this.#selector) && !this.#root.contains(element);
  }

  /** Looks for an element by its place, without a look at all the others. */
  #stands(element: Element): boolean {
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const row = this.all[middle];
      if (row === undefined || row === element) return row === element;
      if ((row.compareDocumentPosition(element) & FOLLOWING) === 0) high = middle;
      else low = middle + 1;
    }
    return false;
  }

  /** Whether an element that was found as a row is one now. */
  stillHas(row: Element): boolean {
    if (this.all.length === 0 || !row.isConnected) return false;
    if (FROM_THE_ROOT.test(this.#selector)) return this.has(row);
    return this.#root.contains(row) && row.matches(this.#selector);
  }

  /** Whether a row holds others, or stands in one: of a table in a cell nobody can say whose it is. */
  isNested(row: Element): boolean {
    let nested = this.#nested.get(row);
    if (nested === undefined) {
      nested = FROM_THE_ROOT.test(this.#selector) ? this.#isAmongNested(row) : this.#holdsOrIsHeld(row);
      this.#nested.set(row, nested);
    }
    return nested;
  }

  #isAmongNested(row: Element): boolean {
    this.#allNested ??= nestedRows(Array.from(this.all));
    return this.#allNested.has(row);
  }

  #holdsOrIsHeld(row: Element): boolean {
    const around = row.parentElement?.closest(this.#selector);
    const held = around && around !== this.#root && this.#root.contains(around);
    return held === true || row.querySelector(this.#selector) !== null;
  }
}
