const DAY_MS = 24 * 3_600_000;

/**
 * How many codes one page may teach within a day: more than a desk opens, and few enough that a page that makes up
 * patients fills nothing. Counted whoever the reading was of.
 */
const MOST = 500;

export class LinkBudget {
  readonly #now: () => number;
  #codes = new Set<string>();
  #since = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** False when this page has taught too many different codes; this one is then not learnt. */
  admit(code: string): boolean {
    const now = this.#now();
    if (now - this.#since > DAY_MS || now < this.#since) {
      this.#since = now;
      this.#codes = new Set();
    }
    if (this.#codes.size >= MOST && !this.#codes.has(code)) return false;
    this.#codes.add(code);
    return true;
  }
}
