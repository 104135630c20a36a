import { foldName } from "@cadre-care/domain";
import type { ListPage } from "../profile/page-schema.ts";
import { findElements } from "../read/find-elements.ts";
import { holds } from "../read/shadow-roots.ts";
import { tidyText } from "../read/tidy-text.ts";
import type { PartInput } from "./draft-fields.ts";
import { cellSelector } from "./guess-list.ts";
import { deepSelectorOf } from "./stable-selectors.ts";
import { readableControl, textOf } from "./text-place.ts";

/** A column that somebody pointed at, and what its cells say. */
export interface PointedColumn {
  readonly header: string;
  /** The column by its header where that tells it apart, else by its cells. */
  readonly place: { readonly header: string } | { readonly cell: string };
  readonly part: PartInput;
  readonly values: readonly string[];
}

const LOOKED_AT = 200;

/** What stands in the cell and was meant: a control, or one of several texts; undefined for the cell itself. */
const innerOf = (cell: Element, element: Element): Element | undefined => {
  if (element === cell) {
    const controls = [...cell.querySelectorAll("input, select, textarea")].filter(
      (control) => readableControl(control) !== undefined,
    );
    return controls.length === 1 ? controls[0] : undefined;
  }
  if (readableControl(element) !== undefined) return element;
  return tidyText(textOf(element)) === tidyText(textOf(cell)) ? undefined : element;
};

/** The column in which `element` stands, in a row or as a header. Undefined where it stands in neither. */
export const pointedColumn = (root: Element, page: ListPage, element: Element): PointedColumn | undefined => {
  const rows = (findElements(root, page.rows.selector) ?? []).slice(0, LOOKED_AT);
  const cells = page.columns?.cells ?? ":scope > *";
  const headers = page.columns === undefined ? [] : (findElements(root, page.columns.headers) ?? []);
  const row = rows.find((one) => holds(one, element));
  const inRow = row === undefined ? [] : (findElements(row, cells) ?? []);
  const at =
    row === undefined
      ? headers.findIndex((header) => holds(header, element))
      : inRow.findIndex((cell) => holds(cell, element));
  const sample = row ?? rows[0];
  const cell = sample === undefined ? undefined : findElements(sample, cells)?.[at];
  if (at < 0 || sample === undefined || cell === undefined) return undefined;
  const inner = row === undefined ? innerOf(cell, cell) : innerOf(cell, element);
  const selector = inner === undefined ? undefined : deepSelectorOf(inner, cell);
  const from = (inner === undefined ? undefined : readableControl(inner)) ?? "text";
  const straight = headers.length === (findElements(sample, cells)?.length ?? -1);
  const header = straight ? tidyText(headers[at]?.textContent ?? "") : "";
  const alone =
    foldName(header) !== "" &&
    headers.filter((other) => foldName(other.textContent ?? "") === foldName(header)).length === 1;
  const place = alone ? { header } : { cell: cellSelector(rows, { cells }, at) };
  const values = rows.flatMap((one) => {
    const own = findElements(one, cells)?.[at];
    const said = own && selector !== undefined ? findElements(own, selector)?.[0] : own;
    return said === undefined ? [] : [textOf(said)];
  });
  const part: PartInput =
    "header" in place
      ? { from, header: place.header, ...(selector !== undefined && { selector }) }
      : {
          from,
          selector:
            selector === undefined ? place.cell : `${place.cell} ${selector.replace(/^:scope /u, "")}`,
        };
  return { header, place, part, values };
};
