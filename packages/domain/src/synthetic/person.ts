import type { DirectoryEntry, ExamRound, PriorityCard } from "../directory/directory-entry.ts";
import type { PartialDate, Sex, StatedIdentifier } from "../identity/stated-identity.ts";
import { dayPlus, daysIn, yearOf } from "./calendar.ts";
import { syntheticName } from "./names.ts";
import { syntheticBhxh, syntheticCccd, syntheticCmnd } from "./numbers.ts";
import { type RandomStream, streamUuid } from "./random.ts";

export interface SyntheticSettings {
  /** Tier codes of the policy, with how common each is. */
  readonly tiers: readonly [{ code: string; weight: number }, ...{ code: string; weight: number }[]];
  readonly clinics: readonly [{ id: string; name: string }, ...{ id: string; name: string }[]];
  readonly doctors: readonly [string, ...string[]];
  readonly alerts: readonly [string, ...string[]];
}

/** Ages are reckoned from this year, so that a seed gives the same people whenever a board or a demo hospital is filled. */
const AGES_IN = 2026;

const birthOf = (random: RandomStream): PartialDate => {
  // Serving people are 32 to 62, former ones older; a tenth is past the statutory 75.
  const age = random.chance(0.1)
    ? 76 + random.below(19)
    : random.chance(0.4)
      ? 63 + random.below(12)
      : 32 + random.below(31);
  const year = AGES_IN - age;
  if (random.chance(0.03)) return { year };
  const month = 1 + random.below(12);
  return { year, month, day: 1 + random.below(daysIn(year, month)) };
};

const tierOf = (random: RandomStream, tiers: SyntheticSettings["tiers"]): string => {
  let left = random.below(tiers.reduce((sum, tier) => sum + tier.weight, 0));
  for (const tier of tiers) {
    left -= tier.weight;
    if (left < 0) return tier.code;
  }
  return tiers[0].code;
};

const cardOf = (random: RandomStream, index: number, referenceDate: string): PriorityCard | undefined => {
  if (random.chance(0.04)) return undefined;
  const number = `UT-${String(index + 1).padStart(6, "0")}`;
  const draw = random.below(100);
  if (draw < 8) return { number, state: "expired", validTo: dayPlus(referenceDate, -1 - random.below(400)) };
  const validTo = dayPlus(referenceDate, 20 + random.below(1500));
  if (draw < 11) return { number, state: "lost", validTo };
  if (draw < 15) return { number, state: "replaced", validTo };
  return { number, state: "valid", validTo };
};

const examOf = (random: RandomStream, referenceDate: string): ExamRound | undefined => {
  const draw = random.below(100);
  if (draw < 5) return undefined;
  const round = (from: string, to: string, completedOn?: string): ExamRound => ({
    round: `Đợt khám ${from.slice(5, 7)}/${from.slice(0, 4)}`,
    dueFrom: from,
    dueTo: to,
    ...(completedOn === undefined ? {} : { completedOn }),
  });
  if (draw < 45) {
    const from = dayPlus(referenceDate, -30 - random.below(60));
    return round(from, dayPlus(from, 120), dayPlus(from, random.below(30)));
  }
  if (draw < 75) {
    const from = dayPlus(referenceDate, -random.below(30));
    return round(from, dayPlus(referenceDate, 1 + random.below(60)));
  }
  if (draw < 90) {
    const to = dayPlus(referenceDate, -1 - random.below(120));
    return round(dayPlus(to, -90), to);
  }
  const from = dayPlus(referenceDate, 10 + random.below(120));
  return round(from, dayPlus(from, 90));
};

const identifiersOf = (
  random: RandomStream,
  index: number,
  birth: PartialDate,
  sex: Sex,
): StatedIdentifier[] => {
  const identifiers: StatedIdentifier[] = [
    { kind: "cccd", value: syntheticCccd(birth, sex, index, random.chance(0.005)) },
  ];
  if (random.chance(0.7)) identifiers.push({ kind: "cmnd", value: syntheticCmnd(index) });
  if (random.chance(0.92)) identifiers.push({ kind: "bhyt", value: syntheticBhxh(index, random) });
  return identifiers;
};

/** One managed person. `before` lends its name to the occasional namesake. */
export const syntheticEntry = (
  random: RandomStream,
  index: number,
  referenceDate: string,
  settings: SyntheticSettings,
  before: DirectoryEntry | undefined,
): DirectoryEntry => {
  const personId = streamUuid(random);
  const namesake = before !== undefined && random.chance(0.025) ? before : undefined;
  const sex: Sex = namesake?.sex ?? (random.chance(0.32) ? "female" : "male");
  const drawn = birthOf(random);
  const birthDate = namesake && random.chance(0.33) ? { ...drawn, year: namesake.birthDate.year } : drawn;
  const month = birthDate.month;
  const birth: PartialDate =
    month === undefined || birthDate.day === undefined
      ? birthDate
      : { ...birthDate, day: Math.min(birthDate.day, daysIn(birthDate.year, month)) };
  const name = namesake?.name ?? syntheticName(random, sex);
  const identifiers = identifiersOf(random, index, birth, sex);
  const card = cardOf(random, index, referenceDate);
  if (card) identifiers.push({ kind: "priority-card", value: card.number });
  const book = random.below(100);
  const bookNumber = `YB-${String(index + 1).padStart(6, "0")}`;
  if (book >= 15) identifiers.push({ kind: "medical-book", value: bookNumber });
  const exam = examOf(random, referenceDate);
  const doctor = random.chance(0.6) ? random.pick(settings.doctors) : undefined;
  return {
    personId,
    name,
    birthDate: birth,
    sex,
    identifiers,
    tier: tierOf(random, settings.tiers),
    standing: yearOf(referenceDate) - birth.year > 62 || random.chance(0.05) ? "former" : "serving",
    ...(card === undefined ? {} : { card }),
    medicalBook:
      book < 15 ? { state: "none" } : { state: book < 25 ? "to-be-replaced" : "valid", number: bookNumber },
    homeClinic: random.chance(0.75) ? settings.clinics[0] : random.pick(settings.clinics),
    ...(doctor === undefined ? {} : { familyDoctor: doctor }),
    ...(exam === undefined ? {} : { exam }),
    alerts: random.chance(0.08) ? [random.pick(settings.alerts)] : [],
  };
};
