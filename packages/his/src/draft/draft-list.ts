import { foldName } from "@cadre-care/domain";
import type { ListPage } from "../profile/page-schema.ts";
import type { SiteProfileInput } from "../profile/site-profile.ts";
import { readRows } from "../read/read-rows.ts";
import {
  type DraftedFields,
  draftFields,
  type FieldsInput,
  type PartInput,
  type PlacedSample,
  withoutRole,
} from "./draft-fields.ts";
import { isStated } from "./draft-patient.ts";
import type { FieldRole } from "./field-role.ts";
import { findScroller } from "./find-scroller.ts";
import type { ColumnGuess } from "./guess-columns.ts";
import type { GuessedColumn, GuessedList } from "./guess-list.ts";
import { checkedPage, type DraftQuestion, type PageDraft } from "./page-draft.ts";
import { sayingValues } from "./value-roles.ts";

type ListInput = Extract<SiteProfileInput["pages"][number], { kind: "list" }>;

/** How many rows at least a healthy list may grow to. */
const ROOMY = 1_000;
const GUTTER_WIDTH = 16;
/** Which part of the rows that say something in a column the reader must read as well. */
const NEARLY_ALL = 0.9;
/** A code in a link may be the patient's or the visit's. */
const UNSURE = 0.5;

const headersTell = (list: GuessedList): boolean => list.selectors.headers !== undefined;

/** By its header where that is the only one of its kind, else by the cell itself. */
const partOf = (list: GuessedList, column: GuessedColumn, byHeader: boolean): PartInput => {
  const { from, inner, header, cell } = column;
  const alone =
    list.columns.filter((other) => !other.piece && foldName(other.header) === foldName(header)).length === 1;
  if (byHeader && alone && foldName(header) !== "")
    return { from, header, ...(inner !== undefined && { selector: inner }) };
  return { from, selector: inner === undefined ? cell : `${cell} ${inner.replace(/^:scope /u, "")}` };
};

const inputOf = (list: GuessedList, byHeader: boolean, drafted: DraftedFields, id: string): ListInput => {
  const { root, rows, cells, headers } = list.selectors;
  const scroller = findScroller(list);
  const { width } = list;
  return {
    id,
    kind: "list",
    recognise: [{ selector: root }],
    root,
    rows: { selector: rows, count: { min: 0, max: Math.max(ROOMY, list.rows.length * 10) } },
    ...(byHeader &&
      headers !== undefined && { columns: { headers, cells, count: { min: width, max: width } } }),
    ...(scroller !== undefined && { scroller }),
    gutter: { at: "edge", edge: "left", inset: 0, width: GUTTER_WIDTH },
    fields: drafted.fields,
    emergency: [...drafted.emergency],
  };
};

/** Roles that the reader reads from fewer rows than say something. */
const unread = (list: GuessedList, page: ListPage, drafted: DraftedFields): readonly FieldRole[] => {
  const { rows } = readRows(list.root, page);
  return drafted.drafted.flatMap(({ role }) => {
    if (role === "emergency") return [];
    const guess = list.guesses.find((one) => one.role === role);
    const saying = Math.min(
      ...(guess?.columns ?? []).map((at) => sayingValues(list.columns[at]?.values ?? []).length),
      list.rows.length,
    );
    const read = rows
      .slice(0, list.columns[0]?.values.length)
      .filter(({ identity }) => isStated(identity, role)).length;
    return saying > 0 && read >= saying * NEARLY_ALL ? [] : [role];
  });
};

const draftWith = (list: GuessedList, id: string, byHeader: boolean): PageDraft<ListPage> => {
  const { link } = list;
  const samples: PlacedSample[] = list.columns.map((column) => ({
    ...column,
    parts: [partOf(list, column, byHeader)],
  }));
  const linked: ColumnGuess[] =
    link === undefined ? [] : [{ role: "his-code", columns: [samples.length], confidence: UNSURE }];
  if (link !== undefined) samples.push({ ...link, parts: [link.part] });
  const drafted = draftFields([...list.guesses, ...linked], samples);
  const questions: DraftQuestion[] = [
    ...list.questions.map(({ doubt, role, columns }) => ({
      doubt,
      role,
      labels: columns.map((column) => list.columns[column]?.header ?? ""),
      ...(doubt === "half-a-name" && { parts: columns.flatMap((column) => samples[column]?.parts ?? []) }),
    })),
    ...drafted.questions,
    ...linked.map(({ role }) => ({ doubt: "code-in-link" as const, role, labels: [] })),
    { doubt: "gutter", labels: [] },
  ];
  const first = checkedPage(inputOf(list, byHeader, drafted, id));
  if (first?.kind !== "list") return { page: undefined, fields: [], questions };
  const lost = unread(list, first, drafted);
  const kept: FieldsInput = lost.reduce(withoutRole, drafted.fields);
  const page = checkedPage(inputOf(list, byHeader, { ...drafted, fields: kept }, id));
  return {
    page: page?.kind === "list" ? page : undefined,
    fields: drafted.drafted.filter(({ role }) => !lost.includes(role)),
    questions: [
      ...questions,
      ...drafted.drafted.flatMap(({ role, labels }) =>
        lost.includes(role) ? [{ doubt: "not-read" as const, role, labels }] : [],
      ),
    ],
  };
};

/**
 * A list as a page of a profile, checked with the product's own schema and reader. Columns are found by their headers
 * where these tell them apart and line up with the cells, else by the cells themselves.
 */
export const draftList = (list: GuessedList, id: string): PageDraft<ListPage> => {
  const byCell = (): PageDraft<ListPage> => draftWith(list, id, false);
  if (!headersTell(list)) return byCell();
  const byHeader = draftWith(list, id, true);
  if (!byHeader.questions.some(({ doubt }) => doubt === "not-read")) return byHeader;
  const other = byCell();
  return other.fields.length > byHeader.fields.length ? other : byHeader;
};
