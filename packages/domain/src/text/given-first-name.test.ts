import fc from "fast-check";
import { expect, it } from "vitest";
import { foldName } from "./fold-name.ts";
import { nameFromGivenFirst } from "./given-first-name.ts";

it.each([
  ["Quốc Hùng Bùi", "Bùi Quốc Hùng"],
  ["QUỐC HÙNG BÙI", "BÙI QUỐC HÙNG"],
  ["Quoc Hung Bui", "Bui Quoc Hung"],
  ["Quốc Hùng Bùi".normalize("NFD"), "Bùi Quốc Hùng"],
  ["  Quốc\u00a0 Hùng\tBùi ", "Bùi Quốc Hùng"],
  ["Thị Thu Thủy Lí", "Lí Thị Thu Thủy"],
  ["Hùng Nguyễn", "Nguyễn Hùng"],
  ["Đăng Khoa Võ", "Võ Đăng Khoa"],
])("%s is %s", (text, name) => {
  expect(nameFromGivenFirst(text)).toBe(name);
});

it.each([
  ["Minh Tôn Thất"],
  ["Diệu Tôn Nữ"],
  ["Minh Âu Dương"],
  ["Anh Thư Trần Lê"],
  ["Hồng Hà Lê"],
  ["Bùi Quốc Hùng"],
  ["Nguyễn Thị Mai"],
  ["Quốc Hùng Búi"],
  ["Dang Khoa Vo"],
  ["Bùi"],
  ["Bùi Bùi"],
  [""],
  ["Quốc Hùng, Bùi"],
  ["Quốc Hùng Bùi (2)"],
  ["Quốc Hùng Bùi / Trần Mai"],
  ["Một Hai Ba Bốn Năm Sáu Bảy Bùi"],
  ["H'Hen Niê"],
])("where the family name begins in %s is not certain", (text) => {
  expect(nameFromGivenFirst(text)).toBeUndefined();
});

/** Family names as they are, also of two syllables and of both parents; given names of all kinds, some like family names. */
const family = fc.constantFrom(
  ...["Nguyễn", "Trần", "Lê", "Bùi", "Đỗ", "Lý", "Huỳnh", "Võ", "Hà", "Mai", "Tôn", "Ông", "Niê", "Ksor"],
  ...["Tôn Thất", "Tôn Nữ", "Công Tằng Tôn Nữ", "Âu Dương", "Trần Lê", "Nguyễn Phúc", "Đặng Vũ", "Hà Thúc"],
);
const givenWord = fc.constantFrom(
  ...[
    "Quốc",
    "Hùng",
    "Thị",
    "Văn",
    "Minh",
    "Anh",
    "Hà",
    "Mai",
    "Lâm",
    "Công",
    "Thư",
    "Y",
    "K'Thu",
    "Đức",
    "Ngọc",
  ],
);
const given = fc.array(givenWord, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
const spelling = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.normalize("NFD"),
  (text: string) => text.toLocaleUpperCase("vi"),
  foldName,
);

it("what it says is the name, or it says nothing; a usual one is said", () => {
  let said = 0;
  fc.assert(
    fc.property(family, given, spelling, (last, first, spelled) => {
      const name = nameFromGivenFirst(spelled(`${first} ${last}`));
      if (name === undefined) return;
      said += 1;
      expect(name).toBe(spelled(`${last} ${first}`).normalize("NFC"));
    }),
    { numRuns: 2000 },
  );
  expect(said).toBeGreaterThan(100);
});
