import { tidyText } from "../read/tidy-text.ts";
import { codeInLink } from "./code-in-link.ts";
import { headerMeaning } from "./header-roles.ts";
import { elementsBelow } from "./walk-trees.ts";

/** Rows that repeat below one parent, all with the same number of cells. */
export interface RowGroup {
  readonly parent: Element;
  readonly rows: readonly Element[];
  /** Relative to a row. */
  readonly cells: string;
  readonly width: number;
}

const FEWEST_ROWS = 3;
const FEWEST_CELLS = 2;
/** Rows of a group are alike, so lists within lists are sought in the first ones only. */
const LOOKED_INTO = 3;
const NEVER = new Set(["script", "style", "template", "select", "svg", "head", "option"]);

const CELLS = [
  ":scope > td",
  ":scope > th, :scope > td",
  ":scope > [role=gridcell]",
  ":scope > [role=cell]",
  ":scope > *",
];

/** The selector of a row's cells, the narrowest that takes all of its children. */
const cellsOf = (row: Element): string =>
  CELLS.find((selector) => row.querySelectorAll(selector).length === row.children.length) ?? ":scope > *";

const countOf = (row: Element, selector: string): number => row.querySelectorAll(selector).length;

const likeness = (element: Element): string =>
  `${element.localName} ${element.getAttribute("role") ?? ""} ${element.children.length}`;

const saysSomething = (row: Element): boolean =>
  /\S/u.test(row.textContent ?? "") || row.querySelector("input") !== null;

/** Whether a row says what columns are for, in at least two cells and in most of those that say something. */
const headsColumns = (row: Element): boolean => {
  const texts = [...row.children]
    .map((cell) => tidyText(cell.textContent ?? ""))
    .filter((text) => text !== "");
  const announcing = texts.filter((text) => {
    const { roles, other } = headerMeaning(text);
    return other || roles.length > 0;
  });
  return announcing.length >= FEWEST_CELLS && announcing.length > texts.length / 2;
};

const groupOf = (parent: Element): RowGroup | undefined => {
  if (parent.localName === "tr" || parent.localName === "thead" || NEVER.has(parent.localName))
    return undefined;
  const kinds = new Map<string, Element[]>();
  for (const child of parent.children) {
    if (NEVER.has(child.localName) || !saysSomething(child)) continue;
    const alike = kinds.get(likeness(child));
    if (alike === undefined) kinds.set(likeness(child), [child]);
    else alike.push(child);
  }
  const rows = [...kinds.values()].reduce<Element[]>(
    (most, alike) => (alike.length > most.length ? alike : most),
    [],
  );
  const data = rows.filter(
    (row) => row.querySelector(":scope > td, :scope > :not(th):not([role=columnheader])") !== null,
  );
  // Headers of a grid of divs are made like its rows.
  if (data[0] !== undefined && headsColumns(data[0])) data.shift();
  const [first] = data;
  if (first === undefined || data.length < FEWEST_ROWS) return undefined;
  const cells = cellsOf(first);
  const width = countOf(first, cells);
  if (width < FEWEST_CELLS && codeInLink(data) === undefined) return undefined;
  return { parent, rows: data, cells, width };
};

/** All groups of alike rows in a document, shadow roots included. Which of them list patients is not asked here. */
export const findRowGroups = (document: Document): readonly RowGroup[] => {
  const groups: RowGroup[] = [];
  const beyond = new Set<Element>();
  for (const element of elementsBelow(
    document,
    (inside) => beyond.has(inside) || NEVER.has(inside.localName),
  )) {
    if (beyond.has(element)) continue;
    const group = groupOf(element);
    if (group === undefined) continue;
    groups.push(group);
    for (const row of group.rows.slice(LOOKED_INTO)) beyond.add(row);
  }
  return groups;
};
