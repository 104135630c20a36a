import type { FormTexts } from "./form-messages.ts";

/** How the form engine speaks a language that is neither Vietnamese nor English. */
export interface FormLanguage {
  /** What is wrong with an answer or a form, by code. `{0}`, `{1}` … stand for limits and names of the form. */
  readonly problems: FormTexts;
  readonly yes: string;
  readonly no: string;
  /** The mark between a number and its decimals. The engine reads both, whatever the language. */
  readonly decimal: "," | ".";
  /** dd/MM/yyyy, else yyyy-MM-dd. The month never comes first: it would be read as the day. */
  readonly dayFirst: boolean;
}

let taught: Map<string, FormLanguage> | undefined;

/** From now on forms speak this language too. `tag`: BCP 47, in lower case. Who never calls it is built without what it takes. */
export const speakFurther = (tag: string, language: FormLanguage): void => {
  taught ??= new Map();
  taught.set(tag, language);
};

/** What is spoken besides Vietnamese and English, by tag. */
export const furtherLanguages = (): ReadonlyMap<string, FormLanguage> | undefined => taught;
