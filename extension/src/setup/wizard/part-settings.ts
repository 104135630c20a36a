import { checkedPage, type FieldRole, type ProfilePage } from "@cadre-care/his/draft";

type Part = ProfilePage["fields"]["identifiers"][number]["parts"][number];

/** Every part that a page reads, changed; the page is checked anew. */
const withParts = (page: ProfilePage, change: (part: Part) => Part): ProfilePage | undefined => {
  const { identifiers, name, birthDate, sex } = page.fields;
  const changed = <Field extends { readonly parts: readonly Part[] }>(field: Field) => ({
    ...field,
    parts: field.parts.map(change),
  });
  return checkedPage({
    ...page,
    fields: {
      identifiers: identifiers.map(changed),
      ...(name !== undefined && { name: changed(name) }),
      ...(birthDate !== undefined && { birthDate: changed(birthDate) }),
      ...(sex !== undefined && { sex: changed(sex) }),
    },
    emergency: page.emergency.map((signal) =>
      signal.when === "present" ? signal : { ...signal, part: change(signal.part) },
    ),
  });
};

/** The page with this part of a field left out when it is empty, or not. */
export const withOptional = (page: ProfilePage, part: Part, optional: boolean): ProfilePage | undefined =>
  withParts(page, (one) => (one === part ? { ...one, optional } : one));

/** Fields of several parts: only there may one be empty and the rest still say something. */
export const severalParts = ({ fields }: ProfilePage): readonly (readonly [FieldRole, readonly Part[]])[] =>
  [
    ...fields.identifiers.map(({ kind, parts }) => [kind, parts] as const),
    ["name", fields.name?.parts ?? []] as const,
    ["birth-date", fields.birthDate?.parts ?? []] as const,
    ["sex", fields.sex?.parts ?? []] as const,
  ].filter(([, parts]) => parts.length > 1);

/** What columns are called that fields, emergencies or marks name, each once. */
export const columnNames = (page: ProfilePage): readonly (readonly string[])[] => {
  const { identifiers, name, birthDate, sex } = page.fields;
  const parts = [...identifiers, name, birthDate, sex].flatMap((field) => field?.parts ?? []);
  const signals = page.emergency.flatMap((signal) => (signal.when === "present" ? [] : [signal.part]));
  const gutter = page.kind === "list" && "header" in page.gutter ? [page.gutter.header] : [];
  const all = [...parts, ...signals].flatMap(({ header }) => (header === undefined ? [] : [header]));
  const each = [...all, ...gutter].map((header) => [header].flat());
  return [...new Map(each.map((names) => [names.join("\n"), names])).values()];
};

/** The page with these names for a column, wherever it is named. */
export const withColumnNames = (
  page: ProfilePage,
  before: readonly string[],
  names: readonly string[],
): ProfilePage | undefined => {
  const key = before.join("\n");
  const isSame = (header: Part["header"]): boolean =>
    header !== undefined && [header].flat().join("\n") === key;
  const [only] = names;
  const header = names.length === 1 && only !== undefined ? only : [...names];
  const next = withParts(page, (part) => (isSame(part.header) ? { ...part, header } : part));
  return next?.kind === "list" && "header" in next.gutter && isSame(next.gutter.header)
    ? checkedPage({ ...next, gutter: { ...next.gutter, header } })
    : next;
};
