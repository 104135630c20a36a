import { describe, expect, it } from "vitest";
import { cccdDigits, cccdWarnings } from "./cccd.ts";

const codes = (...args: Parameters<typeof cccdWarnings>) => cccdWarnings(...args).map(({ code }) => code);

describe("cccdDigits", () => {
  it.each([
    ["003050000001", 1950, "male"],
    ["003150000001", 1950, "female"],
    ["003207000001", 2007, "male"],
    ["003307000001", 2007, "female"],
    ["003401000001", 2101, "male"],
    ["003999000001", 2399, "female"],
  ])("reads %s as born %i, %s", (cccd, birthYear, sex) => {
    expect(cccdDigits(cccd)).toEqual({ province: "003", birthYear, sex });
  });

  it("reads nothing from a number of another length", () => {
    expect(cccdDigits("003000001")).toBeUndefined();
    expect(cccdDigits("00305000000１")).toBeUndefined();
  });
});

describe("cccdWarnings", () => {
  it("is silent when digits and page agree, also with only the year known", () => {
    expect(codes("003050000001", { birthDate: { year: 1950 }, sex: "male" })).toEqual([]);
  });
  it("warns of another birth year, century included", () => {
    expect(codes("003050000001", { birthDate: { year: 1951 } })).toEqual(["cccd-birth-year-mismatch"]);
    expect(codes("003050000001", { birthDate: { year: 2050 } })).toEqual(["cccd-birth-year-mismatch"]);
  });
  it("warns of the other sex", () => {
    expect(codes("003050000001", { sex: "female" })).toEqual(["cccd-sex-mismatch"]);
  });
  it("warns of both at once", () => {
    expect(codes("003150000001", { birthDate: { year: 1949 }, sex: "male" })).toHaveLength(2);
  });
  it("has nothing against an unknown province, nor to say about what is no CCCD", () => {
    expect(codes("999050000001", { birthDate: { year: 1950 }, sex: "male" })).toEqual([]);
    expect(codes("abc", { birthDate: { year: 1950 }, sex: "male" })).toEqual([]);
  });
});
