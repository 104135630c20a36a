import { describe, expect, it } from "vitest";
import type { DirectoryEntry } from "../directory/directory-entry.ts";
import type { StatedIdentity } from "../identity/stated-identity.ts";
import { climbLadder } from "../match/climb-ladder.ts";
import { lookUp, person } from "../testing/people.ts";
import { linkEvidence } from "./link-evidence.ts";

const duc = person();
const hoa = person({
  personId: "person-2",
  name: "Trần Thị Hoà",
  sex: "female",
  birthDate: { year: 1961, month: 4, day: 6 },
  identifiers: [{ kind: "cccd", value: "003161000002" }],
  card: { number: "T-002", state: "valid" },
  medicalBook: { state: "none" },
});
const code = { kind: "his-code", value: "BN01" } as const;
const cccd = { kind: "cccd", value: "003050000001" } as const;
const described = { name: duc.name, birthDate: duc.birthDate, sex: duc.sex };

const judged = (identity: StatedIdentity, linked?: DirectoryEntry) => {
  const bare = { ...identity, identifiers: identity.identifiers.filter(({ kind }) => kind !== "his-code") };
  const alone = climbLadder(bare, lookUp(bare, [duc, hoa], new Map()));
  const member =
    alone.state === "managed" ? [duc, hoa].find(({ personId }) => personId === alone.personId) : undefined;
  return linkEvidence({ identity, alone, member, linked });
};

describe("a patient page teaches", () => {
  it.each([
    ["CCCD", cccd],
    ["BHYT", { kind: "bhyt", value: "HC4030300000001" }],
    ["priority card", { kind: "priority-card", value: "T-001" }],
    ["medical book", { kind: "medical-book", value: "S-001" }],
  ] as const)("by %s with name and birth date", (_, number) => {
    expect(judged({ ...described, identifiers: [code, number] })).toEqual({ teaches: "person-1" });
  });

  it.each([
    ["nothing but the code", { ...described, identifiers: [code] }],
    [
      "a CMND, which is to be confirmed",
      { ...described, identifiers: [code, { kind: "cmnd", value: "003000001" }] },
    ],
    ["a CCCD of nobody", { ...described, identifiers: [code, { kind: "cccd", value: "003050000099" }] }],
    ["no birth date", { name: duc.name, identifiers: [code, cccd] }],
    ["no name", { birthDate: duc.birthDate, identifiers: [code, cccd] }],
    ["another name", { ...described, name: "Lê Văn Khác", identifiers: [code, cccd] }],
    [
      "another birth date",
      { ...described, birthDate: { year: 1950, month: 3, day: 16 }, identifiers: [code, cccd] },
    ],
    ["two codes", { ...described, identifiers: [code, { kind: "his-code", value: "BN02" }, cccd] }],
  ] as const)("not with %s", (_, identity) => {
    expect(judged(identity)).toEqual({});
  });
});

describe("a linked code is contradicted", () => {
  it("by another member's number, and may be that one's from now on", () => {
    const page = {
      identifiers: [code, { kind: "priority-card", value: "T-002" }],
      name: hoa.name,
      birthDate: hoa.birthDate,
    } as const;
    expect(judged(page, duc)).toEqual({ contradiction: "code-of-another-person", teaches: "person-2" });
  });

  it("by a number of nobody, where the directory knows another", () => {
    const page = { ...described, identifiers: [code, { kind: "cccd", value: "003050000099" }] } as const;
    expect(judged(page, duc)).toEqual({ contradiction: "identifier-contradicts-directory" });
  });

  it("by another name or birth date, also beside the right number", () => {
    expect(judged({ ...described, name: "Lê Văn Khác", identifiers: [code, cccd] }, duc).contradiction).toBe(
      "name-contradicts-directory",
    );
    expect(
      judged({ birthDate: { year: 1950, month: 3, day: 16 }, identifiers: [code] }, duc).contradiction,
    ).toBe("birth-date-contradicts-directory");
  });

  it("not by the code alone, by what agrees, nor by a page that contradicts itself", () => {
    expect(judged({ identifiers: [code] }, duc)).toEqual({});
    expect(judged({ ...described, identifiers: [code, cccd] }, duc)).toEqual({ teaches: "person-1" });
    const twice = {
      ...described,
      identifiers: [code, cccd, { kind: "cccd", value: "003050000099" }],
    } as const;
    expect(judged(twice, duc)).toEqual({});
  });
});
