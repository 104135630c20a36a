import type { DirectoryEntry } from "@cadre-care/domain";
import { type Casting, type CastRow, castRow, castStranger } from "./cast.ts";
import { demoDirectory } from "./demo-directory.ts";
import type { ExpectedRow } from "./expected-row.ts";
import type { HisPatient, PriorityGroup } from "./his-patient.ts";
import { doubleOf, identifierOf, managedPerson, type Person } from "./person.ts";
import { DAY_SIZE, planOf, type RowPlan } from "./plan.ts";
import { type Random, randomFrom, uuidFrom } from "./random.ts";
import { COMMUNES, COMPLAINTS, DOCTORS, EMERGENCY_ROOM, HAMLETS, OCCUPATIONS, ROOMS } from "./word-lists.ts";

export type { ExpectedRow } from "./expected-row.ts";

/**
 * Who comes today. `day`: an ordinary day with every kind of row. `ten`: ten managed people at the top of the list,
 * strangers otherwise. `none`: the same list with those ten swapped for strangers whose every text is as long.
 */
export const POPULATIONS = ["day", "ten", "none"] as const;
export type Population = (typeof POPULATIONS)[number];

export interface HospitalDay {
  /** In ticket order. */
  readonly patients: readonly HisPatient[];
  /** One for each patient, in the same order. */
  readonly expected: readonly ExpectedRow[];
}

const TEN_ROWS = [1, 3, 4, 6, 8, 9, 11, 13, 14, 16];

const planFor = (population: Population, index: number): RowPlan | undefined => {
  if (population === "day") return planOf(index);
  return TEN_ROWS.includes(index) ? "managed" : undefined;
};

const EMERGENCY_PLANS: readonly (RowPlan | undefined)[] = ["emergency", "managed-emergency"];

const priorityOf = (plan: RowPlan | undefined, row: CastRow, random: Random): PriorityGroup | undefined => {
  const other = random.next();
  if (EMERGENCY_PLANS.includes(plan)) return "Cấp cứu";
  if (row.birthDate.year <= 1950) return "Người cao tuổi";
  if (other < 0.015) return "Người khuyết tật";
  if (other < 0.03) return "Người có công";
  if (other < 0.045 && row.sex === "female" && row.birthDate.year > 1982) return "Phụ nữ có thai";
  return undefined;
};

const statusOf = (index: number, priority: PriorityGroup | undefined): HisPatient["status"] => {
  if (priority === "Cấp cứu") return "Đang khám";
  return index < 8 ? "Đã khám" : index < 15 ? "Chờ kết quả" : index < 24 ? "Đang khám" : "Chờ khám";
};

const arrival = (index: number): string => {
  const minutes = 6 * 60 + 20 + Math.floor(index * 0.42);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
};

const patientFrom = (row: CastRow, plan: RowPlan | undefined, index: number, random: Random): HisPatient => {
  const priority = priorityOf(plan, row, random);
  return {
    id: uuidFrom(random),
    code: `25${String(11_000 + index * 37 + random.integer(0, 30)).padStart(8, "0")}`,
    ticket: index + 1,
    name: row.name,
    birthDate: row.birthDate,
    sex: row.sex,
    identityNumber: row.identityNumber,
    insuranceNumber: row.insuranceNumber,
    payer: row.insuranceNumber === "" ? "Thu phí" : "BHYT",
    ...(priority === undefined ? {} : { priority }),
    phone: `09${random.digits(8)}`,
    address: `${random.pick(HAMLETS)}, ${random.pick(COMMUNES)}`,
    occupation: row.birthDate.year < 1964 ? "Hưu trí" : random.pick(OCCUPATIONS),
    room: priority === "Cấp cứu" ? EMERGENCY_ROOM : random.pick(ROOMS),
    doctor: random.pick(DOCTORS),
    complaint: priority === "Cấp cứu" ? "Đau ngực dữ dội, khó thở" : random.pick(COMPLAINTS),
    status: statusOf(index, priority),
    arrivedAt: arrival(index),
  };
};

const takenFrom = (directory: readonly DirectoryEntry[]): Set<string> =>
  new Set(
    directory
      .flatMap((entry) => [entry.name, ...entry.identifiers.map(({ value }) => value.slice(-12))])
      .concat(directory.map((entry) => identifierOf(entry, "bhyt").slice(-10))),
  );

/** Hands out managed people spread over the directory, each once. */
const managedFrom = (directory: readonly DirectoryEntry[], start: number) => {
  const used = new Set<number>();
  let cursor = start;
  return (needs?: "cmnd" | "over-75"): DirectoryEntry => {
    for (let step = 0; step < directory.length; step += 1) {
      cursor = (cursor + 61) % directory.length;
      const entry = directory[cursor];
      if (entry === undefined || used.has(cursor) || entry.birthDate.day === undefined) continue;
      if (identifierOf(entry, "cccd") === "" || identifierOf(entry, "bhyt") === "") continue;
      if (needs === "cmnd" && identifierOf(entry, "cmnd") === "") continue;
      if (needs === "over-75" ? entry.birthDate.year > 1950 : entry.birthDate.year <= 1950) continue;
      used.add(cursor);
      return entry;
    }
    throw new Error("the directory has nobody left who fits");
  };
};

/**
 * The patients of one hospital today, 300 of them, and what must be said about each.
 * The same `seed` gives the same day; two hospitals take different seeds and see different people.
 */
export const hospitalDay = (seed: number, population: Population = "day"): HospitalDay => {
  const directory = demoDirectory();
  const taken = takenFrom(directory);
  const nextManaged = managedFrom(directory, seed * 17);
  let last: Person | undefined;
  const patients: HisPatient[] = [];
  const expected: ExpectedRow[] = [];
  for (let index = 0; index < DAY_SIZE; index += 1) {
    const plan = planFor(population, index);
    // Each row has its own sources, so that one row's person never changes another row.
    const random = randomFrom(seed * 100_003 + index * 7);
    const casting: Casting = {
      random,
      taken,
      managed: (needs) => {
        const person = managedPerson(nextManaged(needs), random);
        last = population === "none" ? doubleOf(person, randomFrom(seed * 7 + index), taken) : person;
        return last;
      },
      lastManaged: () => last ?? casting.managed(),
    };
    const row = plan === undefined ? castStranger(casting) : castRow(plan, casting);
    const { expectation, ...stated } = row;
    const patient = patientFrom({ ...stated, expectation }, plan, index, randomFrom(seed * 31 + index * 13));
    patients.push(patient);
    expected.push({ id: patient.id, ...expectation });
  }
  return { patients, expected };
};
