/** How many statements one generation keeps. */
const MOST = 1000;
/** Two places closer than this, in CSS pixels, are one. */
const SLACK = 0.5;

/** That this person stands at this place of the list's content. */
export interface PlacedStatement {
  readonly row: Element;
  readonly top: number;
  readonly bottom: number;
  readonly fingerprint: string;
  /** Whether the statement tells a person from others at all. */
  readonly names: boolean;
}

const samePlace = (one: PlacedStatement, other: { readonly top: number; readonly bottom: number }): boolean =>
  Math.abs(one.top - other.top) < SLACK && Math.abs(one.bottom - other.bottom) < SLACK;

const overlap = (one: PlacedStatement, other: { readonly top: number; readonly bottom: number }): boolean =>
  one.top < other.bottom - SLACK && other.top < one.bottom - SLACK;

/**
 * Everything that readings of the current generation have said. A new reading either adds to it, or contradicts it:
 * another person at the same place, the same person elsewhere, or nobody where somebody stood on screen.
 */
export class Statements {
  readonly #said = new Map<string, PlacedStatement>();

  clear(): void {
    this.#said.clear();
  }

  get empty(): boolean {
    return this.#said.size === 0;
  }

  /** Statements about places outside the given window of the content. */
  outside(top: number, bottom: number): readonly PlacedStatement[] {
    return [...this.#said.values()].filter((said) => said.bottom <= top || said.top >= bottom);
  }

  /**
   * Whether `now` contradicts what was said. It is complete for what is on screen, from `top` to `bottom`; beyond that a
   * grid may have taken rows away without anybody seeing it. `holds` answers for a statement that `now` does not speak
   * of whether it is still true.
   */
  contradictedBy(
    now: readonly PlacedStatement[],
    top: number,
    bottom: number,
    holds: (said: PlacedStatement) => boolean,
  ): boolean {
    const byTop = new Map(now.map((statement) => [Math.round(statement.top), statement]));
    const near = (said: PlacedStatement) => {
      const at = Math.round(said.top);
      return [byTop.get(at), byTop.get(at - 1), byTop.get(at + 1)].find(
        (statement) => statement !== undefined && samePlace(said, statement),
      );
    };
    const people = new Map(
      now.filter(({ names }) => names).map((statement) => [statement.fingerprint, statement]),
    );
    const first = Math.min(...now.map((statement) => statement.top));
    const last = Math.max(...now.map((statement) => statement.bottom));
    const contradicts = (said: PlacedStatement): boolean => {
      const here = near(said);
      if (here !== undefined) return here.fingerprint !== said.fingerprint;
      if (said.bottom > top && said.top < bottom) return true;
      if (said.bottom > first && said.top < last && now.some((statement) => overlap(said, statement)))
        return true;
      const elsewhere = people.get(said.fingerprint);
      return elsewhere !== undefined && (elsewhere.row === said.row || !holds(said));
    };
    for (const said of this.#said.values()) if (contradicts(said)) return true;
    return false;
  }

  /** Adds a reading that contradicts nothing. False when there are too many to keep: a new generation must begin. */
  add(now: readonly PlacedStatement[]): boolean {
    for (const statement of now) {
      const key = `${Math.round(statement.top)} ${statement.fingerprint}`;
      if (!this.#said.has(key)) this.#said.set(key, statement);
    }
    return this.#said.size <= MOST;
  }
}
