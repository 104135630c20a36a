import type { PartialDate, Sex } from "@cadre-care/domain";
import type { Random } from "./random.ts";
import {
  FAMILY_NAMES,
  FEMALE_GIVEN,
  FEMALE_MIDDLE,
  INSURANCE_GROUPS,
  MALE_GIVEN,
  MALE_MIDDLE,
} from "./word-lists.ts";

/** A person whom the board does not manage. */
export interface Stranger {
  readonly name: string;
  readonly birthDate: Required<PartialDate>;
  readonly sex: Sex;
  readonly cccd: string;
  readonly cmnd: string;
  /** 15 characters. */
  readonly insurance: string;
}

/** What no stranger may share with the directory. */
export interface Taken {
  has(value: string): boolean;
}

const nameFrom = (random: Random, sex: Sex): string =>
  sex === "male"
    ? `${random.pick(FAMILY_NAMES)} ${random.pick(MALE_MIDDLE)} ${random.pick(MALE_GIVEN)}`
    : `${random.pick(FAMILY_NAMES)} ${random.pick(FEMALE_MIDDLE)} ${random.pick(FEMALE_GIVEN)}`;

const fresh = (taken: Taken, draw: () => string): string => {
  let value = draw();
  while (taken.has(value)) value = draw();
  return value;
};

/** CCCD with province 003, which does not exist, so that no real person is hit. */
export const cccdFor = (random: Random, taken: Taken, sex: Sex, year: number): string => {
  const century = (year < 2000 ? 0 : 2) + (sex === "male" ? 0 : 1);
  const prefix = `003${century}${String(year % 100).padStart(2, "0")}`;
  return fresh(taken, () => prefix + random.digits(6));
};

/** BHYT card number whose last ten digits belong to nobody in the directory. */
export const insuranceFor = (random: Random, taken: Taken): string => {
  const number = fresh(taken, () => `03${random.digits(8)}`);
  return `${random.pick(INSURANCE_GROUPS)}03${number}`;
};

export const cmndFor = (random: Random, taken: Taken): string => fresh(taken, () => `003${random.digits(6)}`);

export const strangerFrom = (random: Random, taken: Taken, given: Partial<Stranger> = {}): Stranger => {
  const sex = given.sex ?? (random.next() < 0.48 ? "male" : "female");
  const birthDate = given.birthDate ?? {
    year: random.integer(1942, 2008),
    month: random.integer(1, 12),
    day: random.integer(1, 28),
  };
  return {
    name: given.name ?? fresh(taken, () => nameFrom(random, sex)),
    birthDate,
    sex,
    cccd: given.cccd ?? cccdFor(random, taken, sex, birthDate.year),
    cmnd: cmndFor(random, taken),
    insurance: insuranceFor(random, taken),
  };
};

/** A stranger's name of exactly `length` characters, so that a swapped row is as long as it was. */
export const nameOfLength = (random: Random, taken: Taken, sex: Sex, length: number): string => {
  for (let attempt = 0; attempt < 20_000; attempt += 1) {
    const name = nameFrom(random, sex);
    if (name.length === length && !taken.has(name)) return name;
  }
  throw new Error(`no name of ${length} characters`);
};
