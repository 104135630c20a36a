import {
  compareNames,
  comparePartialDates,
  type ScanRelation,
  type StatedIdentity,
  usableIdentifiers,
} from "@cadre-care/domain";
import type { Subject } from "./subject-tokens.ts";

/** Numbers that two records of one person share, and records of two people do not. */
const COMPARED = ["cccd", "bhxh", "cmnd", "priority-card", "medical-book"] as const;
type Compared = (typeof COMPARED)[number];

/** Somebody's entry, where it is certain that it is theirs. */
const known = ({ kind, entry }: Subject) => (kind === "managed" ? entry : undefined);

/** Every number of a kind that is known of somebody: as stated, and as the directory has it. */
const numbersOf = (subject: Subject): ReadonlyMap<Compared, ReadonlySet<string>> => {
  const numbers = new Map<Compared, Set<string>>();
  for (const identifier of [...subject.stated.identifiers, ...(known(subject)?.identifiers ?? [])]) {
    const { values } = usableIdentifiers([identifier]);
    for (const kind of COMPARED) {
      const value = values[kind];
      if (value !== undefined) numbers.set(kind, (numbers.get(kind) ?? new Set()).add(value));
    }
  }
  return numbers;
};

const describedAs = (subject: Subject): Pick<StatedIdentity, "name" | "birthDate"> => ({
  ...known(subject),
  ...subject.stated,
});

/**
 * Whether two people on two screens are one. Only a number says that they are: namesakes born the same day exist. A
 * number, a name or a birth date says that they are not.
 */
export const comparePeople = (one: Subject, other: Subject): Exclude<ScanRelation, "alone"> => {
  const [managed, also] = [known(one), known(other)];
  if (managed && also) return managed.personId === also.personId ? "same" : "another";
  const [mine, theirs] = [numbersOf(one), numbersOf(other)];
  let differ = false;
  for (const [kind, values] of mine) {
    const others = theirs.get(kind);
    if (!others) continue;
    if ([...values].some((value) => others.has(value))) return "same";
    differ = true;
  }
  if (differ) return "another";
  const [here, there] = [describedAs(one), describedAs(other)];
  const names = here.name && there.name ? compareNames(here.name, there.name) : undefined;
  const dates =
    here.birthDate && there.birthDate ? comparePartialDates(here.birthDate, there.birthDate) : undefined;
  return names === "different" || dates === "different" ? "another" : "unclear";
};
