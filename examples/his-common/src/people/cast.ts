import type { Expectation } from "./expected-row.ts";
import type { Person } from "./person.ts";
import type { RowPlan } from "./plan.ts";
import type { Random } from "./random.ts";
import { cccdFor, strangerFrom, type Taken } from "./stranger.ts";

/** What a row states about a person, and what has to be made of it. */
export interface CastRow {
  readonly name: string;
  readonly birthDate: Person["birthDate"];
  readonly sex: Person["sex"];
  readonly identityNumber: string;
  readonly insuranceNumber: string;
  readonly expectation: Expectation;
}

/** Where people come from while a day is cast. `managed` gives a person not used before. */
export interface Casting {
  readonly random: Random;
  readonly taken: Taken;
  managed(needs?: "cmnd" | "over-75"): Person;
  /** The person whom `managed` gave last: a namesake sits below. */
  lastManaged(): Person;
}

const state = (
  person: Person,
  expectation: Expectation,
  given: Partial<Omit<CastRow, "expectation">> = {},
): CastRow => ({
  name: person.name,
  birthDate: person.birthDate,
  sex: person.sex,
  identityNumber: person.cccd,
  insuranceNumber: person.insurance,
  expectation,
  ...given,
});

const managed = (
  person: Person,
  reason: string,
  given?: Partial<Omit<CastRow, "expectation">>,
  extra?: Partial<Expectation>,
): CastRow =>
  person.personId === undefined
    ? state(person, { expectedOutcome: "not-managed", reason: `double of: ${reason}` }, given)
    : state(person, { expectedOutcome: "managed", reason, personId: person.personId, ...extra }, given);

const yearOnly = (person: Person) => ({
  birthDate: { year: person.birthDate.year },
  identityNumber: "",
  insuranceNumber: "",
});

const otherDate = (person: Person, random: Random): Required<Person["birthDate"]> => ({
  year: person.birthDate.year + random.integer(2, 9),
  month: random.integer(1, 12),
  day: random.integer(1, 28),
});

const spaced = (name: string): string => {
  const words = name.split(" ");
  return `${words[0] ?? ""}  ${words.slice(1).join("\u00a0")}\t`;
};

const notManaged = (reason: string): Expectation => ({ expectedOutcome: "not-managed", reason });
const notEnough = (reason: string): Expectation => ({ expectedOutcome: "not-enough", reason });
const conflict = (reason: string): Expectation => ({ expectedOutcome: "conflict", reason });

const casts: Record<RowPlan, (casting: Casting) => CastRow> = {
  managed: (casting) => managed(casting.managed(), "CCCD and BHYT of one managed person"),
  "managed-insurance-only": (casting) =>
    managed(casting.managed(), "BHYT card of a managed person, no CCCD", { identityNumber: "" }),
  "managed-short-insurance": (casting) => {
    const person = casting.managed();
    return managed(person, "the ten digits of the BHXH number alone", {
      identityNumber: "",
      insuranceNumber: person.insurance.slice(-10),
    });
  },
  "managed-cmnd": (casting) => {
    const person = casting.managed("cmnd");
    return managed(
      person,
      "old CMND with the full birth date: managed, to be confirmed with a paper",
      { identityNumber: person.cmnd, insuranceNumber: "" },
      { confirm: true },
    );
  },
  "managed-decomposed": (casting) => {
    const person = casting.managed();
    return managed(person, "name typed in decomposed Unicode (NFD)", { name: person.name.normalize("NFD") });
  },
  "managed-upper-case": (casting) => {
    const person = casting.managed();
    return managed(person, "name in capitals", { name: person.name.toLocaleUpperCase("vi") });
  },
  "managed-odd-spaces": (casting) => {
    const person = casting.managed();
    return managed(person, "double, no-break and trailing spaces in the name", { name: spaced(person.name) });
  },
  "managed-emergency": (casting) => managed(casting.managed(), "managed, and an emergency"),
  "managed-over-75": (casting) => managed(casting.managed("over-75"), "managed, and older than 75"),
  namesake: (casting) => {
    const person = casting.lastManaged();
    const { random, taken } = casting;
    const namesake = strangerFrom(random, taken, {
      name: person.name,
      sex: person.sex,
      birthDate: otherDate(person, random),
    });
    return state(
      namesake,
      notManaged("namesake of a managed person with another birth date and own numbers"),
    );
  },
  "namesake-without-numbers": (casting) => {
    const person = casting.managed();
    return state(person, notEnough("name of a managed person, other birth date, no number"), {
      birthDate: otherDate(person, casting.random),
      identityNumber: "",
      insuranceNumber: "",
    });
  },
  possible: (casting) => {
    const person = casting.managed();
    const reason = "name, full birth date and sex of a managed person, no number";
    return state(
      person,
      {
        expectedOutcome: "possible",
        reason,
        ...(person.personId === undefined ? {} : { personId: person.personId }),
      },
      { identityNumber: "", insuranceNumber: "" },
    );
  },
  "conflict-two-people": (casting) => {
    const first = casting.managed();
    const second = casting.managed();
    return state(first, conflict("CCCD of one managed person, BHYT card of another"), {
      insuranceNumber: second.insurance,
    });
  },
  "conflict-other-cccd": (casting) => {
    const person = casting.managed();
    const cccd = cccdFor(casting.random, casting.taken, person.sex, person.birthDate.year);
    return state(person, conflict("BHYT card of a managed person, CCCD that is not theirs"), {
      identityNumber: cccd,
    });
  },
  "conflict-other-birth-date": (casting) => {
    const person = casting.managed();
    const other = strangerFrom(casting.random, casting.taken, {
      sex: person.sex === "male" ? "female" : "male",
      birthDate: otherDate(person, casting.random),
    });
    return state(other, conflict("CCCD of a managed person under another name and birth date"), {
      identityNumber: person.cccd,
      insuranceNumber: "",
    });
  },
  "year-only": ({ random, taken }) => {
    const person = strangerFrom(random, taken);
    return state(person, notEnough("name and year of birth only"), yearOnly(person));
  },
  "year-only-managed-name": (casting) => {
    const person = casting.managed();
    return state(
      person,
      notEnough("name and year of birth of a managed person, nothing else"),
      yearOnly(person),
    );
  },
  "garbled-cccd": ({ random, taken }) => {
    const person = strangerFrom(random, taken);
    return state(person, notEnough("CCCD with a digit too few, nothing else"), {
      identityNumber: person.cccd.slice(0, 11),
      insuranceNumber: "",
    });
  },
  "cmnd-only": ({ random, taken }) => {
    const person = strangerFrom(random, taken);
    return state(person, notEnough("CMND of nobody in the directory, nothing stronger"), {
      identityNumber: person.cmnd,
      insuranceNumber: "",
    });
  },
  "insurance-only": ({ random, taken }) =>
    state(strangerFrom(random, taken), notManaged("BHYT card of nobody in the directory, no CCCD"), {
      identityNumber: "",
    }),
  emergency: ({ random, taken }) => state(strangerFrom(random, taken), notManaged("an emergency")),
  "over-75": ({ random, taken }) =>
    state(
      strangerFrom(random, taken, {
        birthDate: {
          year: random.integer(1936, 1949),
          month: random.integer(1, 12),
          day: random.integer(1, 28),
        },
      }),
      notManaged("older than 75"),
    ),
  "cccd-contradicts-year": ({ random, taken }) => {
    const person = strangerFrom(random, taken);
    return state(
      person,
      {
        ...notManaged("CCCD whose digits contradict the birth year"),
        warning: "cccd-contradicts-birth-year",
      },
      { identityNumber: cccdFor(random, taken, person.sex, person.birthDate.year - 11), insuranceNumber: "" },
    );
  },
};

/** Fills a special row. */
export const castRow = (plan: RowPlan, casting: Casting): CastRow => casts[plan](casting);

/** Fills an ordinary row with somebody whom the board does not manage. */
export const castStranger = ({ random, taken }: Casting): CastRow => {
  const person = strangerFrom(random, taken);
  const draw = random.next();
  return state(person, notManaged("CCCD of nobody in the directory"), {
    name:
      draw < 0.08
        ? person.name.toLocaleUpperCase("vi")
        : draw < 0.12
          ? person.name.normalize("NFD")
          : person.name,
    insuranceNumber: random.next() < 0.82 ? person.insurance : "",
  });
};
