import type { DirectoryEntry, PartialDate, Sex } from "@cadre-care/domain";
import type { Random } from "./random.ts";
import { cccdFor, cmndFor, insuranceFor, nameOfLength, type Stranger, type Taken } from "./stranger.ts";
import { INSURANCE_GROUPS } from "./word-lists.ts";

/** Whoever sits in a row, managed or not, with everything that a HIS might know. */
export interface Person {
  readonly name: string;
  readonly birthDate: PartialDate;
  readonly sex: Sex;
  readonly cccd: string;
  readonly cmnd: string;
  /** 15 characters. */
  readonly insurance: string;
  /** The board's id, for managed people only. */
  readonly personId?: string;
}

/** The value of one kind of identifier in an entry, or "". */
export const identifierOf = (entry: DirectoryEntry, kind: "cccd" | "cmnd" | "bhyt"): string =>
  entry.identifiers.find((identifier) => identifier.kind === kind)?.value ?? "";

export const managedPerson = (entry: DirectoryEntry, random: Random): Person => {
  const number = identifierOf(entry, "bhyt").slice(-10);
  return {
    name: entry.name,
    birthDate: entry.birthDate,
    sex: entry.sex,
    cccd: identifierOf(entry, "cccd"),
    cmnd: identifierOf(entry, "cmnd"),
    insurance: number === "" ? "" : `${random.pick(INSURANCE_GROUPS)}03${number}`,
    personId: entry.personId,
  };
};

export const unmanagedPerson = (stranger: Stranger): Person => ({ ...stranger });

/** Somebody whom nobody manages, with every text as long as `person`'s, and the same date and sex. */
export const doubleOf = (person: Person, random: Random, taken: Taken): Person => {
  const { year } = person.birthDate;
  return {
    name: nameOfLength(random, taken, person.sex, person.name.length),
    birthDate: person.birthDate,
    sex: person.sex,
    cccd: person.cccd === "" ? "" : cccdFor(random, taken, person.sex, year),
    cmnd: person.cmnd === "" ? "" : cmndFor(random, taken),
    insurance:
      person.insurance === "" ? "" : person.insurance.slice(0, 5) + insuranceFor(random, taken).slice(-10),
  };
};
