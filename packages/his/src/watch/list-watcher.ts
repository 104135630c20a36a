import type { Finding } from "../health/findings.ts";
import type { ListVerdict } from "../health/list-verdict.ts";
import type { ListPage } from "../profile/page-schema.ts";
import { findElements, isShown, matchesSelector } from "../read/find-elements.ts";
import type { ListFrame } from "../read/list-frame.ts";
import type { ListRows } from "../read/list-rows.ts";
import { ListReader, type RowStatement } from "../read/read-rows.ts";
import { FaultLog, type PlacedFault } from "../read/reading-faults.ts";
import type { Calm } from "./calm.ts";
import {
  bodyOfRows,
  contentEdge,
  gutterPlace,
  noPlace,
  type Point,
  pixels,
  windowOnScreen,
} from "./gutter.ts";
import { type PageChange, rowsMayDiffer, tooMuch, touches } from "./page-change.ts";
import type { GutterPlace, ListReading, PageObserver } from "./page-reading.ts";
import { rowReadings } from "./row-readings.ts";
import { sameReading } from "./same-reading.ts";
import { type Sight, type Stretch, sameSight } from "./sight.ts";
import { type PlacedStatement, Statements } from "./statements.ts";
import { MEASURED_WHOLE, type MeasuredRow, visibleRows } from "./visible-rows.ts";
import type { WatchedBoxes } from "./watched-boxes.ts";

/** How far beyond the screen rows are read, so that short scrolls need no reading. CSS pixels. */
const MARGIN = 200;
/** When less than this is left of the margin, the next rows are read. */
const RESERVE = 60;

/** Watches one list: reads what is on screen, and ends the generation as soon as it contradicts what was said. */
export class ListWatcher {
  readonly #reader: ListReader;
  readonly #observer: PageObserver;
  readonly #view: Window;
  readonly #boxes: WatchedBoxes;
  readonly #statements = new Statements();
  readonly #calm: Calm;
  readonly #verdict: ListVerdict;
  #root: Element;
  #frame: ListFrame;
  #generation: number;
  #rows: ListRows | undefined;
  #rowFaults: readonly PlacedFault[] = [];
  #placeOff = false;
  #body: Element | undefined;
  #last: ListReading | undefined;
  /** What is known of changes, which are asked about several times in one read. */
  #touched = new WeakMap<PageChange, boolean>();
  /** What the last reading was made from, while nothing of it was taken back. */
  #sight: Sight | undefined;

  constructor(
    page: ListPage,
    root: Element,
    frame: ListFrame,
    generation: number,
    context: {
      observer: PageObserver;
      view: Window;
      boxes: WatchedBoxes;
      calm: Calm;
      verdict: ListVerdict;
    },
  ) {
    this.#reader = new ListReader(page, context.verdict);
    this.#verdict = context.verdict;
    this.#observer = context.observer;
    this.#view = context.view;
    this.#boxes = context.boxes;
    this.#calm = context.calm;
    this.#root = root;
    this.#frame = frame;
    this.#generation = generation;
    this.#boxes.observe(root);
    this.#boxes.observe(frame.container);
  }

  get generation(): number {
    return this.#generation;
  }

  /** Whether the list is still where it was found. */
  get valid(): boolean {
    return (
      isShown(this.#root) &&
      this.#frame.container.isConnected &&
      matchesSelector(this.#root, this.#reader.page.root)
    );
  }

  /** What does not fit between this list and its profile, as far as the last reading shows it. */
  get findings(): readonly Finding[] {
    const own: Finding[] = [...this.#reader.findings];
    if (this.#placeOff) own.push({ place: "gutter", fault: "place-off", off: true });
    if (this.#calm.pausing(performance.now())) own.push({ place: "", fault: "gave-up", off: true });
    return own;
  }

  touchedBy(change: PageChange): boolean {
    let touched = this.#touched.get(change);
    if (touched === undefined) {
      touched = touches(change, [this.#root, this.#frame.container]);
      this.#touched.set(change, touched);
    }
    return touched;
  }

  /** The page put another element in the list's place. What was said still counts, as far as it still holds. */
  rebind(root: Element, frame: ListFrame): void {
    if (root === this.#root && frame.container === this.#frame.container) return;
    this.#unobserve();
    this.#root = root;
    this.#frame = frame;
    this.#boxes.observe(root);
    this.#boxes.observe(frame.container);
    this.#rows = undefined;
    this.#sight = undefined;
    this.#touched = new WeakMap();
  }

  /** Reads after `change`; `again` when layout or form controls may have changed without one. */
  read(change: PageChange, again: boolean): void {
    const changed = this.touchedBy(change);
    const touched = again || this.#rows === undefined || changed;
    if (changed && tooMuch(change)) this.#reader.forget();
    else if (changed) this.#reader.touch(change.records, this.#root);
    if (this.#calm.pausing(performance.now())) return;
    const edge = contentEdge(this.#frame);
    if (!touched && !this.#scrolledOut(edge)) return;
    const searched = this.#findRows(change);
    if (again || searched || this.#reader.headersTouched(this.#root, change.records))
      this.#reader.refresh(this.#root, searched);
    const seen = windowOnScreen(this.#frame, this.#view, MARGIN);
    const area = { top: seen.top - edge.top, bottom: seen.bottom - edge.top };
    const { inside, others } = visibleRows(this.#rows?.all ?? [], seen.top, seen.bottom);
    const sight = this.#sightOf(inside, edge, area);
    if (!searched && this.#standsAs(sight)) return;
    const log = new FaultLog();
    const now = this.#state(inside, edge, log, performance.now());
    const beyond = touched ? this.#stateBeyond(others, edge, area) : [];
    const wrong =
      this.#statements.contradictedBy([...now, ...beyond], area.top + MARGIN, area.bottom - MARGIN, (said) =>
        this.#holds(said, edge),
      ) ||
      (touched && (this.#rows?.all.length ?? 0) > MEASURED_WHOLE && this.#anyFallen(area, edge));
    if (wrong && this.#contradicted()) return;
    if (!this.#statements.add(now)) {
      this.#nextGeneration();
      this.#statements.add(now);
    }
    this.#report(now, sight.place, log);
    this.#sight = sight;
  }

  /** The page changes faster than it can be read: takes back everything said, until the next read. */
  takeBack(): void {
    if (this.#statements.empty || this.#contradicted() || this.#last === undefined) return;
    this.#emit({ ...this.#last, generation: this.#generation, rows: [] });
  }

  /** What no event tells of is found by reading everything again. */
  forget(): void {
    this.#reader.forget();
  }

  /** The list went away. */
  gone(): void {
    this.#unobserve();
    this.#verdict.leave(performance.now());
    this.#observer.listGone(this.#reader.page.id);
  }

  #unobserve(): void {
    for (const element of [this.#root, this.#frame.container, this.#body])
      if (element) this.#boxes.unobserve(element);
    this.#body = undefined;
  }

  /** Searches the rows again where they may be others now; tells whether it did. */
  #findRows(change: PageChange): boolean {
    const { selector } = this.#reader.page.rows;
    if (this.#rows !== undefined && !rowsMayDiffer(change, this.#rows, selector)) return false;
    const log = new FaultLog();
    this.#rows = this.#reader.rows(this.#root, log);
    this.#rowFaults = log.list();
    const body = bodyOfRows(this.#rows.all);
    if (body === this.#body) return true;
    if (this.#body) this.#boxes.unobserve(this.#body);
    if (body) this.#boxes.observe(body);
    this.#body = body;
    return true;
  }

  #scrolledOut(edge: Point): boolean {
    if (this.#sight === undefined) return true;
    const seen = windowOnScreen(this.#frame, this.#view, RESERVE);
    const { top, bottom } = this.#sight.area;
    return seen.top - edge.top < top || seen.bottom - edge.top > bottom;
  }

  #state(
    measured: readonly MeasuredRow[],
    edge: Point,
    log: FaultLog,
    judgedAt: number,
  ): (PlacedStatement & RowStatement)[] {
    const rows = measured.map(({ row }) => row);
    return this.#place(this.#reader.read(rows, log, judgedAt), measured, edge);
  }

  #place(
    statements: readonly RowStatement[],
    measured: readonly MeasuredRow[],
    edge: Point,
  ): (PlacedStatement & RowStatement)[] {
    return measured.flatMap(({ top, bottom }, index) => {
      const statement = statements[index];
      if (statement === undefined) return [];
      const names = statement.identity.identifiers.length > 0 || statement.identity.name !== undefined;
      return [{ ...statement, names, top: pixels(top - edge.top), bottom: pixels(bottom - edge.top) }];
    });
  }

  /** Rows off screen that stand where an earlier reading said somebody stands. */
  #stateBeyond(others: readonly MeasuredRow[], edge: Point, area: Stretch): PlacedStatement[] {
    const outside = this.#statements.outside(area.top, area.bottom);
    if (outside.length === 0) return [];
    const relevant = others.filter(({ top, bottom }) =>
      outside.some((said) => top - edge.top < said.bottom && bottom - edge.top > said.top),
    );
    const rows = relevant.map(({ row }) => row);
    return this.#place(this.#reader.state(rows), relevant, edge);
  }

  #sightOf(inside: readonly MeasuredRow[], edge: Point, area: Stretch): Sight {
    const rows = inside.map(({ row, top, bottom }) => ({
      row,
      said: this.#reader.said(row),
      top: pixels(top - edge.top),
      bottom: pixels(bottom - edge.top),
    }));
    return { area, place: this.#placeOf(inside[0]?.row, edge), rows };
  }

  /** Whether everything that was said stands, and there is nothing to add. */
  #standsAs(sight: Sight): boolean {
    return (
      this.#sight !== undefined &&
      sameSight(this.#sight, sight) &&
      this.#statements.outside(sight.area.top, sight.area.bottom).length === 0
    );
  }

  #holds({ row, top, fingerprint }: PlacedStatement, edge: Point): boolean {
    if (this.#rows?.stillHas(row) !== true || this.#reader.fingerprint(row) !== fingerprint) return false;
    return Math.abs(pixels(row.getBoundingClientRect().top - edge.top) - top) < 0.5;
  }

  #anyFallen(area: Stretch, edge: Point): boolean {
    return this.#statements.outside(area.top, area.bottom).some((said) => !this.#holds(said, edge));
  }

  #nextGeneration(): void {
    this.#generation += 1;
    this.#statements.clear();
    this.#sight = undefined;
  }

  /** Begins a new generation. True when the page has done this too often: then nothing is said for a while. */
  #contradicted(): boolean {
    this.#nextGeneration();
    if (!this.#calm.forced(performance.now())) return false;
    const { id } = this.#reader.page;
    this.#rows = undefined;
    const place = this.#last?.place ?? noPlace(this.#frame);
    const faults: readonly PlacedFault[] = [{ code: "gave-up", place: "" }];
    this.#emit({ kind: "list", page: id, generation: this.#generation, rows: [], place, faults });
    return true;
  }

  #placeOf(firstRow: Element | undefined, edge: Point): GutterPlace | undefined {
    const { page } = this.#reader;
    const { gutter } = page;
    const cellOf = (row: Element): Element | undefined => {
      if (gutter.at === "edge") return undefined;
      return "header" in gutter
        ? this.#reader.cellUnder(gutter.header, row)
        : findElements(row, gutter.cell)?.[0];
    };
    const found = firstRow && { row: firstRow, cell: cellOf(firstRow) };
    return gutterPlace(page, this.#frame, edge, found, this.#body, this.#last?.place);
  }

  #report(
    now: readonly (PlacedStatement & RowStatement)[],
    place: GutterPlace | undefined,
    log: FaultLog,
  ): void {
    this.#placeOff = place === undefined;
    if (place === undefined) log.add("place-off", "gutter");
    this.#emit({
      kind: "list",
      page: this.#reader.page.id,
      generation: this.#generation,
      rows: rowReadings(now),
      place: place ?? noPlace(this.#frame),
      faults: [...this.#rowFaults, ...log.list()],
    });
  }

  #emit(reading: ListReading): void {
    if (this.#last !== undefined && sameReading(this.#last, reading)) return;
    this.#last = reading;
    this.#observer.list(reading);
  }
}
