import type { ReadingFault } from "../read/reading-faults.ts";

/** A fault that stands for a whole page, at a place of the profile's page. */
export interface Finding {
  readonly place: string;
  readonly fault: ReadingFault;
  /** The page's reading is not sure: nothing is said of anybody on it. */
  readonly off: boolean;
}

/** The page is built otherwise than the profile says. Other faults may be slips of whoever typed a value. */
const STRUCTURAL: ReadonlySet<ReadingFault> = new Set([
  "selector-broken",
  "element-count-off",
  "texts-differ",
  "header-missing",
  "header-ambiguous",
  "cells-off",
  "rows-off",
  "text-too-long",
  "not-a-control",
]);

/** True of every row as soon as it is true of one. */
const WHOLE_LIST: ReadonlySet<ReadingFault> = new Set([
  "selector-broken",
  "header-missing",
  "header-ambiguous",
]);

/** Without these nobody is told apart, or an emergency is overlooked (DESIGN rules 1 and 10). */
const ESSENTIAL = /^(?:fields\.(?:identifiers|name|birthDate)|emergency|columns|rows)/u;

/** From how many rows on it is no coincidence. */
const ENOUGH_ROWS = 5;
const NEARLY_ALL = 0.9;
/** Of dates in the other order about three in five do not exist, and the others are read wrongly. */
const TOO_MANY_DATES = 1 / 3;

const isStructural = (fault: ReadingFault): boolean => STRUCTURAL.has(fault);

/** Nothing is wrong with the page, there is only less to go by. */
const HARMLESS: ReadonlySet<ReadingFault> = new Set(["field-empty", "name-order-unclear"]);

const isOff = (place: string, fault: ReadingFault): boolean => ESSENTIAL.test(place) && !HARMLESS.has(fault);

/** Emergencies come first (DESIGN rule 1): one whose signal cannot be read must not wait for more rows. */
export const isLostEmergency = (place: string, fault: ReadingFault): boolean =>
  place.startsWith("emergency") && isStructural(fault);

/** Rows with such a fault are not read any further. */
const isUnread = (place: string): boolean => place === "columns" || place === "rows";

/** What one row said of its fields. */
export interface RowFaults {
  /** It says something of somebody; a row that says that there is nobody does not. */
  readonly names: boolean;
  readonly faults: readonly (readonly [place: string, fault: ReadingFault])[];
  /** Identifiers that cannot be what they are stated to be. */
  readonly shapeless: readonly string[];
  /** Fields that stand empty. */
  readonly empty: readonly string[];
}

/**
 * Faults of the rows on screen, counted by place, and what they say of the list. `filled`: fields that had something in
 * an earlier reading of the same list; that they are empty further down is no sign of anything.
 */
export class RowTally {
  #rows = 0;
  #unread = 0;
  #named = 0;
  readonly #lostEmergencies = new Map<string, number>();
  readonly #faults = new Map<string, Map<ReadingFault, number>>();
  readonly #empty = new Map<string, number>();

  constructor(private readonly filled: ReadonlySet<string> = new Set()) {}

  add({ names, faults, shapeless, empty }: RowFaults): void {
    this.#rows += 1;
    if (names) this.#named += 1;
    if (faults.some(([place]) => isUnread(place))) this.#unread += 1;
    for (const [place, fault] of faults) {
      this.#count(place, fault);
      if (names && isLostEmergency(place, fault))
        this.#lostEmergencies.set(place, (this.#lostEmergencies.get(place) ?? 0) + 1);
    }
    for (const place of shapeless) this.#count(place, "identifier-form-off");
    for (const place of empty) this.#empty.set(place, (this.#empty.get(place) ?? 0) + 1);
  }

  findings(): readonly Finding[] {
    const found: Finding[] = [];
    for (const [place, counts] of this.#faults)
      for (const [fault, times] of counts) {
        const off = this.#judge(place, fault, times);
        if (off !== undefined) found.push({ place, fault, off });
      }
    if (this.#rows >= ENOUGH_ROWS)
      for (const [place, times] of this.#empty)
        if (times === this.#rows && !this.filled.has(place))
          found.push({ place, fault: "field-empty", off: false });
    return found;
  }

  /** How many rows, up to `ENOUGH_ROWS`, could have shown such a fault. What is true of the whole list one row shows. */
  evidence({ place, fault }: Finding): number {
    const read = isUnread(place) ? this.#rows : this.#rows - this.#unread;
    if (WHOLE_LIST.has(fault)) return read > 0 ? ENOUGH_ROWS : 0;
    return Math.min(ENOUGH_ROWS, isStructural(fault) ? read : read - (this.#empty.get(place) ?? 0));
  }

  /** Of these fields those that have something in a row. */
  filledOf(places: readonly string[]): readonly string[] {
    return places.filter(
      (place) => this.#rows > 0 && (this.#empty.get(place) ?? 0) < this.#rows && !this.#faults.has(place),
    );
  }

  #count(place: string, fault: ReadingFault): void {
    const counts = this.#faults.get(place) ?? new Map<ReadingFault, number>();
    this.#faults.set(place, counts.set(fault, (counts.get(fault) ?? 0) + 1));
  }

  /** Undefined: rows have it now and then, and the list is sound. */
  #judge(place: string, fault: ReadingFault, times: number): boolean | undefined {
    if (WHOLE_LIST.has(fault)) return isOff(place, fault);
    if (isLostEmergency(place, fault) && this.#named > 0 && this.#lostEmergencies.get(place) === this.#named)
      return true;
    const filled = isStructural(fault) ? this.#rows : this.#rows - (this.#empty.get(place) ?? 0);
    if (filled < ENOUGH_ROWS) return undefined;
    if (times >= filled * NEARLY_ALL) return isOff(place, fault);
    return fault === "date-format-unknown" && times >= filled * TOO_MANY_DATES ? false : undefined;
  }
}

/**
 * What the faults of one patient say of the page. One patient's slip is told, and takes nothing away; that this patient's
 * name may be read two ways is none of the page's faults.
 */
export const patientFindings = (faults: RowFaults["faults"]): readonly Finding[] =>
  faults
    .filter(([, fault]) => fault !== "name-order-unclear")
    .map(([place, fault]) => ({ place, fault, off: isStructural(fault) && isOff(place, fault) }));
