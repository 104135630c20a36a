import type { ListPage } from "../profile/page-schema.ts";
import { findElements, matchesSelector } from "./find-elements.ts";

/** What scrolls the list, and the content that scrolls in it. */
export interface ListFrame {
  readonly container: Element;
  /** Null: the document scrolls. */
  readonly scroller: Element | null;
}

const UNFIT = new Set(["table", "tbody", "thead", "tfoot", "tr", "ul", "ol", "select", "dl"]);

/** Finds the scroller that the profile names. Undefined: not there, or nothing that could hold the strip. */
export const findFrame = (page: ListPage, root: Element): ListFrame | undefined => {
  const { scroller: selector } = page;
  if (selector === undefined) {
    const container = root.ownerDocument.body;
    return container && { container, scroller: null };
  }
  if (matchesSelector(root, selector)) return fit(root);
  try {
    const inside = findElements(root, selector);
    if (inside === undefined || inside.length > 1) return undefined;
    const found = inside[0] ?? root.closest(selector);
    return found ? fit(found) : undefined;
  } catch {
    return undefined;
  }
};

const fit = (scroller: Element): ListFrame | undefined =>
  UNFIT.has(scroller.localName) ? undefined : { container: scroller, scroller };
