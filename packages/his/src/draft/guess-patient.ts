import { isShown } from "../read/find-elements.ts";
import type { PartInput, PlacedSample } from "./draft-fields.ts";
import type { FieldRole } from "./field-role.ts";
import { type FoundField, findFields } from "./find-fields.ts";
import { type ColumnGuess, type ColumnQuestion, type ColumnSample, guessColumns } from "./guess-columns.ts";
import { headerMeaning } from "./header-roles.ts";
import { documentSelectorOf, selectorOf } from "./stable-selectors.ts";
import { readableControl, textOf } from "./text-place.ts";

/** A patient found in a document, outside its lists. All selectors were seen to find these very elements. */
export interface GuessedPatient {
  readonly root: Element;
  /** From the document. */
  readonly rootSelector: string;
  readonly samples: readonly PlacedSample[];
  readonly guesses: readonly ColumnGuess[];
  readonly questions: readonly ColumnQuestion[];
}

/** Pieces of one thing are one value: a card in six inputs, a date in three, a name in two. */
const JOINS: Partial<Record<FieldRole, string>> = { "birth-date": "/", name: " " };

const valueOfField = ({ label, elements }: FoundField): string => {
  const [first] = headerMeaning(label).roles;
  return elements.map(textOf).join((first && JOINS[first.role]) ?? "");
};

const sampleOf = (field: FoundField): ColumnSample => ({
  header: field.label,
  values: [valueOfField(field)],
});

const placed = (root: Element, field: FoundField): PlacedSample => ({
  ...sampleOf(field),
  parts: field.elements.map(
    (element): PartInput => ({
      from: readableControl(element) ?? "text",
      selector: selectorOf(element, root),
    }),
  ),
});

const isIn = (root: Element, { elements }: FoundField): boolean =>
  elements.every((element) => element !== root && root.contains(element));

/** The closest element that holds all of these and that a selector of its own finds. */
const rootOf = (fields: readonly FoundField[]): Element | undefined => {
  const [first] = fields.flatMap(({ elements }) => elements);
  let root: Element | null = first?.parentElement ?? null;
  while (root !== null && !fields.every((field) => root !== null && isIn(root, field)))
    root = root.parentElement;
  for (let above = root; above !== null && above.localName !== "body"; above = above.parentElement) {
    const selector = documentSelectorOf(above).split(" >>> ").at(-1) ?? "";
    if (/^[#\w-]*[#.][\w-]+$|^(dialog|form|main|article|section|fieldset)$/u.test(selector) && isShown(above))
      return above;
  }
  return root ?? undefined;
};

/** Who a document shows, by what its labels say; undefined where no label says anything of a patient. */
export const guessPatient = (
  document: Document,
  lists: readonly Element[] = [],
): GuessedPatient | undefined => {
  const all = findFields(document, lists);
  const first = guessColumns(all.map(sampleOf));
  // An empty search box somewhere else on the page says nothing about where the patient is.
  const telling = first.guesses.length > 0 ? first.guesses : first.questions;
  const named = new Set(telling.flatMap(({ columns }) => columns));
  const root = rootOf(all.filter((_field, at) => named.has(at)));
  if (named.size === 0 || root === undefined) return undefined;
  const samples = all.filter((field) => isIn(root, field)).map((field) => placed(root, field));
  return { root, rootSelector: documentSelectorOf(root), samples, ...guessColumns(samples) };
};
