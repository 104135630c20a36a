import { nestedRows } from "./nested-rows.ts";

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

  /** Whether an element was found as a row. */
  has(element: Element): boolean {
    this.#set ??= new Set(Array.from(this.all));
    return this.#set.has(element);
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
