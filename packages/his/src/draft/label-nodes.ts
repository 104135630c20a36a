import { foldName } from "@cadre-care/domain";
import type { ProfilePage } from "../profile/page-schema.ts";
import { findElements } from "../read/find-elements.ts";
import { tidyText } from "../read/tidy-text.ts";
import { isKnownLabel } from "./header-roles.ts";
import { partsByRole, rootOfPage, subjectsOf } from "./page-places.ts";

const LABELS = new Set(["th", "label", "legend", "dt"]);
/** What a control offers is nobody's label. */
const OFFERED = "option, optgroup, datalist, textarea, button";
const HIGHEST = 3;

const headersOf = (document: Document, page: ProfilePage): readonly Element[] => {
  const root = rootOfPage(document, page);
  if (root === undefined || page.kind !== "list" || page.columns === undefined) return [];
  return findElements(root, page.columns.headers) ?? [];
};

/** Headers that a page is read by, folded. */
const namedHeaders = (page: ProfilePage): ReadonlySet<string> => {
  const parts = partsByRole(page).flatMap(([, own]) => own);
  const gutter = page.kind === "list" && "header" in page.gutter ? [page.gutter.header] : [];
  return new Set([...parts.map(({ header }) => header ?? []), ...gutter].flat().map(foldName));
};

/** What stands directly before an element, or before what it alone stands in. */
const before = (element: Element): Node | undefined => {
  let at: Element | null = element;
  for (let level = 0; level < HIGHEST && at !== null; level += 1, at = at.parentElement) {
    let node = at.previousSibling;
    while (node !== null && (node.nodeType === 8 || tidyText(node.textContent ?? "") === ""))
      node = node.previousSibling;
    if (node !== null) return node;
  }
  return undefined;
};

/** Which texts of a document are labels: a known word elsewhere may be somebody's name, as Khoa, Võ or Tươi. */
export class LabelNodes {
  /** Headers whose text stands in the profile itself. */
  readonly #named = new Set<Element>();
  readonly #labels = new Set<Node>();

  constructor(document: Document, pages: readonly ProfilePage[]) {
    for (const page of pages) {
      const names = namedHeaders(page);
      for (const header of headersOf(document, page)) {
        this.#labels.add(header);
        if (names.has(foldName(header.textContent ?? ""))) this.#named.add(header);
      }
      if (page.kind === "list") continue;
      const parts = partsByRole(page).flatMap(([, own]) => own);
      for (const find of subjectsOf(document, page))
        for (const element of parts.flatMap(find)) {
          const label = before(element);
          if (label !== undefined) this.#labels.add(label);
        }
    }
  }

  isHeader(element: Element): boolean {
    return this.#named.has(element);
  }

  /** Whether this text, all that its label says, is a label that many systems have; so it says nothing of anybody. */
  isLabel(node: Node): boolean {
    const text = tidyText(node.nodeValue ?? "");
    if (!isKnownLabel(text) || node.parentElement?.closest(OFFERED)) return false;
    if (this.#labels.has(node)) return true;
    for (
      let at = node.parentElement;
      at !== null && tidyText(at.textContent ?? "") === text;
      at = at.parentElement
    )
      if (LABELS.has(at.localName) || this.#labels.has(at)) return true;
    return false;
  }
}
