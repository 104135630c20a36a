import type { Language } from "@cadre-care/domain";

/** The texts of one part of the product in every language. Vietnamese is the source of the keys. */
export type Catalogue<Messages> = Readonly<Record<Language, Messages>>;

/**
 * Joins the Vietnamese texts with their translation. A message is a string, or a function of its parameters; a missing,
 * superfluous or differently parameterised translation does not compile.
 */
export const catalogue = <Messages extends object>(
  vi: Messages,
  en: NoInfer<Messages>,
): Catalogue<Messages> => ({ vi, en });

/** What a state that the texts do not know is called: by itself. */
export const wordFor = (words: Readonly<Record<string, string>>, state: string): string =>
  Object.hasOwn(words, state) ? (words[state] ?? state) : state;
