import type { PageFact, StatedIdentity } from "@cadre-care/domain/page";

/** Two equal readings must lie so far apart: a page writes its fields one after the other. In milliseconds. */
export const STEADY_MS = 150;
/** How long a fact that stood there for another patient too must stay: the page may not have replaced it yet. */
export const LINGER_MS = 3000;

const keyOf = ({ item, text }: PageFact): string => JSON.stringify([item, text]);
const within = (keys: ReadonlySet<string>, here: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...keys].filter((key) => here.has(key)));
const differ = (one: unknown, other: unknown): boolean =>
  one !== undefined && other !== undefined && JSON.stringify(one) !== JSON.stringify(other);

/** Something that both say is not the same. One that merely says more is the same patient, read further. */
const isAnother = (one: StatedIdentity, other: StatedIdentity): boolean =>
  differ(one.name, other.name) ||
  differ(one.birthDate, other.birthDate) ||
  one.identifiers.some(({ kind, value }) => {
    const same = other.identifiers.filter((identifier) => identifier.kind === kind);
    return same.length > 0 && same.every((identifier) => identifier.value !== value);
  });

/** All that was said of one patient so far; of each kind, what was said last. */
const together = (before: StatedIdentity, now: StatedIdentity): StatedIdentity => ({
  ...before,
  ...now,
  identifiers: [
    ...now.identifiers,
    ...before.identifiers.filter(({ kind }) => now.identifiers.every((one) => one.kind !== kind)),
  ],
});

/**
 * What a page says for a form of its patient, once it stands still: told after two equal readings, and held back at a
 * change of patient, since a page may change the name first and the address later, or the other way round. Times are
 * milliseconds of `performance.now()`.
 */
export class SteadyFacts {
  #patient: StatedIdentity | null = null;
  /** Told of this patient, and standing there since then. */
  #own: ReadonlySet<string> = new Set();
  /** The same of an earlier patient. */
  #old: ReadonlySet<string> = new Set();
  /** Whose `#own` is: all that the page said of them, also while it shows nobody. */
  #known: StatedIdentity | undefined;
  #facts: readonly PageFact[] = [];
  #since = Number.POSITIVE_INFINITY;
  #told: readonly PageFact[] = [];

  /** What may be told now; the same array while that is the same. */
  get told(): readonly PageFact[] {
    return this.#told;
  }

  /** Takes a reading. Answers the moment at which another one is needed; undefined where none is. */
  read(patient: StatedIdentity | null, facts: readonly PageFact[], now: number): number | undefined {
    const changed = JSON.stringify(patient) !== JSON.stringify(this.#patient);
    const here = new Set(facts.map(keyOf));
    if (changed && patient) this.#meet(patient);
    this.#own = within(this.#own, here);
    this.#old = within(this.#old, here);
    if (changed || JSON.stringify(facts) !== JSON.stringify(this.#facts)) this.#since = now;
    this.#patient = patient;
    this.#facts = facts;
    return this.#tell(now);
  }

  /** Said in several steps, a patient is the same one; what was an earlier one's stays that through all of them. */
  #meet(patient: StatedIdentity): void {
    if (this.#known && isAnother(this.#known, patient)) {
      this.#old = new Set([...this.#old, ...this.#own]);
      this.#own = new Set();
      this.#known = patient;
    } else this.#known = this.#known ? together(this.#known, patient) : patient;
  }

  /** The page is not there any more, or not now: what its earlier patients' facts were is kept for the next one. */
  leave(now: number): void {
    this.read(null, this.#facts, now);
  }

  #tell(now: number): number | undefined {
    const stood = now - this.#since;
    if (stood >= LINGER_MS) this.#old = new Set();
    const steady = this.#patient !== null && stood >= STEADY_MS;
    const told = steady ? this.#facts.filter((fact) => !this.#old.has(keyOf(fact))) : [];
    if (JSON.stringify(told) !== JSON.stringify(this.#told)) this.#told = told;
    this.#own = new Set([...this.#own, ...told.map(keyOf)]);
    if (this.#patient === null || this.#facts.length === 0) return undefined;
    if (!steady) return this.#since + STEADY_MS;
    return this.#old.size > 0 ? this.#since + LINGER_MS : undefined;
  }
}
