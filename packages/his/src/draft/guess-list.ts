import { findElements, isShown } from "../read/find-elements.ts";
import { tidyText } from "../read/tidy-text.ts";
import { codeInLink } from "./code-in-link.ts";
import type { PartInput } from "./draft-fields.ts";
import { isIdentifierRole } from "./field-role.ts";
import { type FoundHeaders, findHeaders } from "./find-headers.ts";
import { type ColumnGuess, type ColumnQuestion, type ColumnSample, guessColumns } from "./guess-columns.ts";
import { findRowGroups, type RowGroup } from "./row-groups.ts";
import { documentSelectorOf, selectorOfAll, simpleSelectors } from "./stable-selectors.ts";
import { type PlacedText, textOf, textPlace } from "./text-place.ts";

/** A list of people found in a document. All selectors were seen to find these very elements. */
export interface GuessedList {
  readonly root: Element;
  readonly rows: readonly Element[];
  readonly selectors: {
    /** From the document. */
    readonly root: string;
    /** From the root. */
    readonly rows: string;
    /** From a row. */
    readonly cells: string;
    /** From the root; absent where no headers stand over the columns, or two say the same. */
    readonly headers?: string;
  };
  /** How many cells a row has. */
  readonly width: number;
  /** The columns in order, and after them the pieces of cells that hold several texts. */
  readonly columns: readonly GuessedColumn[];
  /** Only where no column holds the HIS's own code. */
  readonly link?: LinkedCode;
  readonly guesses: readonly ColumnGuess[];
  readonly questions: readonly ColumnQuestion[];
}

export interface GuessedColumn extends ColumnSample {
  /** How the text of a cell is taken. */
  readonly from: PlacedText["from"];
  /** Within the cell; absent for the cell itself. */
  readonly inner?: string;
  /** Finds the cell from its row, whatever the headers say. */
  readonly cell: string;
}

/** A column that no cell shows: the code in a link of each row, as the part of a profile that reads it. */
export interface LinkedCode extends ColumnSample {
  readonly part: PartInput;
}

/** Rows whose values are looked at: the first ones, as a person would. */
const LOOKED_AT = 200;
const MOST_PIECES = 8;
/** Groups of rows that are looked into, the largest first: a page may lie by the thousand. */
const MOST_GROUPS = 40;

const cellsIn = (row: Element | undefined, group: Pick<RowGroup, "cells">): readonly Element[] =>
  row === undefined ? [] : (findElements(row, group.cells) ?? []);

/** The cell of one column from its row: by what the HIS calls the column, else by its place. */
export const cellSelector = (
  rows: readonly Element[],
  group: Pick<RowGroup, "cells">,
  column: number,
): string => {
  const sample = rows.slice(0, 20);
  const cell = cellsIn(sample[0], group)[column];
  const lasting = (cell === undefined ? [] : simpleSelectors(cell).slice(0, -1)).find((selector) =>
    sample.every((row) => {
      const found = findElements(row, selector);
      return found?.length === 1 && found[0] === cellsIn(row, group)[column];
    }),
  );
  return lasting ?? `:scope > :nth-child(${column + 1})`;
};

const columnOf = (group: RowGroup, headers: FoundHeaders | undefined, column: number): GuessedColumn => {
  const rows = group.rows.slice(0, LOOKED_AT);
  const cells = rows.flatMap((row) => cellsIn(row, group)[column] ?? []);
  const { from, inner, values } = textPlace(cells);
  return {
    header: tidyText(headers?.cells[column]?.textContent ?? ""),
    values,
    from,
    ...(inner !== undefined && { inner }),
    cell: cellSelector(rows, group, column),
  };
};

/** The texts of cells that hold the same several elements in every row, as a name above a code. */
const piecesOf = (group: RowGroup, whole: GuessedColumn, column: number): readonly GuessedColumn[] => {
  const cells = group.rows.slice(0, LOOKED_AT).flatMap((row) => cellsIn(row, group)[column] ?? []);
  const makes = new Set(cells.map((cell) => [...cell.children].map(({ localName }) => localName).join(" ")));
  const count = cells[0]?.children.length ?? 0;
  if (makes.size !== 1 || count < 2 || count > MOST_PIECES || whole.from !== "text") return [];
  return Array.from({ length: count }, (_, at) => ({
    header: whole.header,
    values: cells.map((cell) => textOf(cell.children[at] ?? cell)),
    piece: true,
    from: "text" as const,
    inner: `:scope > :nth-child(${at + 1})`,
    cell: whole.cell,
  }));
};

/** The closest element that holds all of it and has a selector of its own, so that it survives the next reload. */
const rootOf = (scope: Element): { root: Element; selector: string } => {
  let root = scope;
  for (let level = 0; level < 3 && !/#[\w-]+$/u.test(documentSelectorOf(root)); level += 1) {
    const above: Element | null = root.parentElement;
    if (above === null || above.localName === "body") break;
    root = above;
  }
  const chosen = /#[\w-]+$/u.test(documentSelectorOf(root)) ? root : scope;
  return { root: chosen, selector: documentSelectorOf(chosen) };
};

const listOf = (group: RowGroup): GuessedList | undefined => {
  const headers = findHeaders(group);
  const { root, selector } = rootOf(headers?.scope ?? group.parent);
  const rows = selectorOfAll(group.rows, root);
  if (rows === undefined || !isShown(root)) return undefined;
  const straight = headers !== undefined && headers.cells.length === group.width ? headers : undefined;
  const whole = Array.from({ length: group.width }, (_, column) => columnOf(group, straight, column));
  const columns = [...whole, ...whole.flatMap((column, at) => piecesOf(group, column, at))];
  const { guesses, questions } = guessColumns(columns);
  const link = guesses.some(({ role }) => role === "his-code") ? undefined : codeInLink(group.rows);
  const headerCells = straight && selectorOfAll(straight.cells, root);
  return {
    root,
    rows: group.rows,
    selectors: {
      root: selector,
      rows,
      cells: group.cells,
      ...(headerCells !== undefined && { headers: headerCells }),
    },
    width: group.width,
    columns,
    ...(link !== undefined && { link }),
    guesses,
    questions,
  };
};

/** Whether somebody could be told from somebody else by these. */
const tellsApart = ({ guesses, questions, link }: GuessedList): boolean =>
  link !== undefined ||
  [...guesses, ...questions].some(({ role }) => role === "name" || isIdentifierRole(role));

const worth = ({ guesses, rows }: GuessedList): number =>
  guesses.reduce((sum, { confidence }) => sum + confidence, 0) + Math.min(rows.length, 1000) / 10_000;

/** Lists of people in a document, the likeliest first. A list in which nobody could be told apart is none. */
export const guessLists = (document: Document): readonly GuessedList[] =>
  [...findRowGroups(document)]
    .sort((a, b) => b.rows.length * b.width - a.rows.length * a.width)
    .slice(0, MOST_GROUPS)
    .flatMap((group) => listOf(group) ?? [])
    .filter(tellsApart)
    .sort((a, b) => worth(b) - worth(a));
