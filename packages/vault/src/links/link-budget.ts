const DAY_MS = 24 * 3_600_000;

/**
 * How many codes one page may teach within a day: more than a desk opens, and few enough that a page that makes up
 * patients fills nothing. Counted whoever the reading was of.
 */
const MOST_TAUGHT = 500;

/**
 * How many codes one page may end the links of within a day. An end holds at every machine, and one reading brings it:
 * a HIS gives a code to somebody else now and then, a page that ends dozens makes patients up.
 */
const MOST_ENDED = 20;

/** Different codes of a day that begins with the first of them. */
class CodesOfDay {
  readonly #most: number;
  readonly #now: () => number;
  #codes = new Set<string>();
  #since = 0;

  constructor(most: number, now: () => number) {
    this.#most = most;
    this.#now = now;
  }

  /** False when there have been too many others. */
  admit(code: string): boolean {
    const now = this.#now();
    if (now - this.#since > DAY_MS || now < this.#since) {
      this.#since = now;
      this.#codes = new Set();
    }
    if (this.#codes.size >= this.#most && !this.#codes.has(code)) return false;
    this.#codes.add(code);
    return true;
  }
}

/** What one page may do to site links. */
export class LinkBudget {
  readonly #taught: CodesOfDay;
  readonly #ended: CodesOfDay;

  constructor(now: () => number) {
    this.#taught = new CodesOfDay(MOST_TAUGHT, now);
    this.#ended = new CodesOfDay(MOST_ENDED, now);
  }

  /** False when this page has taught too many different codes; nothing is learnt from its reading of this one. */
  mayTeach(code: string): boolean {
    return this.#taught.admit(code);
  }

  /** False when this page has ended too many links; this one stands. To be asked only of a link that would end. */
  mayEnd(code: string): boolean {
    return this.#ended.admit(code);
  }
}
