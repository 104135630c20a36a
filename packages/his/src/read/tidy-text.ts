/** Printable ASCII and composed Latin letters, in words with one space between them: nothing to tidy. */
const TIDY = /^[!-~\u00c0-\u024f\u1e00-\u1eff]+(?: [!-~\u00c0-\u024f\u1e00-\u1eff]+)*$/u;

/**
 * Text of a page in one composition (NFC, which also mends half-decomposed windows-1258), without invisible characters,
 * with single plain spaces (DOMAIN 8).
 */
export const tidyText = (text: string): string =>
  TIDY.test(text)
    ? text
    : text
        .normalize("NFC")
        .replace(/\p{Cf}/gu, "")
        .replace(/[\s\p{Cc}]+/gu, " ")
        .trim();
