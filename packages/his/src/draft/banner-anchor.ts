import type { PatientPage } from "../profile/page-schema.ts";

type Position = NonNullable<PatientPage["banner"]>["position"];

export interface BannerAnchor {
  readonly anchor: Element;
  readonly position: Position;
}

/** Elements that a banner cannot stand beside. */
const INNER = new Set(["dialog", "body", "td", "th"]);

/** How an element that holds a patient's data takes a banner: inside, where nothing can stand beside it, else before it. */
export const positionAt = (element: Element): Position =>
  INNER.has(element.localName) || element.getRootNode() instanceof ShadowRoot ? "first-child" : "before";

/** What holds only children of a kind of its own: a table rows, a list its items. */
const STRICT =
  "table, thead, tbody, tfoot, tr, colgroup, ul, ol, dl, [role=grid], [role=table], [role=treegrid], [role=rowgroup], [role=row], [role=list], [role=listbox]";
/** What is one thing to a hand, or has no place for anything else. */
const CLOSED =
  "a, button, label, legend, summary, caption, select, textarea, input, img, svg, canvas, iframe, br, hr";

const fits = (element: Element, position: Position): boolean => {
  const place = position === "first-child" ? element : element.parentElement;
  // In the cell of a table a banner would be as narrow as the cell.
  if (/^(?:td|th)$/u.test(element.localName) || element.matches("legend, summary, caption")) return false;
  return place !== null && !place.matches(STRICT) && place.closest(CLOSED) === null;
};

const above = (element: Element): Element | null => {
  const tree = element.getRootNode();
  return element.parentElement ?? (tree instanceof ShadowRoot ? tree.host : null);
};

/**
 * The nearest element, from where somebody pointed upwards, at which a banner breaks nothing that the page is made of.
 * Undefined where only the page as a whole is left.
 */
export const bannerAnchor = (element: Element): BannerAnchor | undefined => {
  for (let at: Element | null = element; at !== null; at = above(at)) {
    if (at.matches("html, body, head, head *")) return undefined;
    const position = positionAt(at);
    if (fits(at, position)) return { anchor: at, position };
  }
  return undefined;
};
