import fc from "fast-check";
import type { NameField } from "../profile/field-schema.ts";
import type { SiteProfileInput } from "../profile/site-profile.ts";
import { DATE_SPELLINGS, DATE_STYLES, type Subject, spelling, subject } from "./arbitrary-people.ts";

type ListInput = Extract<SiteProfileInput["pages"][number], { kind: "list" }>;
type Fields = ListInput["fields"];

/** What a column is for. `wide` has a header over two cells; `guardian` holds somebody else's name and number. */
const TITLES = {
  ticket: "STT",
  code: "Mã BN",
  name: "Họ và tên",
  middle: "Họ lót",
  given: "Tên",
  birth: "Ngày sinh",
  sex: "Giới tính",
  cccd: "CCCD/CMND",
  card: "Số thẻ BHYT",
  kind: "Đối tượng",
  guardian: "Người nhà",
  wide: "Phòng khám",
} as const;
type Column = keyof typeof TITLES;

const FAULTS = [
  ...Array.from({ length: 8 }, () => "none" as const),
  ...(["missing", "extra", "merged", "empty", "heading", "group", "nested", "spanning"] as const),
];
const NAME_FORMS = ["as-written", "family-comma-given", "given-first"] as const;
const WRITTEN = [...DATE_STYLES, "yyyy"] as const;

export interface GeneratedRow {
  readonly who: Subject;
  readonly guardian: Subject;
  readonly spell: (text: string) => string;
  readonly written: (typeof WRITTEN)[number];
  readonly fault: (typeof FAULTS)[number];
  /** At which column the fault is, counted round. */
  readonly at: number;
}

export interface GeneratedTable {
  readonly order: readonly Column[];
  readonly hidden: readonly Column[];
  /** The card's number stands in three inputs of one cell. */
  readonly inputs: boolean;
  /** How a name in one cell is written. */
  readonly names: NameField["form"];
  readonly format: (typeof DATE_STYLES)[number];
  readonly headers: "sound" | "duplicate" | "missing";
  /** Which header the fault is at, counted round. */
  readonly at: number;
  readonly spell: (text: string) => string;
  /** Rows are sought anywhere in the list, so that those of a table in a cell are found too. */
  readonly anywhere: boolean;
  readonly rows: readonly GeneratedRow[];
}

const row: fc.Arbitrary<GeneratedRow> = fc.record({
  who: subject,
  guardian: subject,
  spell: spelling,
  written: fc.constantFrom(...WRITTEN),
  fault: fc.constantFrom(...FAULTS),
  at: fc.nat(20),
});

const COMMON = ["ticket", "code", "birth", "sex", "cccd", "card", "kind", "guardian", "wide"] as const;

export const generatedTable: fc.Arbitrary<GeneratedTable> = fc.boolean().chain((split) => {
  const columns: Column[] = split ? [...COMMON, "middle", "given"] : [...COMMON, "name"];
  return fc.record({
    order: fc.shuffledSubarray(columns, { minLength: columns.length }),
    hidden: fc.subarray(columns),
    inputs: fc.boolean(),
    names: fc.constantFrom(...NAME_FORMS),
    format: fc.constantFrom(...DATE_STYLES),
    headers: fc.constantFrom("sound", "sound", "sound", "duplicate", "missing"),
    at: fc.nat(20),
    spell: spelling,
    anywhere: fc.boolean(),
    rows: fc.array(row, { minLength: 1, maxLength: 7 }),
  });
});

export const codeOf = ({ cccd }: Subject): string => `bn-${cccd.slice(3)}`;

const around = <Item>(items: readonly Item[], at: number): Item | undefined => items[at % items.length];

const nameIn = (form: GeneratedTable["names"], { family, given }: Subject): string => {
  if (form === "family-comma-given") return `${family}, ${given}`;
  return form === "given-first" ? `${given} ${family}` : `${family} ${given}`;
};

/** What stands in one cell. */
const contentOf = (column: Column, who: Subject, table: GeneratedTable, written: GeneratedRow): string => {
  const { spell } = written;
  switch (column) {
    case "ticket":
      return "7";
    case "code":
      return `<a href="/p/${codeOf(who)}">${spell("Mở")}</a>`;
    case "name":
      return spell(nameIn(table.names, who));
    case "middle":
      return spell([who.family, ...who.given.split(" ").slice(0, -1)].join(" "));
    case "given":
      return spell(who.given.split(" ").at(-1) ?? "");
    case "birth":
      return spell(
        written.written === "yyyy" ? `${who.date.year}` : DATE_SPELLINGS[written.written](who.date),
      );
    case "sex":
      return spell(who.female ? "Nữ" : "Nam");
    case "cccd":
      return spell(who.cccd);
    case "card":
      return table.inputs
        ? [who.bhyt.slice(0, 3), who.bhyt.slice(3, 5), who.bhyt.slice(5)]
            .map((part, index) => `<input class="b${index}" value="${part}">`)
            .join("")
        : spell(who.bhyt);
    case "kind":
      return spell(who.emergency ? "BN cấp cứu" : "Thường");
    case "guardian":
      return spell(`${written.guardian.family} ${written.guardian.given} ${written.guardian.cccd}`);
    case "wide":
      return "P.101";
  }
};

const cell = (column: Column | undefined, table: GeneratedTable, html: string, attributes = ""): string => {
  const hidden = column !== undefined && table.hidden.includes(column) ? ' style="display:none"' : "";
  return `<td${hidden}${attributes}>${html}</td>`;
};

const plainRow = (who: Subject, table: GeneratedTable, written: GeneratedRow): string =>
  table.order
    .flatMap((column) => {
      const one = cell(column, table, contentOf(column, who, table, written));
      return column === "wide" ? [one, one] : [one];
    })
    .join("");

/** Cells of a row with its fault, without the column over which the row before still stands. */
const rowCells = (table: GeneratedTable, written: GeneratedRow, covered: Column | undefined): string => {
  const { fault, at, who } = written;
  const { order } = table;
  const place = at % order.length;
  if (fault === "group") return `<td colspan="${order.length + 1}">${written.spell("Khoa Nội, CCCD")}</td>`;
  if (fault === "heading")
    return order
      .map((column) => `<td${column === "wide" ? ' colspan="2"' : ""}>${written.spell(TITLES[column])}</td>`)
      .join("");
  const cells: string[] = [];
  for (const [index, column] of order.entries()) {
    const html = contentOf(column, who, table, written);
    if (column === covered || (fault === "missing" && index === place)) continue;
    if (fault === "merged" && index === place && index + 1 < order.length) {
      const next = order[index + 1];
      const width = (column === "wide" ? 2 : 1) + (next === "wide" ? 2 : 1);
      cells.push(cell(column, table, html, ` colspan="${width}"`));
      continue;
    }
    if (fault === "merged" && index === place + 1) continue;
    if (fault === "empty" && index === place) cells.push(cell(column, table, ""));
    else if (fault === "spanning" && index === place) cells.push(cell(column, table, html, ' rowspan="2"'));
    else if (fault === "nested" && column === "guardian")
      cells.push(
        cell(
          column,
          table,
          `<table><tbody><tr class="inner">${plainRow(written.guardian, table, written)}</tr></tbody></table>`,
        ),
      );
    else cells.push(cell(column, table, html));
    if (column === "wide") cells.push(cell(column, table, html));
  }
  if (fault === "extra") cells.splice(place, 0, cell(undefined, table, written.spell(written.guardian.cccd)));
  return cells.join("");
};

/** The table in this document, and which row is about which of the generated rows; others are about nobody. */
export const drawTable = (
  table: GeneratedTable,
): { readonly root: Element; readonly rows: ReadonlyMap<Element, GeneratedRow> } => {
  const broken = around(table.order, table.at);
  const twin = around(table.order, table.at + 1);
  const head = table.order.map((column) => {
    const title = table.headers === "duplicate" && column === broken && twin ? TITLES[twin] : TITLES[column];
    const shown = table.headers === "missing" && column === broken ? "?" : title;
    const hidden = table.hidden.includes(column) ? ' style="display:none"' : "";
    return `<th${hidden}${column === "wide" ? ' colspan="2"' : ""}>${table.spell(shown)}</th>`;
  });
  let covered: Column | undefined;
  const body = table.rows.map((written) => {
    const html = `<tr class="outer">${rowCells(table, written, covered)}</tr>`;
    const spans = written.fault === "spanning" && covered === undefined;
    covered = spans ? around(table.order, written.at) : undefined;
    return html;
  });
  const root = document.createElement("div");
  root.id = "list";
  root.innerHTML = `<table><thead><tr>${head.join("")}</tr></thead><tbody>${body.join("")}</tbody></table>`;
  document.body.replaceChildren(root);
  const rows = new Map<Element, GeneratedRow>();
  for (const [index, element] of [...root.querySelectorAll("tr.outer")].entries()) {
    const written = table.rows[index];
    if (written !== undefined && written.fault !== "heading" && written.fault !== "group")
      rows.set(element, written);
  }
  return { root, rows };
};

/** The profile of such a page. It says nothing of the order of columns, and names both of two ways to write a date. */
export const pageOfTable = (table: GeneratedTable): ListInput => {
  const text = (...headers: string[]) => headers.map((header) => ({ from: "text" as const, header }));
  const card: Fields["identifiers"] = table.inputs
    ? [
        {
          kind: "bhyt",
          parts: [0, 1, 2].map((part) => ({ from: "value", header: TITLES.card, selector: `.b${part}` })),
        },
      ]
    : [{ kind: "bhyt", parts: text(TITLES.card) }];
  const split = table.order.includes("middle");
  return {
    id: "list",
    kind: "list",
    recognise: [{ selector: "#list" }],
    root: "#list",
    rows: { selector: table.anywhere ? "tbody > tr" : ":scope > table > tbody > tr" },
    columns: { headers: "thead th", count: { min: 1, max: 40 } },
    gutter: { at: "edge", edge: "left", width: 20 },
    fields: {
      identifiers: [
        { kind: "cccd", parts: text(TITLES.cccd) },
        ...card,
        {
          kind: "his-code",
          parts: [
            {
              from: "attribute",
              attribute: "href",
              header: TITLES.code,
              selector: "a",
              match: { pattern: "/p/(bn-[0-9]+)$", group: 1 },
            },
          ],
        },
      ],
      name: {
        parts: split ? text(TITLES.middle, TITLES.given) : text(TITLES.name),
        form: split ? "as-written" : table.names,
      },
      birthDate: { parts: text(TITLES.birth), formats: [table.format, "yyyy"] },
      sex: {
        parts: text(TITLES.sex),
        codes: [
          { text: "Nam", sex: "male" },
          { text: "Nữ", sex: "female" },
        ],
      },
    },
    emergency: [{ when: "contains", part: text(TITLES.kind)[0] ?? { from: "text" }, words: ["Cấp cứu"] }],
  };
};
