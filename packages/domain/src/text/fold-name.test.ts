import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { names } from "../testing/people.ts";
import { compareNames, foldName, nameFromFamilyGiven, nameVariantKey } from "./fold-name.ts";

describe("foldName", () => {
  it.each([
    ["Nguyễn Văn Đức", "nguyen van duc"],
    ["NGUYỄN  VĂN\u00a0ĐỨC\t", "nguyen van duc"],
    ["Nguyễn Văn Đức".normalize("NFD"), "nguyen van duc"],
    ["Nguyê\u0303n Văn Đức", "nguyen van duc"],
    ["nguyen van duc", "nguyen van duc"],
    ["ＮＧＵＹỄＮ Văn Đức", "nguyen van duc"],
    ["Trần Thị Hoà", "tran thi hoa"],
    ["H'Jêr Êban", "h jer eban"],
    ["", ""],
    [" \u00a0 ", ""],
    ["---", ""],
    ["Phòng 101", "phong 101"],
    ["BN.0012", "bn 0012"],
    ["Cấp cứu ②", "cap cuu 2"],
  ])("makes %j %j", (name, key) => {
    expect(foldName(name)).toBe(key);
  });

  it("comes to the same key by the short way and by the long one, which invisible characters take", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aBđĐớ01②Ⅷ -./\u0301") }), (text) => {
        expect(foldName(text)).toBe(foldName(`${text}\u200b`));
      }),
    );
  });

  it("keeps i and y apart", () => {
    expect(foldName("Lý")).not.toBe(foldName("Lí"));
  });

  it("does not see case, composition, spacing or invisible characters", () => {
    fc.assert(
      fc.property(
        names,
        fc.constantFrom("NFC", "NFD"),
        fc.constantFrom(" ", "  ", "\u00a0", "\t", "\u200b "),
        (name, form, gap) => {
          const noisy = ` ${name.toLocaleUpperCase("vi").normalize(form).split(" ").join(gap)}\ufeff `;
          expect(foldName(noisy)).toBe(foldName(name));
          expect(compareNames(noisy, name)).toBe("same");
        },
      ),
    );
  });

  it("is idempotent for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(foldName(foldName(text))).toBe(foldName(text));
      }),
    );
  });
});

describe("nameVariantKey", () => {
  it.each([
    ["Lý", "Lí"],
    ["Mỹ", "Mĩ"],
    ["Quý", "Quí"],
    ["Kỳ Vỹ", "Kì Vĩ"],
  ])("lets %s and %s meet", (one, other) => {
    expect(nameVariantKey(one)).toBe(nameVariantKey(other));
  });
  it.each([
    ["Thúy", "Thúi"],
    ["Mây", "Mâi"],
    ["Yến", "Iến"],
  ])("keeps %s and %s apart, where y is another sound", (one, other) => {
    expect(nameVariantKey(one)).not.toBe(nameVariantKey(other));
  });
});

describe("compareNames", () => {
  it.each([
    ["Trần Thị Hoà", "TRẦN THỊ HÒA", "same"],
    ["Nguyễn Khoẻ", "Nguyễn Khỏe", "same"],
    ["Đặng Thuý", "Đặng Thúy", "same"],
    ["TRAN THI HOA", "Trần Thị Hoà", "compatible"],
    ["TRAN THI HOA", "Tran Thi Hoa", "same"],
    ["Lý Quý", "Lí Quí", "compatible"],
    ["Trần Thị Hoa", "Trần Thị Hoà", "different"],
    ["Trần Văn Đức", "Trần Văn Dức", "different"],
    ["Nguyễn Văn An", "Nguyễn Văn Ân", "different"],
    ["Nguyễn Văn An", "Nguyễn An", "different"],
  ])("%s, %s: %s, both ways round", (one, other, expected) => {
    expect(compareNames(one, other)).toBe(expected);
    expect(compareNames(other, one)).toBe(expected);
  });
});

describe("nameFromFamilyGiven", () => {
  it.each([
    ["Bùi, Quốc Hùng", "Bùi Quốc Hùng"],
    [" Bùi ,\u00a0Quốc  Hùng ", "Bùi Quốc Hùng"],
    ["Bùi Quốc Hùng", "Bùi Quốc Hùng"],
    ["Bùi, Quốc Hùng".normalize("NFD"), "Bùi Quốc Hùng"],
  ])("reads %j as %j", (text, name) => {
    expect(nameFromFamilyGiven(text)).toBe(name);
  });
});
