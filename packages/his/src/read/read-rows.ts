import type { Problem, StatedIdentity, StatedUrgency } from "@cadre-care/domain/page";
import { type Finding, isLostEmergency, RowTally } from "../health/findings.ts";
import { ListVerdict } from "../health/list-verdict.ts";
import type { ListPage } from "../profile/page-schema.ts";
import type { ColumnHeader } from "../profile/source-schema.ts";
import { Columns } from "./columns.ts";
import { countFits, findMany, searchFault } from "./find-elements.ts";
import { ListRows } from "./list-rows.ts";
import { FaultLog, type ReadingFault } from "./reading-faults.ts";
import { readingProblem } from "./reading-problems.ts";
import { RowMemory } from "./row-memory.ts";
import { SubjectReader, type SubjectStatement } from "./subject-reader.ts";

const NOTHING: SubjectStatement = {
  identity: { identifiers: [] },
  urgency: { emergency: false },
  faults: [],
  empty: [],
  shapeless: [],
  fingerprint: '[{"identifiers":[]},{"emergency":false}]',
};

export interface RowStatement {
  readonly row: Element;
  readonly identity: StatedIdentity;
  readonly urgency: StatedUrgency;
  readonly fingerprint: string;
}

/** What one row said; `own`: why it could not be read at all. */
export interface RowSaid {
  readonly statement: SubjectStatement;
  readonly own?: readonly [place: string, fault: ReadingFault];
}

/** A list that states no range may have any number of rows. */
const ANY = { min: 0, max: Number.POSITIVE_INFINITY };
/** Names of the fields, as statements name them. */
const placesOf = ({ identifiers, name, birthDate, sex }: ListPage["fields"]): readonly string[] => [
  ...identifiers.map((_, index) => `fields.identifiers[${index}]`),
  ...Object.entries({ name, birthDate, sex }).flatMap(([key, field]) => (field ? [`fields.${key}`] : [])),
];

const saysSomething = ({ identifiers, name, birthDate }: StatedIdentity): boolean =>
  identifiers.length > 0 || name !== undefined || birthDate !== undefined;

const NESTED: RowSaid = { statement: NOTHING, own: ["rows", "rows-off"] };

/** Reads rows of one list. Keeps texts that it has interpreted before, and what untouched rows said. */
export class ListReader {
  readonly page: ListPage;
  readonly #columns: Columns | undefined;
  readonly #subjects: SubjectReader;
  readonly #memory: RowMemory<RowSaid>;
  readonly #places: readonly string[];
  readonly #filled = new Set<string>();
  #rows: ListRows | undefined;
  #countOff: Finding | undefined;

  /** `verdict`: what earlier readings of this list have shown, also before it was drawn anew. */
  constructor(
    page: ListPage,
    private readonly verdict = new ListVerdict(),
  ) {
    this.page = page;
    this.#memory = new RowMemory(page);
    this.#columns = page.columns && new Columns(page.columns);
    this.#subjects = new SubjectReader(page);
    this.#places = placesOf(page.fields);
  }

  /** All rows of the list, on screen or not; the log says why there are none. Does not measure anything. */
  rows(root: Element, log: FaultLog): ListRows {
    const { selector, count } = this.page.rows;
    const found = findMany(root, selector);
    const fault =
      found === undefined
        ? searchFault(selector)
        : countFits(found.length, count ?? ANY)
          ? undefined
          : "rows-off";
    if (fault !== undefined) log.add(fault, "rows");
    const all = found === undefined || found.length > (count ?? ANY).max ? [] : found;
    this.#countOff = fault && { place: "rows", fault, off: all.length === 0 };
    this.#rows = new ListRows(root, selector, all);
    this.#memory.keepOnly(this.#rows);
    return this.#rows;
  }

  /** To be called before `read`, after any change of the page; `search` when header cells may have come or gone. */
  refresh(root: Element, search: boolean): void {
    if (this.#columns?.refresh(root, search)) this.#memory.clear();
  }

  /** Whether these mutations may have changed the headers. */
  headersTouched(root: Element, records: readonly MutationRecord[]): boolean {
    return this.#columns?.touchedBy(root, records) === true;
  }

  /** Rows that these mutations touched are read again, all others are remembered. */
  touch(records: readonly MutationRecord[], root: Element): void {
    this.#memory.touch(records, root);
  }

  /** Everything is read again. */
  forget(): void {
    this.#memory.clear();
  }

  /** What their number, and the rows that were judged last, say of the whole list. */
  get findings(): readonly Finding[] {
    const { findings } = this.verdict;
    return this.#countOff === undefined ? findings : [...findings, this.#countOff];
  }

  /**
   * What these rows say. A row whose cells do not line up, that holds another row or stands in one, says nothing.
   * `judgedAt`, as `performance.now()`: they are the rows on screen, from which it shows whether the list is still what the
   * profile says; where it is not, no row says anything (DESIGN rule 10).
   */
  read(rows: readonly Element[], log: FaultLog, judgedAt?: number): RowStatement[] {
    const tally = new RowTally(judgedAt === undefined ? undefined : this.#filled);
    const said = rows.map((row) => this.said(row));
    for (const { statement, own } of said) {
      const faults = own === undefined ? statement.faults : [own];
      for (const [path, fault] of faults) log.add(fault, path);
      const { identity, shapeless, empty } = statement;
      tally.add({ names: saysSomething(identity), faults, shapeless, empty });
    }
    for (const { place, fault } of tally.findings()) if (fault === "field-empty") log.add(fault, place);
    if (judgedAt !== undefined) {
      // Without rows nothing is known; what had stood before them stands.
      if (rows.length > 0) this.verdict.judge(tally, judgedAt);
      else this.verdict.leave(judgedAt);
      for (const place of tally.filledOf(this.#places)) this.#filled.add(place);
    }
    return rows.map((row, index) => this.#rowStatement(row, said[index]?.statement ?? NOTHING));
  }

  /** What these rows say, without a look at what their faults say of the list. */
  state(rows: readonly Element[]): RowStatement[] {
    return rows.map((row) => this.#rowStatement(row, this.said(row).statement));
  }

  #rowStatement(row: Element, said: SubjectStatement): RowStatement {
    const { identity, urgency, fingerprint } = this.#told(said);
    return { row, identity, urgency, fingerprint };
  }

  /** Who may be an emergency, because what says so cannot be read, is no ordinary patient: nothing is said of that row. */
  #told(statement: SubjectStatement): SubjectStatement {
    const lost = statement.faults.some(([place, fault]) => isLostEmergency(place, fault));
    return this.verdict.off || lost ? NOTHING : statement;
  }

  /** What `read` would answer for one row, as a fingerprint. */
  fingerprint(row: Element): string {
    return this.#told(this.said(row).statement).fingerprint;
  }

  /** What the row itself says, whatever else there is to say of the list. The same object while nothing has touched it. */
  said(row: Element): RowSaid {
    return this.#rows?.isNested(row) ? NESTED : this.#readRow(row);
  }

  /** The cell of a row under a header, where there is one. */
  cellUnder(header: ColumnHeader, row: Element): Element | undefined {
    const cells = this.#columns?.cells(row);
    const cell = cells === undefined || typeof cells === "string" ? undefined : cells.under(header);
    return typeof cell === "string" ? undefined : cell;
  }

  #readRow(row: Element): RowSaid {
    let said = this.#memory.get(row);
    if (said === undefined) {
      const cells = this.#columns?.cells(row);
      said =
        typeof cells === "string"
          ? { statement: NOTHING, own: ["columns", cells] }
          : { statement: this.#subjects.read({ element: row, cells }) };
      this.#memory.set(row, said);
    }
    return said;
  }
}

/** Reads every row of a list once, for tests of a profile and for the wizard; pages are watched with `watchPage`. */
export const readRows = (
  root: Element,
  page: ListPage,
): { readonly rows: readonly RowStatement[]; readonly problems: readonly Problem[] } => {
  const log = new FaultLog();
  const reader = new ListReader(page);
  reader.refresh(root, true);
  const rows = reader.read(Array.from(reader.rows(root, log).all), log);
  return { rows, problems: log.list().map((fault) => readingProblem(page.id, fault)) };
};
