import type { Language, LocalizedText } from "@cadre-care/domain";
import type { ElementTexts } from "./element-texts.ts";

/** The texts of one part of the product. Vietnamese is the source of the keys, and always here; English may come later. */
export interface Catalogue<Messages> {
  readonly vi: Messages;
  readonly en: Messages | undefined;
  /** Under which name a further language has these texts (`ElementTexts`). */
  readonly part?: string | undefined;
}

/**
 * Joins the Vietnamese texts with their translation. A message is a string, or a function of its parameters; a missing,
 * superfluous or differently parameterised translation does not compile.
 */
export const catalogue = <Messages extends object>(
  vi: Messages,
  en: NoInfer<Messages>,
  part?: Extract<keyof ElementTexts, string>,
): Readonly<Record<Language, Messages>> & Pick<Catalogue<Messages>, "part"> => ({ vi, en, part });

/** Fetches the translation; whether it is here now. */
type Fetch = () => Promise<boolean>;
const onDemand = new Set<Fetch>();

/** Texts that are fetched when English is wanted, once: `load` fails where there is no network. */
export const fetchedWithEnglish = (load: () => Promise<void>): void => {
  let coming: Promise<boolean> | undefined;
  const fetch: Fetch = () => {
    coming ??= load().then(
      () => {
        onDemand.delete(fetch);
        return true;
      },
      () => {
        // Asked for again with the next drawing.
        coming = undefined;
        return false;
      },
    );
    return coming;
  };
  onDemand.add(fetch);
};

/** As `catalogue`, with a translation that pages in Vietnamese never load. */
export const vietnameseFirst = <Messages extends object>(
  vi: Messages,
  load: () => Promise<{ readonly english: NoInfer<Messages> }>,
  part?: Extract<keyof ElementTexts, string>,
): Catalogue<Messages> => {
  const texts: { readonly vi: Messages; en: Messages | undefined; readonly part: string | undefined } = {
    vi,
    en: undefined,
    part,
  };
  fetchedWithEnglish(async () => {
    texts.en = (await load()).english;
  });
  return texts;
};

export const englishIsHere = (): boolean => onDemand.size === 0;

/** Fetches what there is of English for the elements of this page; undefined when all of it is here. */
export const englishComing = (): Promise<boolean> | undefined =>
  englishIsHere()
    ? undefined
    : Promise.all([...onDemand].map((fetch) => fetch())).then((here) => here.includes(true));

/** One text in both languages, as problems have it: English as soon as it is here. */
export const inBoth = <Key extends string>(
  texts: Catalogue<Readonly<Record<Key, string>>>,
  key: Key,
): LocalizedText => ({
  vi: texts.vi[key],
  get en() {
    return (texts.en ?? texts.vi)[key];
  },
});

/** What a state that the texts do not know is called: by itself. */
export const wordFor = (words: Readonly<Record<string, string>>, state: string): string =>
  Object.hasOwn(words, state) ? (words[state] ?? state) : state;
