import type { Finding, RowTally } from "./findings.ts";
import { GRACE_MS } from "./standing-problems.ts";

/** Something because of which nothing is said of anybody. Times are milliseconds of `performance.now()`. */
interface Off {
  readonly finding: Finding;
  readonly since: number;
  /** From how many rows it was seen. */
  readonly evidence: number;
}

const keyOf = ({ place, fault }: Finding): string => `${place} ${fault}`;
const hasStood = ({ since }: Off, now: number): boolean => now - since >= GRACE_MS;

/**
 * What all readings of one list say of it. What passes while it is drawn anew passes here too. Once something has stood
 * because of which the list is off, it takes as many rows to see that it is gone as it took to see it: two rows that a
 * search leaves are no sign that a list of twenty is sound again.
 */
export class ListVerdict {
  readonly #off = new Map<string, Off>();
  #others: readonly Finding[] = [];

  /** Takes over a reading of the rows on screen, of which there is at least one. */
  judge(tally: RowTally, now: number): void {
    const found = tally.findings();
    const current = new Map(found.flatMap((finding) => (finding.off ? [[keyOf(finding), finding]] : [])));
    for (const [key, finding] of current) {
      const known = this.#off.get(key);
      const evidence = Math.max(known?.evidence ?? 0, tally.evidence(finding));
      this.#off.set(key, { finding, since: known?.since ?? now, evidence });
    }
    for (const [key, off] of this.#off)
      if (!current.has(key) && (!hasStood(off, now) || tally.evidence(off.finding) >= off.evidence))
        this.#off.delete(key);
    this.#others = found.filter(({ off }) => !off);
  }

  /** The list is taken away: what has not stood by now may have passed with it. */
  leave(now: number): void {
    for (const [key, off] of this.#off) if (!hasStood(off, now)) this.#off.delete(key);
    this.#others = [];
  }

  /** Whether nothing is said of anybody on the list (DESIGN rule 10). */
  get off(): boolean {
    return this.#off.size > 0;
  }

  get findings(): readonly Finding[] {
    return [...[...this.#off.values()].map(({ finding }) => finding), ...this.#others];
  }
}
