import type { DirectoryEntry, StatedIdentity } from "@cadre-care/domain";
import { describe, expect, it } from "vitest";
import { person } from "../testing/people.ts";
import { comparePeople } from "./compare-people.ts";
import type { Subject } from "./subject-tokens.ts";

const born = { year: 1950, month: 3, day: 15 };
const cccd = (value: string): StatedIdentity["identifiers"] => [{ kind: "cccd", value }];
const somebody = (stated: Partial<StatedIdentity>, entry?: DirectoryEntry): Subject => ({
  kind: entry ? "managed" : "nobody",
  confirm: false,
  candidates: 0,
  emergency: false,
  stated: { identifiers: [], ...stated },
  ...(entry ? { entry } : {}),
});
const duc = { name: "Nguyễn Văn Đức", birthDate: born };

describe("whether two people are one", () => {
  it.each([
    [
      "namesakes born the same day with two numbers",
      { ...duc, identifiers: cccd("003050000001") },
      { ...duc, identifiers: cccd("003050000002") },
      "another",
    ],
    [
      "one number under two spellings",
      { identifiers: cccd("003050000001"), name: "Nguyễn Đức" },
      { identifiers: cccd("003 050 000 001"), name: "Nguyễn Văn Dức" },
      "same",
    ],
    ["a name and a birth date alone", duc, { ...duc, name: "NGUYỄN VĂN ĐỨC" }, "unclear"],
    ["a name alone", { name: duc.name }, { name: duc.name }, "unclear"],
    ["two names", { name: duc.name }, { name: "Trần Thị Hoà" }, "another"],
    ["two birth dates", { birthDate: born }, { birthDate: { year: 1951 } }, "another"],
    ["a year that fits a date, of one name", { name: duc.name, birthDate: { year: 1950 } }, duc, "unclear"],
    [
      "numbers of two kinds",
      { identifiers: cccd("003050000001") },
      { identifiers: [{ kind: "cmnd" as const, value: "003000001" }] },
      "unclear",
    ],
    ["nothing", {}, {}, "unclear"],
  ])("%s", (_what, one, other, relation) => {
    expect(comparePeople(somebody(one), somebody(other))).toBe(relation);
    expect(comparePeople(somebody(other), somebody(one))).toBe(relation);
  });

  it("the directory knows numbers that neither states", () => {
    const [one, other] = [person(1), person(2)];
    const card = somebody({ identifiers: [{ kind: "priority-card", value: "TUT-000001" }] }, one);
    expect(comparePeople(card, somebody({ identifiers: one.identifiers.slice(0, 1) }))).toBe("same");
    expect(comparePeople(card, somebody({ identifiers: other.identifiers.slice(0, 1) }))).toBe("another");
    expect(comparePeople(card, somebody({}, other))).toBe("another");
  });

  it("an entry that is only possible lends nobody its numbers", () => {
    const maybe: Subject = { ...somebody({ name: person(1).name }, person(1)), kind: "possible" };
    expect(comparePeople(maybe, somebody({ identifiers: person(1).identifiers.slice(0, 1) }))).toBe(
      "unclear",
    );
  });
});
