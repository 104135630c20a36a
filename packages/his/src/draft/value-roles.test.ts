import { describe, expect, it } from "vitest";
import { sexCodes } from "./sex-words.ts";
import { sayingValues, valueRoles } from "./value-roles.ts";

const COLUMNS = {
  citizen: ["003050000011", "003161000022", "003 070 000 033", "003045000044", "-", ""],
  mixed: ["003050000011", "003000001", "003070000033", "003045000044"],
  old: ["003000001", "003000002", "003000003", "003000004"],
  cards: ["HC4030300000011", "hc-4-03-0300000012", "CN3030300000013", "GD4030300000014"],
  phones: ["0912345678", "0387654321", "0700000003", "0280000004"],
  names: ["Nguyễn Văn An", "TRẦN THỊ HOÀ", "Bùi Quốc Hùng", "Y Moan Êban", "Lê Mai"],
  commas: ["Nguyễn, Văn An", "Trần, Thị Hoà", "Bùi, Quốc Hùng"],
  givenFirst: ["Văn An Nguyễn", "Thị Hoà Trần", "Quốc Hùng Bùi"],
  doctors: ["Lê Văn Tâm", "Lê Văn Tâm", "Lê Văn Tâm", "Đỗ An Bình", "Đỗ An Bình", "Đỗ An Bình", "Lê Văn Tâm"],
  births: ["15/03/1950", "01/12/1988", "1961", "30/06/1972", "02/02/2001"],
  visits: ["15/03/2026", "16/03/2026", "16/03/2026", "17/03/2026", "18/03/2026"],
  sexes: ["Nam", "Nữ", "NAM", "nữ"],
  sexCodes: ["0", "1", "1", "0"],
  codes: ["BN26000001", "BN26000017", "BN26000033", "BN26000040"],
  tickets: ["1", "2", "3", "4", "5"],
  urgency: ["", "Cấp cứu", "Ưu tiên", ""],
} as const;

const judged = (column: keyof typeof COLUMNS) => {
  const roles = valueRoles(COLUMNS[column]);
  if (roles === undefined) throw new Error("nothing said");
  return roles;
};

describe("what values look like", () => {
  it.each([
    ["citizen", "cccd"],
    ["mixed", "cccd"],
    ["cards", "bhyt"],
    ["names", "name"],
    ["commas", "name"],
    ["births", "birth-date"],
    ["sexes", "sex"],
    ["codes", "his-code"],
    ["urgency", "emergency"],
  ] as const)("%s are typical of %s", (column, role) => {
    expect(judged(column)[role]).toBe("typical");
  });

  it.each([
    ["old", "cmnd", "possible"],
    ["old", "bhyt", "impossible"],
    ["phones", "bhyt", "impossible"],
    ["phones", "cccd", "impossible"],
    ["phones", "his-code", "impossible"],
    ["doctors", "name", "possible"],
    ["givenFirst", "name", "impossible"],
    ["visits", "birth-date", "impossible"],
    ["visits", "his-code", "impossible"],
    ["sexCodes", "sex", "possible"],
    ["tickets", "his-code", "impossible"],
    ["tickets", "name", "impossible"],
    ["names", "sex", "impossible"],
    ["births", "name", "impossible"],
    ["names", "given-name", "impossible"],
  ] as const)("%s as %s: %s", (column, role, likelihood) => {
    expect(judged(column)[role]).toBe(likelihood);
  });

  it("empty cells and fillers say nothing", () => {
    expect(sayingValues(["", " - ", "…".normalize(), "000000000", "\u00a0"])).toEqual(["…"]);
    expect(valueRoles(["", " - "])).toBeUndefined();
  });
});

it("words for sex become codes of their own language, other codes are never guessed", () => {
  expect(sexCodes(["nam", "NAM"])).toEqual([
    { text: "Nam", sex: "male" },
    { text: "Nữ", sex: "female" },
  ]);
  for (const values of [[], ["0", "1"], ["Nam", "?"]]) expect(sexCodes(values)).toBeUndefined();
});
