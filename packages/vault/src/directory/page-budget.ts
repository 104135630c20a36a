import type { LookupKey, MatchRung } from "@cadre-care/domain";
import { LinkBudget } from "../links/link-budget.ts";

const WINDOW_MS = 3_600_000;

/**
 * How many different people one page may ask about within an hour. A page that is not trusted could otherwise state
 * every number there is and watch what its user does with the answers (DESIGN rule 2). Counted at each rung by itself:
 * a row that states four numbers of one person is one person asked about.
 */
export class PageBudget {
  readonly #limit: () => number;
  readonly #now: () => number;
  #asked = new Map<MatchRung, Set<string>>();
  #since = 0;
  /** What the same page may do to site links. */
  readonly links: LinkBudget;

  constructor(limit: () => number, now: () => number) {
    this.#limit = limit;
    this.#now = now;
    this.links = new LinkBudget(now);
  }

  /** False when the page has asked about too many people; the keys are then not looked up. */
  admit(keys: readonly LookupKey[]): boolean {
    const now = this.#now();
    if (now - this.#since > WINDOW_MS || now < this.#since) {
      this.#since = now;
      this.#asked = new Map();
    }
    const stated = keys.filter((key) => !key.padding);
    const full = stated.some((key) => {
      const asked = this.#asked.get(key.rung);
      return asked !== undefined && !asked.has(key.value) && asked.size >= this.#limit();
    });
    if (full) return false;
    for (const key of stated) {
      const asked = this.#asked.get(key.rung) ?? new Set();
      asked.add(key.value);
      this.#asked.set(key.rung, asked);
    }
    return true;
  }
}
