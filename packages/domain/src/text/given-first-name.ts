import { compareNames, nameVariantKey } from "./fold-name.ts";

const words = (text: string): readonly string[] => text.split(" ");

/** Usual family names of one syllable, without those that are far oftener a middle or a given name, as Văn and An. */
export const FAMILY_NAMES: readonly string[] = /* @__PURE__ */ words(
  "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Đoàn Mai Cao Lương Tô Thái Tạ " +
    "Trương Đào Lâm Lưu Hà Vương Chu Châu Quách Khúc Kiều La Lại Mạc Nghiêm Ninh Phùng Tăng Thạch Thân Tống Triệu " +
    "Trang Giang Từ Cù Bạch Đàm Diệp Đới Hứa Lò Lỗ Nông Ôn Phí Tiêu Hàn Cung Ngụy Viên Khổng Doãn Lục Đồng " +
    "Sầm Uông Lã Lữ Lư Chử Tào Thẩm",
);
/** Syllables of family names of two, such as Tôn Thất, Tôn Nữ and Âu Dương: where one stands, nothing is certain. */
const FAMILY_PARTS = /* @__PURE__ */ words("Tôn Thất Nữ Tằng Âu Phương Ông Bồ");

const byKey = (lists: readonly (readonly string[])[]): ReadonlyMap<string, readonly string[]> => {
  const spellings = new Map<string, readonly string[]>();
  for (const name of lists.flat()) {
    const key = nameVariantKey(name);
    spellings.set(key, [...(spellings.get(key) ?? []), name]);
  }
  return spellings;
};
const FAMILIES = /* @__PURE__ */ byKey([FAMILY_NAMES]);
const FAMILIES_AND_PARTS = /* @__PURE__ */ byKey([FAMILY_NAMES, FAMILY_PARTS]);

/** Whether a word is one of these, or may be, being written without marks. */
const isAmong = (names: ReadonlyMap<string, readonly string[]>, word: string): boolean =>
  names.get(nameVariantKey(word))?.some((name) => compareNames(word, name) !== "different") ?? false;

const WORD = /^[\p{L}\p{M}'’-]+$/u;
const MOST_WORDS = 7;

/**
 * "Quốc Hùng Bùi", the given name first in one text, as "Bùi Quốc Hùng". Where the family name begins is certain only
 * when the last word is a family name of one syllable and no other word may be one, or a part of one: "Minh Tôn Thất",
 * "Anh Thư Trần Lê", "Hồng Hà Lê" and a text that has the family name first are undefined, never a guess.
 */
export const nameFromGivenFirst = (text: string): string | undefined => {
  const said = text.normalize("NFC").trim().split(/\s+/u);
  const given = said.slice(0, -1);
  const family = said.at(-1);
  if (family === undefined || given.length === 0 || said.length > MOST_WORDS) return undefined;
  if (!said.every((word) => WORD.test(word)) || !isAmong(FAMILIES, family)) return undefined;
  if (given.some((word) => isAmong(FAMILIES_AND_PARTS, word))) return undefined;
  return [family, ...given].join(" ");
};
