/**
 * Text of a page in one composition (NFC, which also mends half-decomposed windows-1258), without invisible characters,
 * with single plain spaces (DOMAIN 8).
 */
export const tidyText = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
