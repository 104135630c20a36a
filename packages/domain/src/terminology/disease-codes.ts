/**
 * ICD-10 codes of one statement, joined by `;` as the forms and the insurance files have them (DOMAIN 3.2, 4.3): in the
 * order given, each once, without spaces.
 */
export const joinDiseaseCodes = (codes: readonly string[]): string =>
  [...new Set(codes.map(tidied).filter((code) => code !== ""))].join(";");

/** The codes in such a text; also where somebody wrote commas or spaces. */
export const splitDiseaseCodes = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[;,\s]+/u)
      .map(tidied)
      .filter((code) => code !== ""),
  ),
];

const tidied = (code: string): string =>
  code
    .normalize("NFKC")
    .replace(/[;,\s]+/gu, "")
    .toUpperCase();
