import type { DirectoryEntry, PartialDate, StatedIdentifier } from "@cadre-care/domain";
import fc from "fast-check";

/** Random roster entries in the canonical form that `directoryEntry` gives. Synthetic: CCCD of province 003 alone. */

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const day = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const code = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,15}$/);
const words = fc.constantFrom("Nguyễn", "Trần", "Thị", "Văn", "Đức", "Hoà", "Bình", "Ánh", "Lý");
const name = fc.array(words, { minLength: 2, maxLength: 5 }).map((parts) => parts.join(" "));

const birthDate: fc.Arbitrary<PartialDate> = fc
  .tuple(day, fc.constantFrom(4, 7, 10))
  .map(([text, length]) => {
    const [year = 0, month, date] = text.slice(0, length).split("-").map(Number);
    return {
      year,
      ...(month === undefined ? {} : { month }),
      ...(date === undefined ? {} : { day: date }),
    };
  });

const card = fc.record(
  {
    number: fc.stringMatching(/^UT-\d{6}$/),
    state: fc.constantFrom("valid" as const, "expired" as const, "lost" as const, "replaced" as const),
    validTo: day,
  },
  { requiredKeys: ["number", "state"] },
);
const book = fc.record(
  {
    state: fc.constantFrom("none" as const, "valid" as const, "to-be-replaced" as const),
    number: fc.stringMatching(/^YB-\d{6}$/),
  },
  { requiredKeys: ["state"] },
);
const exam = fc.record(
  { round: fc.constantFrom("Đợt 1/2026", "Đợt 2/2026"), dueFrom: day, dueTo: day, completedOn: day },
  { requiredKeys: ["round", "dueFrom", "dueTo"] },
);

const stated = (kind: StatedIdentifier["kind"], values: readonly string[]): StatedIdentifier[] =>
  values.map((value) => ({ kind, value }));

/** Any person that a roster can hold. */
export const directoryEntries: fc.Arbitrary<DirectoryEntry> = fc
  .record({
    optional: fc.record(
      {
        card,
        exam,
        homeClinic: fc.record({ id: code, name }),
        familyDoctor: name,
      },
      { requiredKeys: [] },
    ),
    base: fc.record({
      personId: fc.uuid(),
      name,
      birthDate,
      sex: fc.constantFrom("male" as const, "female" as const),
      tier: code,
      standing: fc.constantFrom("serving" as const, "former" as const),
      medicalBook: book,
      alerts: fc.uniqueArray(code, { maxLength: 3 }),
    }),
    cccd: fc.array(
      digits(9).map((rest) => `003${rest}`),
      { minLength: 1, maxLength: 1 },
    ),
    cmnd: fc.array(digits(9), { maxLength: 1 }),
    bhxh: fc.array(digits(10), { maxLength: 1 }),
    oldCards: fc.uniqueArray(fc.stringMatching(/^CU-\d{4}$/), { maxLength: 2 }),
    oldBooks: fc.uniqueArray(fc.stringMatching(/^SC-\d{4}$/), { maxLength: 2 }),
  })
  .map(({ base, optional, cccd, cmnd, bhxh, oldCards, oldBooks }) => ({
    ...base,
    ...optional,
    identifiers: [
      ...stated("cccd", cccd),
      ...stated("cmnd", cmnd),
      ...stated("bhyt", bhxh),
      ...stated("priority-card", [...(optional.card ? [optional.card.number] : []), ...oldCards]),
      ...stated("medical-book", [...(base.medicalBook.number ? [base.medicalBook.number] : []), ...oldBooks]),
    ],
  }));
