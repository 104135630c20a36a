import {
  climbLadder,
  type DirectoryEntry,
  directoryKeys,
  lookupKeys,
  lookupKeyText,
  type MatchOutcome,
  type MatchRung,
  type StatedIdentity,
} from "@cadre-care/domain";
import { describe, expect, it } from "vitest";
import { demoDirectory } from "./demo-directory.ts";
import type { HisPatient } from "./his-patient.ts";
import { hospitalDay, POPULATIONS } from "./population.ts";

const index = new Map<string, DirectoryEntry[]>();
for (const entry of demoDirectory())
  for (const key of directoryKeys(entry))
    index.set(lookupKeyText(key), [...(index.get(lookupKeyText(key)) ?? []), entry]);

const stated = (patient: HisPatient): StatedIdentity => ({
  identifiers: [
    { kind: "his-code", value: patient.code },
    { kind: "cccd", value: patient.identityNumber },
    { kind: "bhyt", value: patient.insuranceNumber },
  ],
  name: patient.name,
  birthDate: patient.birthDate,
  sex: patient.sex,
});

const outcome = (patient: HisPatient): MatchOutcome => {
  const hits = new Map<MatchRung, readonly DirectoryEntry[]>();
  for (const key of lookupKeys(stated(patient), { site: "site" })) {
    const found = index.get(lookupKeyText(key));
    if (found) hits.set(key.rung, found);
  }
  return climbLadder(stated(patient), hits);
};

const seeds = [3, 8];

describe.each(seeds)("a hospital day with seed %i", (seed) => {
  it.each(POPULATIONS)("expects of every row what the match ladder says (%s)", (population) => {
    const { patients, expected } = hospitalDay(seed, population);
    const said = patients.map((patient, row) => {
      const found = outcome(patient);
      return {
        id: patient.id,
        outcome: found.state,
        ...(found.state === "managed" ? { personId: found.personId, confirm: found.confirm } : {}),
        reason: expected[row]?.reason,
      };
    });
    expect(said).toEqual(
      expected.map((row) => ({
        id: row.id,
        outcome: row.expectedOutcome,
        ...(row.expectedOutcome === "managed"
          ? { personId: row.personId, confirm: row.confirm === true }
          : {}),
        reason: row.reason,
      })),
    );
  });

  it("is the same at every start", () => {
    expect(hospitalDay(seed)).toEqual(hospitalDay(seed));
  });

  it("has 300 rows with every kind of outcome, and codes that are unique", () => {
    const { patients, expected } = hospitalDay(seed);
    expect(patients).toHaveLength(300);
    expect(new Set(patients.map(({ code }) => code)).size).toBe(300);
    const counts: Record<string, number> = {};
    for (const { expectedOutcome } of expected) counts[expectedOutcome] = (counts[expectedOutcome] ?? 0) + 1;
    expect(counts).toMatchObject({ managed: 32, possible: 2, conflict: 4 });
  });

  it("swaps the ten managed people for strangers of the same size and changes nothing else", () => {
    const ten = hospitalDay(seed, "ten");
    const none = hospitalDay(seed, "none");
    const managed = ten.expected.flatMap((row, at) => (row.expectedOutcome === "managed" ? [at] : []));
    expect(managed).toHaveLength(10);
    expect(none.expected.filter((row) => row.expectedOutcome !== "not-managed")).toEqual([]);
    ten.patients.forEach((patient, at) => {
      const other = none.patients[at];
      const shape = (one: HisPatient | undefined) =>
        one && {
          ...one,
          name: one.name.length,
          identityNumber: one.identityNumber.length,
          insuranceNumber: one.insuranceNumber.length,
        };
      if (managed.includes(at)) {
        expect(shape(other)).toEqual(shape(patient));
        expect(other?.name).not.toBe(patient.name);
      } else expect(other).toEqual(patient);
    });
  });
});
