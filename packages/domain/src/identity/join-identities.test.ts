import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JOIN_KEYS, joinIdentities } from "./join-identities.ts";
import type { StatedIdentity } from "./stated-identity.ts";

const CODE = { kind: "his-code", value: "BN0001" } as const;
const CCCD = { kind: "cccd", value: "003061000017" } as const;
const CARD = { kind: "bhyt", value: "HC4003000000017" } as const;
const header: StatedIdentity = {
  identifiers: [CODE],
  name: "Bùi Quốc Hùng",
  birthDate: { year: 1961, month: 6, day: 4 },
};
const content: StatedIdentity = { identifiers: [CCCD, CODE], birthDate: { year: 1961 }, sex: "male" };
const stateOf = (one: StatedIdentity, other: StatedIdentity) => joinIdentities(one, other, "his-code").state;

describe("two documents that speak of one patient", () => {
  it("are one identity, with all that either says and each thing once", () => {
    expect(joinIdentities(header, content, "his-code")).toEqual({
      state: "joined",
      identity: {
        identifiers: [CODE, CCCD],
        name: "Bùi Quốc Hùng",
        birthDate: { year: 1961, month: 6, day: 4 },
        sex: "male",
      },
    });
    expect(joinIdentities(content, header, "his-code")).toMatchObject({
      identity: { birthDate: { year: 1961, month: 6, day: 4 } },
    });
  });

  it("need the key on both sides: equal names and birth dates join nothing", () => {
    expect(stateOf(header, { ...header, identifiers: [CCCD] })).toBe("apart");
    expect(stateOf({ ...header, identifiers: [] }, header)).toBe("apart");
    expect(stateOf(header, { ...header, identifiers: [{ kind: "his-code", value: " - " }] })).toBe("apart");
    expect(stateOf(header, { identifiers: [{ kind: "his-code", value: " BN 0001 " }] })).toBe("joined");
  });

  it.each<[string, StatedIdentity]>([
    ["another code", { identifiers: [{ ...CODE, value: "BN0002" }] }],
    ["two codes", { identifiers: [CODE, { ...CODE, value: "BN0002" }] }],
    ["a code in other letters", { identifiers: [{ ...CODE, value: "bn0001" }] }],
  ])("are different patients where one says %s", (_what, other) => {
    expect(stateOf(header, other)).toBe("different");
    expect(stateOf(other, header)).toBe("different");
  });

  it.each<[string, StatedIdentity]>([
    ["another name", { identifiers: [CODE], name: "Bùi Quốc Hưng" }],
    ["another birth date", { identifiers: [CODE], birthDate: { year: 1961, month: 4, day: 6 } }],
  ])("contradict each other where one says %s beside the same code", (_what, other) => {
    expect(stateOf(header, other)).toBe("contradictory");
    expect(stateOf(other, header)).toBe("contradictory");
  });

  it("contradict each other where another number or sex stands beside the same code", () => {
    const [first, other] = [
      { identifiers: [CODE, CARD] },
      { identifiers: [CODE, { ...CARD, value: "HC4003000000025" }] },
    ];
    expect(stateOf(first, other)).toBe("contradictory");
    expect(stateOf(content, { identifiers: [CODE, { ...CCCD, value: "003061000025" }] })).toBe(
      "contradictory",
    );
    expect(stateOf(content, { identifiers: [CODE], sex: "female" })).toBe("contradictory");
  });

  it("lose and invent nothing, whatever they say", () => {
    const identity = fc.record(
      {
        identifiers: fc.array(
          fc.record({
            kind: fc.constantFrom("his-code", "cccd", "bhyt", "cmnd"),
            value: fc.constantFrom(
              "BN0001",
              "003061000017",
              "003061000025",
              "HC4003000000017",
              "301961001",
              "",
            ),
          }),
          { maxLength: 3 },
        ),
        name: fc.constantFrom("Bùi Quốc Hùng", "BUI QUOC HUNG", "Lê Thị Hoa", "🙂"),
        birthDate: fc.constantFrom({ year: 1961 }, { year: 1961, month: 6, day: 4 }, { year: 1962 }),
        sex: fc.constantFrom("male", "female"),
      },
      { requiredKeys: ["identifiers"] },
    );
    fc.assert(
      fc.property(identity, identity, fc.constantFrom(...JOIN_KEYS), (one, other, key) => {
        const joined = joinIdentities(one, other, key);
        expect(joinIdentities(other, one, key).state).toBe(joined.state);
        if (joined.state !== "joined") return;
        const { identifiers, name, birthDate, sex } = joined.identity;
        expect(new Set(identifiers.map(({ value }) => value))).toEqual(
          new Set([...one.identifiers, ...other.identifiers].map(({ value }) => value)),
        );
        expect([one.name, other.name]).toContain(name);
        expect([one.birthDate, other.birthDate]).toContainEqual(birthDate);
        expect([one.sex, other.sex]).toContain(sex);
        for (const [said, known] of [
          [one, other],
          [other, one],
        ] as const)
          if (said.name !== undefined && known.name === undefined) expect(name).toBe(said.name);
      }),
    );
  });
});
