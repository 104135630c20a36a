import type { Language, SessionView } from "@cadre-care/domain";
import type { Dates } from "./dates.ts";
import type { SpanWords } from "./spans-of-time.ts";

/** What the elements need of a language that the page's own code registered (register-language.ts). */
export interface FurtherLanguage {
  /** Its name among its speakers. */
  readonly name: string;
  /** BCP 47, for numbers and lists. */
  readonly locale: string;
  /** In which of our languages texts are shown that come with the data and lack this one. */
  readonly dataIn: Language;
  /** Texts by the `part` of a catalogue. */
  readonly texts: Readonly<Record<string, unknown>>;
  readonly spans: SpanWords;
  readonly dates: Pick<Dates, keyof Dates>;
  /** The text of a problem; undefined for a code of somebody else's. */
  readonly problem: (code: string) => string | undefined;
  /** Names of what a waiting entry says. */
  readonly fields: Readonly<Partial<Record<string, string>>>;
}

export interface FurtherLanguages {
  /** By tag, in lower case. */
  readonly spoken: ReadonlyMap<string, FurtherLanguage>;
  /** The language that an element is to speak; undefined where nobody says. */
  readonly choose: (
    host: { readonly language: string | undefined },
    context: string | undefined,
    session: SessionView | undefined,
  ) => string | undefined;
}

let taught: FurtherLanguages | undefined;

/**
 * What is registered. Only `teach` sets it, and only who registers a language imports that: a page that registers none is
 * built without what it would take.
 */
export const further = (tag: string): FurtherLanguage | undefined => taught?.spoken.get(tag);
export const furtherLanguages = (): FurtherLanguages | undefined => taught;

export const teach = (languages: FurtherLanguages): void => {
  taught = languages;
};
