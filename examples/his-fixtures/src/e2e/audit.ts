import type { ListReading, PageKind, PageObserver, PatientReading, SiteFinding } from "@cadre-care/his/page";
import { standingSentinel } from "@cadre-care/his/testing";
import type { AuditConfig, AuditedPatient, AuditedRow, AuditReport } from "./audit-report.ts";
import { deepQuery } from "./deep-query.ts";
import { SeenTogether } from "./seen-together.ts";
import { StandingRows } from "./standing-rows.ts";

/** How far a statement may stand from its row. CSS pixels. */
const NEAR = 1.5;
/** From how many rows on a list is a plain table, whose rows stand in document order. */
const LONG = 1000;

const numberIn = (element: Element | undefined): number =>
  Number(element instanceof HTMLInputElement ? element.value : (element?.textContent ?? "")) || 0;

/** Long tables are entered where the screen begins, so that the audit itself does not slow the page down. */
const nearRows = (rows: readonly Element[], top: number): readonly Element[] => {
  if (rows.length < LONG) return rows;
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.getBoundingClientRect().bottom ?? 0) > top) high = middle;
    else low = middle + 1;
  }
  return rows.slice(low, low + LONG / 10);
};

/** Compares, after every animation frame, what the reader says with what stands on screen. */
export class Audit implements PageObserver {
  readonly #config: AuditConfig;
  readonly #lists = new Map<string, StandingRows>();
  readonly #patients = new Map<string, PatientReading>();
  readonly #seen = new SeenTogether();
  readonly #seenPatients = new SeenTogether();
  #ghostRun = 0;
  #ghosts = 0;
  #sentinel: readonly Element[] | undefined;
  #kind: PageKind | "unknown" = "unknown";
  #problems: readonly string[] = [];

  constructor(config: AuditConfig) {
    this.#config = config;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => this.#look();
    const next = () => {
      port2.postMessage(null);
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  }

  list(reading: ListReading): void {
    const rows = this.#lists.get(reading.page) ?? new StandingRows();
    this.#lists.set(reading.page, rows);
    rows.take(reading);
  }

  listGone(page: string): void {
    this.#lists.get(page)?.gone();
  }

  patient(reading: PatientReading): void {
    this.#patients.set(reading.page, reading);
  }

  patientGone(page: string): void {
    this.#patients.delete(page);
  }

  /** As in the hosts of the extension, of which this reader has none. */
  sentinels(): readonly (readonly Element[])[] {
    this.#sentinel ??= this.#lists.size + this.#patients.size > 0 ? standingSentinel(document) : undefined;
    return this.#sentinel === undefined ? [] : [this.#sentinel];
  }

  page(kind: PageKind, findings: readonly SiteFinding[]): void {
    this.#kind = kind;
    this.#problems = findings.map(({ page, place, code }) => `${page} ${place} ${code}`);
  }

  report(): AuditReport {
    const lists = this.#rowsOnScreen();
    const patients = this.#patientsShown();
    const problems = [
      ...this.#problems,
      ...[...this.#lists.values()].flatMap((rows) => rows.problems),
      ...[...this.#patients.values()].flatMap((reading) =>
        reading.faults.map(({ place, code }) => `${place} ${code}`),
      ),
    ];
    return {
      kind: this.#kind,
      rows: lists.rows,
      patients,
      problems,
      seen: this.#seen.list(),
      seenPatients: this.#seenPatients.list(),
      ghosts: this.#ghosts,
    };
  }

  #patientsShown(): AuditedPatient[] {
    return [...this.#patients].flatMap(([page, { identity, urgency, settled }]): AuditedPatient[] => {
      const place = this.#config.patients[page];
      if (place === undefined) return [];
      const said = identity === null ? "" : JSON.stringify({ identity, emergency: urgency.emergency });
      return [{ ticket: numberIn(deepQuery(document, place)[0]), said, settled }];
    });
  }

  #rowsOnScreen(): { readonly rows: AuditedRow[]; readonly ghosts: number } {
    const rows: AuditedRow[] = [];
    let ghosts = 0;
    for (const [page, list] of this.#lists) {
      const place = this.#config.lists[page];
      if (place === undefined) continue;
      const { standing, top, bottom } = list.onScreen();
      const left = new Set(standing);
      for (const row of nearRows(deepQuery(document, place.rows), top)) {
        const box = row.getBoundingClientRect();
        if (box.height === 0 || box.bottom <= top || box.top >= bottom) continue;
        const there = standing.find((one) => Math.abs(one.top - box.top) < NEAR);
        if (there) left.delete(there);
        if (box.top < top || box.bottom > bottom) continue;
        rows.push({ ticket: numberIn(deepQuery(row, place.ticket)[0]), said: there?.said ?? "" });
      }
      ghosts += left.size;
    }
    return { rows, ghosts };
  }

  #look(): void {
    const { rows, ghosts } = this.#rowsOnScreen();
    this.#ghostRun = ghosts > 0 ? this.#ghostRun + 1 : 0;
    this.#ghosts = Math.max(this.#ghosts, this.#ghostRun);
    this.#seen.take(rows);
    // Until it is settled the banner says "reading", and nobody's name.
    this.#seenPatients.take(this.#patientsShown().filter(({ settled }) => settled));
  }
}
