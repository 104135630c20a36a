import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statedIdentifiers } from "../testing/people.ts";
import { normaliseIdentifier } from "./normal-identifier.ts";
import type { IdentifierKind } from "./stated-identity.ts";

const read = (kind: IdentifierKind, value: string) => {
  const result = normaliseIdentifier({ kind, value });
  return result.ok ? `${result.value.kind} ${result.value.value}` : result.problem.code;
};

describe("normaliseIdentifier", () => {
  it.each<[IdentifierKind, string, string]>([
    ["cccd", "003050000001", "cccd 003050000001"],
    ["cccd", " 003 050 000 001\t", "cccd 003050000001"],
    ["cccd", "003.050.000\u00a0001", "cccd 003050000001"],
    ["cccd", "003-050–000‑001", "cccd 003050000001"],
    ["cccd", "００３０５００００００１", "cccd 003050000001"],
    ["cccd", "\u200b003050000001\ufeff", "cccd 003050000001"],
    ["cccd", "003000001", "cmnd 003000001"],
    ["cmnd", "003050000001", "cccd 003050000001"],
    ["cmnd", "003 000 001", "cmnd 003000001"],
    ["bhyt", "HC4030300000001", "bhxh 0300000001"],
    ["bhyt", "hc 4 03 03-0000.0001", "bhxh 0300000001"],
    ["bhyt", "ＨＣ４０３０３０００００００１", "bhxh 0300000001"],
    ["bhyt", "0300000001", "bhxh 0300000001"],
    ["bhyt", "003050000001", "cccd 003050000001"],
    ["priority-card", " t-001 a ", "priority-card T-001A"],
    ["priority-card", "t–001", "priority-card T-001"],
    ["medical-book", "sổ 01", "medical-book SỔ01"],
    ["his-code", " aB\u00a012.3-4 ", "his-code aB12.3-4"],
    ["cccd", "999999000001", "cccd 999999000001"],
  ])("reads %s %j as %s", (kind, value, expected) => {
    expect(read(kind, value)).toBe(expected);
  });

  it.each<[IdentifierKind, string, string]>([
    ["cccd", "", "identifier-empty"],
    ["cccd", " \u00a0\u200b", "identifier-empty"],
    ["bhyt", "-", "identifier-placeholder"],
    ["cmnd", "...", "identifier-placeholder"],
    ["cccd", "000000000000", "identifier-placeholder"],
    ["cccd", "111111111", "identifier-placeholder"],
    ["bhyt", "HC4030000000000", "identifier-placeholder"],
    ["his-code", "0", "identifier-placeholder"],
    ["priority-card", "--", "identifier-placeholder"],
    ["cccd", "03050000001", "cccd-leading-zero-lost"],
    ["cccd", "0030500000012", "cccd-length"],
    ["cccd", "0300000001", "cccd-length"],
    ["cccd", "00305000000A", "cccd-not-digits"],
    ["cccd", "HC4030300000001", "cccd-not-digits"],
    ["cmnd", "00300001", "cmnd-length"],
    ["cmnd", "0030OOO01", "cmnd-not-digits"],
    ["bhyt", "003000001", "bhyt-length"],
    ["bhyt", "HC403030000000", "bhyt-length"],
    ["bhyt", "1C4030300000001", "bhyt-format"],
    ["bhyt", "HC40303000000O1", "bhyt-format"],
    ["bhyt", "HC6030300000001", "bhyt-benefit-digit"],
    ["bhyt", "HC0030300000001", "bhyt-benefit-digit"],
    ["his-code", "9".repeat(65), "identifier-too-long"],
  ])("refuses %s %j with %s", (kind, value, code) => {
    expect(read(kind, value)).toBe(code);
  });

  it("never says a number in a problem", () => {
    const result = normaliseIdentifier({ kind: "cccd", value: "03050000001" });
    expect(JSON.stringify(result)).not.toContain("03050000001");
  });

  it("makes the same of a card and of the social insurance number in it, whatever the object code", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z]{2}[1-5]\d{2}$/),
        fc.stringMatching(/^\d{10}$/).filter((number) => !/^(.)\1*$/.test(number)),
        (object, number) => {
          expect(read("bhyt", object + number)).toBe(`bhxh ${number}`);
          expect(read("bhyt", number)).toBe(`bhxh ${number}`);
        },
      ),
    );
  });

  it("is idempotent: a normal identifier stated again is itself", () => {
    fc.assert(
      fc.property(statedIdentifiers, (stated) => {
        const once = normaliseIdentifier(stated);
        if (!once.ok) return;
        const { kind, value } = once.value;
        expect(normaliseIdentifier({ kind: kind === "bhxh" ? "bhyt" : kind, value })).toEqual(once);
      }),
    );
  });

  it("answers any text, without throwing", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<IdentifierKind>("cccd", "cmnd", "bhyt", "priority-card", "medical-book", "his-code"),
        fc.string({ unit: "binary", maxLength: 80 }),
        (kind, value) => {
          const result = normaliseIdentifier({ kind, value });
          if (result.ok) expect(result.value.value).toMatch(/^\S+$/u);
          else expect(result.problem.message.vi).not.toBe("");
        },
      ),
    );
  });
});
