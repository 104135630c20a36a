import type { GuessedList } from "./guess-list.ts";
import { selectorOf, simpleSelectors } from "./stable-selectors.ts";

const UNFIT = new Set(["table", "tbody", "thead", "tr", "ul", "ol", "dl"]);

const scrolls = (element: Element): boolean => {
  const { overflowY } = getComputedStyle(element);
  return (overflowY === "auto" || overflowY === "scroll") && !UNFIT.has(element.localName);
};

/** The selector of what scrolls the rows, as a profile states it; undefined where the document does. */
export const findScroller = ({ rows, root, selectors }: GuessedList): string | undefined => {
  const body = root.ownerDocument.body;
  for (
    let element = rows[0]?.parentElement ?? null;
    element !== null && element !== body;
    element = element.parentElement
  ) {
    if (!scrolls(element)) continue;
    if (element === root) return selectors.root.split(" >>> ").at(-1);
    if (root.contains(element)) return selectorOf(element, root);
    const scroller = element;
    return simpleSelectors(scroller).find((selector) => root.closest(selector) === scroller);
  }
  return undefined;
};
