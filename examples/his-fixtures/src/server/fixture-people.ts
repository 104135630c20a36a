import { type HospitalDay, hospitalDay, randomFrom, uuidFrom } from "@cadre-care/example-his-common";

/** Draws the people of the fixtures; the two demo hospitals have others. */
export const SEED = 23;

/** The hospital's own code of a ticket, as these pages write it: the year and the ticket times seven. */
export const codeOf = (ticket: number): string => `26${String(ticket * 7).padStart(8, "0")}`;

const days = new Map<number, HospitalDay>();
const known = new Map<number, HospitalDay>();

/**
 * The first `count` patients, and what must be said of each: the day of 300, and the days of other seeds after it with keys,
 * tickets and codes of their own.
 */
export const fixtureDay = (count: number): HospitalDay => {
  const made = known.get(count) ?? makeDay(count);
  known.set(count, made);
  return made;
};

const makeDay = (count: number): HospitalDay => {
  const patients: HospitalDay["patients"][number][] = [];
  const expected: HospitalDay["expected"][number][] = [];
  for (let number = 0; patients.length < count; number += 1) {
    const day = days.get(number) ?? hospitalDay(SEED + number);
    days.set(number, day);
    day.patients.slice(0, count - patients.length).forEach((patient, place) => {
      const ticket = patients.length + 1;
      const id = uuidFrom(randomFrom(SEED * 1_000_003 + ticket));
      patients.push({ ...patient, id, ticket, code: codeOf(ticket) });
      const row = day.expected[place];
      if (row !== undefined) expected.push({ ...row, id });
    });
  }
  return { patients, expected };
};

/** The patients of `fixtureDay`. */
export const fixturePeople = (count: number): HospitalDay["patients"] => fixtureDay(count).patients;
