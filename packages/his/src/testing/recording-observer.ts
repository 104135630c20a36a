import type { StatedIdentity } from "@cadre-care/domain/page";
import type { SiteFinding } from "../health/site-finding.ts";
import type { ListReading, PageKind, PageObserver, PatientReading } from "../watch/page-reading.ts";
import { standingSentinel } from "./standing-sentinel.ts";

/** Keeps what a watcher said, and per list everything that its current generation has said so far. */
export class RecordingObserver implements PageObserver {
  readonly #sentinel: readonly Element[];
  readonly lists: ListReading[] = [];
  readonly patients: PatientReading[] = [];
  readonly gone: string[] = [];
  kind: PageKind | undefined;
  findings: readonly SiteFinding[] = [];
  #standing: {
    generation: number;
    rows: Map<string, { top: number; height: number; identity: StatedIdentity }>;
  } = {
    generation: -1,
    rows: new Map(),
  };

  /** `page`: the document in which this observer has a host, as whoever draws marks there has. */
  constructor(page: Document = document) {
    this.#sentinel = standingSentinel(page);
  }

  sentinels(): readonly (readonly Element[])[] {
    return [this.#sentinel];
  }

  list(reading: ListReading): void {
    this.lists.push(reading);
    if (reading.generation !== this.#standing.generation)
      this.#standing = { generation: reading.generation, rows: new Map() };
    for (const { top, height, identity } of reading.rows)
      this.#standing.rows.set(`${top}`, { top, height, identity });
  }

  listGone(page: string): void {
    this.gone.push(page);
    this.#standing = { generation: -1, rows: new Map() };
  }

  patient(reading: PatientReading): void {
    this.patients.push(reading);
  }

  patientGone(page: string): void {
    this.gone.push(page);
  }

  page(kind: PageKind, findings: readonly SiteFinding[]): void {
    this.kind = kind;
    this.findings = findings;
  }

  get lastList(): ListReading | undefined {
    return this.lists.at(-1);
  }

  get lastPatient(): PatientReading | undefined {
    return this.patients.at(-1);
  }

  /** Names on screen, from top to bottom, by the last reading. */
  get names(): (string | undefined)[] {
    return this.lastList?.rows.map(({ identity }) => identity.name) ?? [];
  }

  /** Everything that the current generation has said and nobody has taken back. */
  get standing(): readonly { top: number; height: number; identity: StatedIdentity }[] {
    return [...this.#standing.rows.values()];
  }
}
