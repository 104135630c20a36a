import type { AnsweredRows } from "./list-marks.ts";

/** Marks of one page are counted for so long before the count is recorded; a page that closes earlier records at once. */
const GATHER_MS = 15_000;

/**
 * The audit of marks: one count a page view, of different managed people marked (DESIGN rule 9). A page without any
 * records nought like the others, so that the write says nothing about what was found.
 */
export class MarksAudit {
  readonly #record: (managed: number) => void;
  #people = new Set<string>();
  #recorded = 0;
  #pending = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(record: (managed: number) => void) {
    this.#record = record;
  }

  note({ rows, answers }: AnsweredRows): void {
    if (rows.length === 0) return;
    for (const { entry } of answers) if (entry) this.#people.add(entry.personId);
    const first = this.#timer === undefined && this.#recorded === 0 && !this.#pending;
    this.#pending ||= first || this.#people.size > this.#recorded;
    if (first) this.#timer = setTimeout(() => this.#flush(), GATHER_MS);
  }

  /** The page view ended. */
  end(): void {
    clearTimeout(this.#timer);
    this.#flush();
    this.#people = new Set();
    this.#recorded = 0;
    this.#timer = undefined;
  }

  #flush(): void {
    if (!this.#pending) return;
    this.#pending = false;
    this.#record(this.#people.size - this.#recorded);
    this.#recorded = this.#people.size;
  }
}
