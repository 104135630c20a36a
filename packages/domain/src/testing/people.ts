import fc from "fast-check";
import type { DirectoryEntry } from "../directory/directory-entry.ts";
import type { PartialDate, StatedIdentifier, StatedIdentity } from "../identity/stated-identity.ts";
import type { LadderHits } from "../match/climb-ladder.ts";
import { directoryKeys, lookupKeys, lookupKeyText } from "../match/lookup-key.ts";
import type { MatchRung } from "../match/match-outcome.ts";
import { daysInMonth } from "../text/partial-date.ts";

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

export const fullDates: fc.Arbitrary<Required<PartialDate>> = fc
  .record({ year: fc.integer({ min: 1930, max: 2005 }), month: fc.integer({ min: 1, max: 12 }) })
  .chain(({ year, month }) =>
    fc.integer({ min: 1, max: daysInMonth(year, month) }).map((day) => ({ year, month, day })),
  );

export const partialDates: fc.Arbitrary<PartialDate> = fc.oneof(
  fullDates,
  fullDates.map(({ year, month }) => ({ year, month })),
  fullDates.map(({ year }) => ({ year })),
);

/** Few, so that namesakes, twins and swapped numbers happen all the time. */
export const names = fc.constantFrom(
  "Nguyễn Văn Đức",
  "Trần Thị Hoà",
  "Trần Thị Hoa",
  "Lý Quý",
  "Bùi Quốc Hùng",
  "Đặng Thuý An",
);
const fewDates = fc.constantFrom<PartialDate>(
  { year: 1950, month: 3, day: 15 },
  { year: 1961, month: 4, day: 6 },
  { year: 1961, month: 6, day: 4 },
  { year: 1950, month: 1, day: 1 },
  { year: 1950 },
);
const sexes = fc.constantFrom("male", "female") as fc.Arbitrary<"male" | "female">;
const few = (prefix: string, length: number) =>
  fc
    .integer({ min: 1, max: 6 })
    .map((serial) => prefix + String(serial).padStart(length - prefix.length, "0"));

/** Numbers of province 003, which was never issued. */
export const statedIdentifiers: fc.Arbitrary<StatedIdentifier> = fc.oneof(
  few("003050", 12).map((value) => ({ kind: "cccd" as const, value })),
  few("003", 9).map((value) => ({ kind: "cmnd" as const, value })),
  few("03", 10).map((value) => ({ kind: "bhyt" as const, value })),
  few("HC403", 15).map((value) => ({ kind: "bhyt" as const, value })),
  few("T-", 5).map((value) => ({ kind: "priority-card" as const, value })),
  few("S-", 5).map((value) => ({ kind: "medical-book" as const, value })),
  few("BN", 6).map((value) => ({ kind: "his-code" as const, value })),
  digits(11).map((value) => ({ kind: "cccd" as const, value })),
);

export const statedIdentities: fc.Arbitrary<StatedIdentity> = fc.record(
  {
    identifiers: fc.array(statedIdentifiers, { maxLength: 4 }),
    name: names,
    birthDate: fewDates,
    sex: sexes,
  },
  { requiredKeys: ["identifiers"] },
);

export const directoryEntries: fc.Arbitrary<DirectoryEntry> = fc
  .record({
    person: fc.integer({ min: 1, max: 5 }),
    name: names,
    birthDate: fewDates,
    sex: sexes,
    identifiers: fc.uniqueArray(
      statedIdentifiers.filter(({ kind }) => kind !== "his-code" && kind !== "priority-card"),
      { maxLength: 4, selector: ({ kind }) => kind },
    ),
    card: fc.option(few("T-", 5), { nil: undefined }),
  })
  .map(({ person, card, ...rest }) => ({
    ...rest,
    personId: `person-${person}`,
    tier: "tier-1",
    standing: "serving" as const,
    ...(card === undefined ? {} : { card: { number: card, state: "valid" as const } }),
    medicalBook: { state: "none" as const },
    alerts: [],
  }));

/** A directory: one entry for each person. */
export const directories = fc.uniqueArray(directoryEntries, {
  maxLength: 5,
  selector: ({ personId }) => personId,
});

/** Looks up as the vault does, in plain memory. `links` are site links: HIS code key text to person. */
export const lookUp = (
  identity: StatedIdentity,
  directory: readonly DirectoryEntry[],
  links: ReadonlyMap<string, string> = new Map(),
): LadderHits => {
  const filed = directory.map((entry) => ({ entry, keys: new Set(directoryKeys(entry).map(lookupKeyText)) }));
  const hits = new Map<MatchRung, readonly DirectoryEntry[]>();
  for (const key of lookupKeys(identity, { site: "site-a" })) {
    const text = lookupKeyText(key);
    const found = filed.filter(({ entry, keys }) => keys.has(text) || links.get(text) === entry.personId);
    if (found.length > 0)
      hits.set(
        key.rung,
        found.map(({ entry }) => entry),
      );
  }
  return hits;
};

/** One person, for tests that say what they change. */
export const person = (changes: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  personId: "person-1",
  name: "Nguyễn Văn Đức",
  birthDate: { year: 1950, month: 3, day: 15 },
  sex: "male",
  identifiers: [
    { kind: "cccd", value: "003050000001" },
    { kind: "bhyt", value: "0300000001" },
    { kind: "cmnd", value: "003000001" },
  ],
  tier: "tier-1",
  standing: "serving",
  card: { number: "T-001", state: "valid", validTo: "2027-12-31" },
  medicalBook: { state: "valid", number: "S-001" },
  homeClinic: { id: "clinic-a", name: "Phòng khám A" },
  alerts: [],
  ...changes,
});
