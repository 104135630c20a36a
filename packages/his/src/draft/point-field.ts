import type { ProfilePage } from "../profile/page-schema.ts";
import { holds } from "../read/shadow-roots.ts";
import { tidyText } from "../read/tidy-text.ts";
import {
  draftFields,
  type EmergencyInput,
  type FieldsInput,
  inOneOrder,
  type PartInput,
} from "./draft-fields.ts";
import { isStated } from "./draft-patient.ts";
import { type FieldRole, isIdentifierRole } from "./field-role.ts";
import { findFields } from "./find-fields.ts";
import { lookAtPage } from "./look-at-page.ts";
import { isNameHalf, joinHalves } from "./name-halves.ts";
import { checkedPage, type DraftedField, type DraftQuestion } from "./page-draft.ts";
import { rootOfPage } from "./page-places.ts";
import { pointedColumn } from "./pointed-column.ts";
import { deepSelectorOf } from "./stable-selectors.ts";
import { readableControl, textOf } from "./text-place.ts";
import { sayingValues } from "./value-roles.ts";

/** What came of pointing. `outside`: not in a row, a header or the patient's part of the page; the page stays as it was. */
export type PointedField =
  | { readonly state: "outside" }
  | {
      readonly state: "placed";
      readonly page: ProfilePage;
      readonly field?: DraftedField;
      readonly questions: readonly DraftQuestion[];
    };

interface Target {
  readonly label: string;
  readonly part: PartInput;
  readonly values: readonly string[];
}

const targetIn = (document: Document, page: ProfilePage, element: Element): Target | undefined => {
  const root = rootOfPage(document, page);
  if (root === undefined) return undefined;
  if (page.kind === "list") {
    const column = pointedColumn(root, page, element);
    return column && { label: column.header, part: column.part, values: column.values };
  }
  if (element === root || !holds(root, element)) return undefined;
  const label = findFields(document, []).find(({ elements }) => elements.includes(element))?.label ?? "";
  return {
    label,
    part: { from: readableControl(element) ?? "text", selector: deepSelectorOf(element, root) },
    values: [textOf(element)],
  };
};

/** The fields with one role taken from these; whatever else they hold is left out. */
const withRole = (fields: FieldsInput, role: FieldRole, from: FieldsInput): FieldsInput => {
  if (!isIdentifierRole(role)) return { ...fields, ...from, identifiers: fields.identifiers };
  const own = from.identifiers ?? [];
  const known = fields.identifiers ?? [];
  return {
    ...fields,
    identifiers: known.some(({ kind }) => kind === role)
      ? known.map((one) => own.find(({ kind }) => kind === one.kind) ?? one)
      : inOneOrder([...known, ...own]),
  };
};

/** What is pointed at takes the place of what is read in the same way: words or a mere presence. */
const othersThan = (pointed: readonly EmergencyInput[], { emergency }: ProfilePage) => {
  const kinds = new Set(pointed.map(({ when }) => when === "present"));
  return emergency.filter(({ when }) => !kinds.has(when === "present"));
};

/**
 * A field of a page put where somebody pointed, and read back with the product's own reader. `open`: the questions about
 * this page that nobody has answered yet; one for a half of a name holds the other half.
 */
export const pointField = (
  document: Document,
  page: ProfilePage,
  role: FieldRole,
  element: Element,
  open: readonly DraftQuestion[] = [],
): PointedField => {
  const target = targetIn(document, page, element);
  if (target === undefined) return { state: "outside" };
  const { label, part } = target;
  const values = sayingValues(target.values.map(tidyText));
  const joined = isNameHalf(role) ? joinHalves(role, target, page.fields.name?.parts ?? [], open) : undefined;
  const whole: FieldRole = joined === undefined ? role : "name";
  if (joined !== undefined && "question" in joined)
    return {
      state: "placed",
      page,
      field: { role: whole, labels: [label], sure: false },
      questions: [joined.question],
    };
  const drafted = draftFields(
    [{ role, columns: [0], confidence: 1 }],
    [{ header: label, values: target.values, parts: [part] }],
  );
  const fields: FieldsInput =
    joined === undefined
      ? withRole(page.fields, role, drafted.fields)
      : { ...page.fields, name: { parts: [...joined.parts], form: "as-written" } };
  const next = checkedPage({
    ...page,
    fields,
    emergency: [...drafted.emergency, ...othersThan(drafted.emergency, page)],
  });
  const placed = joined !== undefined || drafted.drafted.length > 0;
  if (next === undefined || !placed)
    return {
      state: "placed",
      page,
      questions: next === undefined ? [notRead(role, label)] : drafted.questions,
    };
  const isRead =
    role === "emergency" ||
    lookAtPage(document, next).subjects.some(({ identity }) => isStated(identity, whole));
  return {
    state: "placed",
    page: next,
    field: { role: whole, labels: [label], sure: isRead && drafted.questions.length === 0 },
    questions:
      isRead || values.length === 0 ? drafted.questions : [...drafted.questions, notRead(role, label)],
  };
};

const notRead = (role: FieldRole, label: string): DraftQuestion => ({
  doubt: "not-read",
  role,
  labels: [label],
});
