import type { ListPage, ProfilePage } from "../profile/page-schema.ts";
import { findElements } from "../read/find-elements.ts";
import { checkedPage } from "./page-draft.ts";
import { simpleSelectors } from "./stable-selectors.ts";

/** What tells this row from others: of the row itself, or of what was pointed at in it. A bare tag tells nothing. */
const signsOf = (row: Element, element: Element): readonly string[] => {
  const signs: string[] = [];
  for (let at: Element | null = element; at !== null; at = at === row ? null : at.parentElement)
    for (const selector of simpleSelectors(at).filter((one) => one !== at?.localName))
      signs.push(at === row ? `:not(${selector})` : `:not(:has(${selector}))`);
  return signs;
};

/** The list without rows like the one that somebody pointed at; undefined where nothing tells it from patients' rows. */
export const pointOtherRow = (root: Element, page: ListPage, element: Element): ProfilePage | undefined => {
  const { selector } = page.rows;
  const rows = findElements(root, selector) ?? [];
  const row = rows.find((one) => one.contains(element));
  if (row === undefined) return undefined;
  const base = selector.includes(",") ? `:is(${selector})` : selector;
  const found = signsOf(row, element).find((sign) => {
    const left = findElements(root, base + sign);
    return left !== undefined && !left.includes(row) && (left.length > 0 || rows.length === 1);
  });
  return found === undefined
    ? undefined
    : checkedPage({ ...page, rows: { ...page.rows, selector: base + found } });
};
