import { type HisPatient, hospitalDay, randomFrom, uuidFrom } from "@cadre-care/example-his-common";

/** Draws the people of the fixtures; the two demo hospitals have others. */
export const SEED = 23;

const days = new Map<number, readonly HisPatient[]>();

/** The first `count` patients: the day of 300, and the days of other seeds after it with
 * keys, tickets and codes of their own. */
export const fixturePeople = (count: number): readonly HisPatient[] => {
  const people: HisPatient[] = [];
  for (let number = 0; people.length < count; number += 1) {
    const day = days.get(number) ?? hospitalDay(SEED + number).patients;
    days.set(number, day);
    for (const patient of day.slice(0, count - people.length)) {
      const ticket = people.length + 1;
      const id = uuidFrom(randomFrom(SEED * 1_000_003 + ticket));
      people.push({ ...patient, id, ticket, code: `26${String(ticket * 7).padStart(8, "0")}` });
    }
  }
  return people;
};
