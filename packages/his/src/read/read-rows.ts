import type { Problem, StatedIdentity, StatedUrgency } from "@cadre-care/domain/page";
import type { ListPage } from "../profile/page-schema.ts";
import type { ColumnHeader } from "../profile/source-schema.ts";
import { Columns } from "./columns.ts";
import { findElements, searchFault } from "./find-elements.ts";
import { nestedRows } from "./nested-rows.ts";
import { ProblemLog, type ReadingFault } from "./reading-problems.ts";
import { RowMemory } from "./row-memory.ts";
import { SubjectReader, type SubjectStatement } from "./subject-reader.ts";

/** From how many rows on a field that is empty in all of them is worth a problem. */
const ENOUGH_ROWS = 5;
const NOTHING: SubjectStatement = {
  identity: { identifiers: [] },
  urgency: { emergency: false },
  faults: [],
  empty: [],
  fingerprint: '[{"identifiers":[]},{"emergency":false}]',
};

export interface RowStatement {
  readonly row: Element;
  readonly identity: StatedIdentity;
  readonly urgency: StatedUrgency;
  readonly fingerprint: string;
}

/** What one row said; `cellsFault`: why its cells could not be told apart. */
interface RowSaid {
  readonly statement: SubjectStatement;
  readonly cellsFault?: ReadingFault;
}

/** Reads rows of one list. Keeps texts that it has interpreted before, and what untouched rows said. */
export class ListReader {
  readonly page: ListPage;
  readonly #columns: Columns | undefined;
  readonly #subjects: SubjectReader;
  readonly #memory: RowMemory<RowSaid>;
  #nested: ReadonlySet<Element> = new Set();

  constructor(page: ListPage) {
    this.page = page;
    this.#memory = new RowMemory(page);
    this.#columns = page.columns && new Columns(page.columns);
    this.#subjects = new SubjectReader(page);
  }

  /** All rows of the list, on screen or not; problems say why there are none. Does not measure anything. */
  rows(root: Element, problems: ProblemLog): Element[] {
    const { selector, count } = this.page.rows;
    const found = findElements(root, selector);
    this.#nested = nestedRows(found ?? []);
    if (found === undefined) {
      problems.add(searchFault(selector), "rows");
      return [];
    }
    if (count === undefined) return found;
    if (found.length < count.min) problems.add("rows-off", "rows");
    if (found.length <= count.max) return found;
    problems.add("rows-off", "rows");
    return [];
  }

  /** To be called before `read`, after any change of the page; `search` when header cells may have come or gone. */
  refresh(root: Element, search: boolean): void {
    if (this.#columns?.refresh(root, search)) this.#memory.clear();
  }

  /** Rows that these mutations touched are read again, all others are remembered. */
  touch(records: readonly MutationRecord[]): void {
    this.#memory.touch(records);
  }

  /** Everything is read again. */
  forget(): void {
    this.#memory.clear();
  }

  /** Only these are the list's rows now. */
  keepOnly(rows: ReadonlySet<Element>): void {
    this.#memory.keepOnly(rows);
  }

  /** What these rows say. A row whose cells do not line up, that holds another row or stands in one, says nothing. */
  read(rows: readonly Element[], problems: ProblemLog): RowStatement[] {
    const empties = new Map<string, number>();
    const statements: RowStatement[] = [];
    for (const row of rows) {
      const nested = this.#nested.has(row);
      const { identity, urgency, fingerprint, faults, empty } = nested
        ? NOTHING
        : this.#readRow(row, problems);
      if (nested) problems.add("rows-off", "rows");
      for (const [path, fault] of faults) problems.add(fault, path);
      for (const path of empty) empties.set(path, (empties.get(path) ?? 0) + 1);
      statements.push({ row, identity, urgency, fingerprint });
    }
    if (rows.length >= ENOUGH_ROWS)
      for (const [path, times] of empties) if (times === rows.length) problems.add("field-empty", path);
    return statements;
  }

  /** The cell of a row under a header, where there is one. */
  cellUnder(header: ColumnHeader, row: Element): Element | undefined {
    const cells = this.#columns?.cells(row);
    const cell = cells === undefined || typeof cells === "string" ? undefined : cells.under(header);
    return typeof cell === "string" ? undefined : cell;
  }

  #readRow(row: Element, problems: ProblemLog): SubjectStatement {
    let said = this.#memory.get(row);
    if (said === undefined) {
      const cells = this.#columns?.cells(row);
      said =
        typeof cells === "string"
          ? { statement: NOTHING, cellsFault: cells }
          : { statement: this.#subjects.read({ element: row, cells }) };
      this.#memory.set(row, said);
    }
    if (said.cellsFault !== undefined) problems.add(said.cellsFault, "columns");
    return said.statement;
  }
}

/** Reads every row of a list once, for tests of a profile and for the wizard; pages are watched with `watchPage`. */
export const readRows = (
  root: Element,
  page: ListPage,
): { readonly rows: readonly RowStatement[]; readonly problems: readonly Problem[] } => {
  const log = new ProblemLog(page.id);
  const reader = new ListReader(page);
  reader.refresh(root, true);
  const rows = reader.read(reader.rows(root, log), log);
  return { rows, problems: log.list() };
};
