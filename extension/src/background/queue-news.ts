import { needsPerson, type OutboxView, resultsClock } from "@cadre-care/domain";
import { z } from "zod";

export type NewsKind = "needs-person" | "results-due";

/** Where it is kept which entries were told of: their ids, which say nothing about anybody. */
export interface NewsMemory {
  read(): Promise<unknown>;
  write(told: readonly string[]): Promise<void>;
}

/** Older ones are forgotten first; by then they have left the queue. */
const REMEMBERED = 2_000;
const toldSchema = z.array(z.string());

/**
 * Tells once of an entry that needs a person, and once of results whose 24 hours are about to end. What was told of is
 * remembered before it is told: a background that dies in between tells too little rather than twice.
 */
export class QueueNews {
  readonly #memory: NewsMemory;
  readonly #tell: (kind: NewsKind) => Promise<void>;
  readonly #now: () => number;
  #turn: Promise<void> = Promise.resolve();

  constructor(memory: NewsMemory, tell: (kind: NewsKind) => Promise<void>, now: () => number) {
    this.#memory = memory;
    this.#tell = tell;
    this.#now = now;
  }

  look(view: OutboxView): Promise<void> {
    const turn = this.#turn.then(() => this.#look(view));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #look(view: OutboxView): Promise<void> {
    const now = this.#now();
    const marks: Readonly<Record<NewsKind, readonly string[]>> = {
      "needs-person": view.entries.filter(needsPerson).map(({ id }) => `needs-person/${id}`),
      "results-due": view.entries
        .filter((entry) => ["soon", "late"].includes(resultsClock(entry, now) ?? ""))
        .map(({ id }) => `results-due/${id}`),
    };
    if (marks["needs-person"].length + marks["results-due"].length === 0) return;
    const read = toldSchema.safeParse(await this.#memory.read());
    const told = new Set(read.success ? read.data : []);
    for (const kind of ["results-due", "needs-person"] as const) {
      const fresh = marks[kind].filter((mark) => !told.has(mark));
      if (fresh.length === 0) continue;
      for (const mark of fresh) told.add(mark);
      await this.#memory.write([...told].slice(-REMEMBERED));
      await this.#tell(kind);
    }
  }
}
