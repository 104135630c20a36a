/**
 * What a page may be asked for to fill a form in: codes of the items (`form-item`) that the value is for. Everything else
 * that a page shows stays on it.
 */
export const PAGE_FACTS = [
  "person-address",
  "person-phone",
  "person-occupation",
  "person-workplace",
  "person-ethnicity",
  "person-nationality",
  "insurance-number",
  "insurance-valid-to",
  "record-number",
  "diagnosis",
  "clinical-signs",
  "treatment",
] as const;
export type PageFactKind = (typeof PAGE_FACTS)[number];

/** One text that the page states for a form; a proposal for the user to confirm, and never more. */
export interface PageFact {
  readonly item: PageFactKind;
  readonly text: string;
}

/** Characters of a fact at the most: what is longer is no field of a patient's page. */
export const FACT_CHARACTERS = 1_000;

/** Control, format, private and unassigned characters, and halves of a character. */
const INVISIBLE = /\p{C}+/gu;

/**
 * Without control and invisible characters, in single spaces; undefined where nothing is left, or far too much. What is
 * tidy stays as it is: each step leaves nothing for one before it.
 */
export const tidyFact = (text: string): string | undefined => {
  const tidy = text
    .slice(0, FACT_CHARACTERS * 4)
    .replace(/\s/gu, " ")
    .replace(INVISIBLE, "")
    .replace(/ +/gu, " ")
    .normalize("NFC")
    .trim();
  return tidy === "" || tidy.length > FACT_CHARACTERS ? undefined : tidy;
};
