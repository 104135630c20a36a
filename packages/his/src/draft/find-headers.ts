import { tidyText } from "../read/tidy-text.ts";
import { headerMeaning } from "./header-roles.ts";
import type { RowGroup } from "./row-groups.ts";

export interface FoundHeaders {
  /** Holds the headers and the rows. */
  readonly scope: Element;
  readonly cells: readonly Element[];
}

/** How far above its rows a list's frozen headers stand. */
const HIGHEST = 7;
/** One cell that spans all columns is the title of a group. */
const FEWEST = 2;

const columnsOf = (cells: readonly Element[]): number =>
  cells.reduce((sum, cell) => sum + (cell instanceof HTMLTableCellElement ? cell.colSpan : 1), 0);

/** How many of these texts are known to head a column. */
const known = (cells: readonly Element[]): number =>
  cells.filter((cell) => {
    const { roles, other } = headerMeaning(tidyText(cell.textContent ?? ""));
    return other || roles.length > 0;
  }).length;

/**
 * The header cells of a list: as many siblings as a row has cells, before the rows, of which some say what headers say.
 * They may stand in a table of their own, as where a grid freezes them.
 */
export const findHeaders = (group: RowGroup): FoundHeaders | undefined => {
  const rows = new Set(group.rows);
  const first = group.rows[0];
  if (first === undefined) return undefined;
  let scope: Element | null = group.parent;
  for (let level = 0; level < HIGHEST && scope !== null; level += 1, scope = scope.parentElement) {
    if (scope === scope.ownerDocument.documentElement) return undefined;
    const walker = scope.ownerDocument.createTreeWalker(scope, NodeFilter.SHOW_ELEMENT, (node) =>
      node instanceof Element && rows.has(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    let best: { readonly cells: readonly Element[]; readonly known: number } | undefined;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Element) || node.contains(first)) continue;
      if ((node.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING) === 0) break;
      const cells = [...node.children];
      if (cells.length < FEWEST || cells.length > group.width || columnsOf(cells) !== group.width) continue;
      const meaning = known(cells);
      if (meaning > (best?.known ?? 0)) best = { cells, known: meaning };
    }
    if (best !== undefined) return { scope, cells: best.cells };
  }
  return undefined;
};
