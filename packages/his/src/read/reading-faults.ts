/** What can keep a reader from saying something. Each makes it say nothing rather than guess. */
export const READING_FAULTS = [
  "selector-broken",
  "element-count-off",
  "texts-differ",
  "header-missing",
  "header-ambiguous",
  "cells-off",
  "rows-off",
  "text-too-long",
  "not-a-control",
  "pattern-off",
  "identifier-form-off",
  "half-empty",
  "name-form-off",
  "name-order-unclear",
  "date-format-unknown",
  "sex-code-unknown",
  "field-empty",
  "place-off",
  "page-not-recognised",
  "gave-up",
] as const;

export type ReadingFault = (typeof READING_FAULTS)[number];

/** A fault at a place of the profile's page, such as `fields.name`; "" for the page as a whole. Holds nothing that the page says. */
export interface PlacedFault {
  readonly code: ReadingFault;
  readonly place: string;
}

const keyOf = ({ code, place }: PlacedFault): string => `${place} ${code}`;

/** Whether both hold the same faults, in the same order. */
export const sameFaults = (one: readonly PlacedFault[], other: readonly PlacedFault[]): boolean =>
  one.length === other.length && one.every((fault, at) => keyOf(fault) === keyOf(other[at] ?? fault));

/** Collects faults of one page, each kind and place once, in a stable order. */
export class FaultLog {
  readonly #faults = new Map<string, PlacedFault>();

  add(code: ReadingFault, place = ""): void {
    this.#faults.set(keyOf({ code, place }), { code, place });
  }

  list(): PlacedFault[] {
    return [...this.#faults.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fault]) => fault);
  }
}
