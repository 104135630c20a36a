import type { Language } from "@cadre-care/domain";
import { speakFurther } from "@cadre-care/forms/language";
import { chooseLanguage } from "./choose-language.ts";
import type { ElementTexts } from "./element-texts.ts";
import { type FurtherLanguage, teach } from "./further.ts";
import { FurtherDates, isDayFirst } from "./further-dates.ts";
import { drawAgain, followPage } from "./speakers.ts";

export type { DomainProblemCode, OutboxFieldName } from "@cadre-care/domain";
export type { FormProblemCode, FormTexts } from "@cadre-care/forms/language";
export { languageAround } from "./choose-language.ts";
export type { ElementTexts } from "./element-texts.ts";
export type { SpanWords } from "./spans-of-time.ts";

/** A language beside Vietnamese and English, whole. */
export interface ElementLanguage {
  /** BCP 47: `km`, `fr`, `zh-Hant`. */
  readonly tag: string;
  /** Its name among its speakers: `<cadre-session>` offers it under this name. */
  readonly name: string;
  /** In which language texts are shown that come with the data (policy, forms, the board's answers) and lack this one. */
  readonly dataIn: Language;
  readonly texts: ElementTexts;
}

/** Digits as people here type them, and the calendar of the documents, whatever the language is used to. */
const localeOf = (tag: string): string =>
  new Intl.Locale(tag, { calendar: "gregory", numberingSystem: "latn" }).toString();

const decimalOf = (locale: string): "," | "." =>
  new Intl.NumberFormat(locale)
    .formatToParts(1.5)
    .some(({ type, value }) => type === "decimal" && value === ",")
    ? ","
    : ".";

/** Problems whose texts are among those of an element. */
const problemsOf = ({
  care,
  careForm,
  outbox,
  printer,
  session,
  problems,
}: ElementTexts): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(problems),
    ["service-gone", care.serviceGone],
    ["form-not-offered", careForm.notOffered],
    ["part-away", outbox.notLoaded],
    ["paper-not-fetched", printer.unshown],
    ["passkeyCancelled", session.passkeyCancelled],
    ["passkeyNoPrf", session.passkeyNoPrf],
  ]);

const spoken = new Map<string, FurtherLanguage>();

/**
 * Teaches the elements of this page a language. It is spoken by every element that its own `language`, or else the
 * nearest `lang` around it, names (`km-KH` finds `km`), and by all that `<cadre-session>` switches to it; elements that are
 * drawn already are drawn again. Registered once more, a language is replaced.
 *
 * Numbers and dates are written as the language does, with three exceptions, so that nobody misreads what others wrote:
 * digits are 0-9, years are Gregorian, and where the month would come first a date is yyyy-MM-dd.
 *
 * `extra` are problems of somebody else's code that the elements show, by code.
 *
 * @throws RangeError when `tag` is no BCP 47 tag, or is Vietnamese or English, which the elements bring themselves
 */
export const registerLanguage = (
  { tag, name, dataIn, texts }: ElementLanguage,
  extra: Readonly<Record<string, string>> = {},
): void => {
  const { language } = new Intl.Locale(tag);
  if (language === "vi" || language === "en")
    throw new RangeError("Vietnamese and English are there already (registerLanguage)");
  const locale = localeOf(tag);
  const key = tag.toLowerCase();
  const problems = problemsOf(texts);
  speakFurther(key, {
    problems: texts.forms,
    yes: texts.questionnaire.yes,
    no: texts.questionnaire.no,
    decimal: decimalOf(locale),
    dayFirst: isDayFirst(locale),
  });
  spoken.set(key, {
    name,
    locale,
    dataIn,
    texts: { ...texts },
    spans: texts.spans,
    dates: new FurtherDates(locale),
    problem: (code) => problems.get(code) ?? (Object.hasOwn(extra, code) ? extra[code] : undefined),
    fields: texts.fields,
  });
  teach({ spoken, choose: chooseLanguage });
  followPage();
  drawAgain();
};
