import { foldName } from "@cadre-care/domain";
import type { ListPage, ProfilePage } from "../profile/page-schema.ts";
import type { Part } from "../profile/source-schema.ts";
import { findElements, isShown } from "../read/find-elements.ts";
import { ListReader } from "../read/read-rows.ts";
import { FaultLog } from "../read/reading-faults.ts";
import type { FieldRole } from "./field-role.ts";

/** The elements of a document that a field of a page is read from; `header`: the cell that names their column. */
export interface FieldPlace {
  readonly role: FieldRole;
  readonly elements: readonly Element[];
  readonly header?: Element;
}

/** How many rows are looked at: more than fit on a screen. */
const LOOKED_AT = 120;

/** The parts that each field of a page is read from. */
export const partsByRole = ({
  fields,
  emergency,
}: Pick<ProfilePage, "fields" | "emergency">): readonly (readonly [FieldRole, readonly Part[]])[] => [
  ...fields.identifiers.map(({ kind, parts }) => [kind, parts] as const),
  ...(fields.name === undefined ? [] : [["name", fields.name.parts] as const]),
  ...(fields.birthDate === undefined ? [] : [["birth-date", fields.birthDate.parts] as const]),
  ...(fields.sex === undefined ? [] : [["sex", fields.sex.parts] as const]),
  ...emergency.flatMap((signal) =>
    signal.when === "present" ? [] : [["emergency", [signal.part]] as const],
  ),
];

/** The one element on screen that a page calls its root. */
export const rootOfPage = (document: Document, page: ProfilePage): Element | undefined => {
  const roots = findElements(document, page.root)?.filter(isShown) ?? [];
  return roots.length === 1 ? roots[0] : undefined;
};

const within = (base: Element, { selector }: Part): readonly Element[] =>
  selector === undefined ? [base] : (findElements(base, selector) ?? []);

const headerOf = (root: Element, { columns }: ListPage, { header }: Part): Element | undefined => {
  if (columns === undefined || header === undefined) return undefined;
  const sought = [header].flat().map(foldName);
  return findElements(root, columns.headers)?.find((cell) =>
    sought.includes(foldName(cell.textContent ?? "")),
  );
};

/** Finds the elements of a part within one row, or within the patient's root. */
export type PartFinder = (part: Part) => readonly Element[];

const listed = (root: Element, page: ListPage): { reader: ListReader; rows: readonly Element[] } => {
  const reader = new ListReader(page);
  reader.refresh(root, true);
  return { reader, rows: Array.from(reader.rows(root, new FaultLog()).all) };
};

const rowFinders = (root: Element, page: ListPage, most: number): readonly PartFinder[] => {
  const { reader, rows } = listed(root, page);
  return rows.slice(0, most).map((row) => (part) => {
    const base = part.header === undefined ? row : reader.cellUnder(part.header, row);
    return base === undefined ? [] : within(base, part);
  });
};

/** One finder for each row of a list, or one for the patient; none where the page is not shown. */
export const subjectsOf = (
  document: Document,
  page: ProfilePage,
  most = Number.POSITIVE_INFINITY,
): readonly PartFinder[] => {
  const root = rootOfPage(document, page);
  if (root === undefined) return [];
  return page.kind === "list" ? rowFinders(root, page, most) : [(part) => within(root, part)];
};

/** Where the fields of a page stand in a document; empty where the page is not shown. */
export const placesOf = (document: Document, page: ProfilePage): readonly FieldPlace[] => {
  const root = rootOfPage(document, page);
  const finders = subjectsOf(document, page, LOOKED_AT);
  if (root === undefined) return [];
  return partsByRole(page).map(([role, parts]) => {
    const header =
      page.kind === "list" ? parts.flatMap((part) => headerOf(root, page, part) ?? [])[0] : undefined;
    const elements = finders.flatMap((find) => parts.flatMap(find));
    return { role, elements, ...(header !== undefined && { header }) };
  });
};

/** The first rows of a list, as many as fit on a screen. */
export const rowsOf = (document: Document, page: ListPage): readonly Element[] => {
  const root = rootOfPage(document, page);
  return root === undefined ? [] : listed(root, page).rows.slice(0, LOOKED_AT);
};

/** The free cells over which the marks of these rows would stand; none where they stand at an edge. */
export const cellsOfGutter = (document: Document, page: ListPage): readonly Element[] => {
  const root = rootOfPage(document, page);
  const { gutter } = page;
  if (root === undefined || gutter.at === "edge") return [];
  const { reader, rows } = listed(root, page);
  return rows
    .slice(0, LOOKED_AT)
    .flatMap(
      (row) =>
        ("header" in gutter ? reader.cellUnder(gutter.header, row) : findElements(row, gutter.cell)?.[0]) ??
        [],
    );
};
