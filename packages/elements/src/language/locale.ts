import { furtherLanguages } from "./further.ts";

/** The locale by which numbers and lists of an element's language are written (BCP 47). */
export const localeOf = (language: string): string =>
  furtherLanguages()?.spoken.get(language)?.locale ?? (language === "en" ? "en-GB" : "vi-VN");

/** A whole number, with the marks of the language between its thousands. */
export const countIn = (language: string, count: number): string =>
  new Intl.NumberFormat(localeOf(language)).format(count);
