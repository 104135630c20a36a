import fc from "fast-check";

/** windows-1258 holds letters with their shape marks, and tones as combining marks after them. */
const halfDecomposed = (text: string): string =>
  [...text.normalize("NFC")]
    .map((letter) => {
      const tone = letter.normalize("NFD").match(/[\u0300\u0301\u0303\u0309\u0323]/u)?.[0];
      return tone === undefined ? letter : letter.normalize("NFD").replace(tone, "").normalize("NFC") + tone;
    })
    .join("");

/** Ways in which pages write one text: compositions, case, spaces. */
export const spelling = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.normalize("NFD"),
  halfDecomposed,
  (text: string) => text.toLocaleUpperCase("vi"),
  (text: string) => text.replaceAll(" ", "\u00a0\u00a0"),
  (text: string) => `\t ${text}\u00a0\n`,
);

const word = fc.constantFrom("Nguyễn", "Trần", "Đỗ", "Hoà", "Thuỷ", "Đức", "Lý", "Bích", "Ước", "Ngọc");
const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((list) => list.join(""));
/** A synthetic person: province 003 does not exist. */
export const subject = fc.record({
  family: fc.oneof(word, fc.constantFrom("Bùi", "Tôn Thất", "Âu Dương", "Trần Lê")),
  given: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" ")),
  date: fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.integer({ min: 1930, max: 2005 }),
  }),
  female: fc.boolean(),
  cccd: digits(9).map((rest) => `003${rest}`),
  bhyt: digits(10).map((rest) => `HC400${rest}`),
  emergency: fc.boolean(),
});
export type Subject = typeof subject extends fc.Arbitrary<infer Value> ? Value : never;

const pad = (value: number) => String(value).padStart(2, "0");
export const DATE_SPELLINGS = {
  "dd/MM/yyyy": ({ day, month, year }: Subject["date"]) => `${pad(day)}/${pad(month)}/${year}`,
  "MM/dd/yyyy": ({ day, month, year }: Subject["date"]) => `${pad(month)}/${pad(day)}/${year}`,
  "yyyy-MM-dd": ({ day, month, year }: Subject["date"]) => `${year}-${pad(month)}-${pad(day)}`,
  "d 'thg' M, yyyy": ({ day, month, year }: Subject["date"]) => `${day} thg ${month}, ${year}`,
  ddMMyyyy: ({ day, month, year }: Subject["date"]) => `${pad(day)}${pad(month)}${year}`,
};

export const DATE_STYLES = ["dd/MM/yyyy", "MM/dd/yyyy", "yyyy-MM-dd", "d 'thg' M, yyyy", "ddMMyyyy"] as const;

/** What a name means, however it is spelt. */
export const meaningOf = (name: string | undefined): string | undefined =>
  name?.normalize("NFC").toLocaleLowerCase("vi").replace(/\s+/gu, " ").trim();
