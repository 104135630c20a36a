import { type DateFormat, foldName, type Sex } from "@cadre-care/domain";
import type { ProfilePage } from "../profile/page-schema.ts";
import { checkedPage, type DraftQuestion } from "./page-draft.ts";
import type { PageWork } from "./page-work.ts";

/** A question that was answered is none any more, and its field is sure. */
export const answeredWork = (work: PageWork, question: DraftQuestion, page = work.page): PageWork => ({
  page,
  fields: work.fields.map((field) => (field.role === question.role ? { ...field, sure: true } : field)),
  questions: work.questions.filter((other) => other !== question),
});

/**
 * The page with birth dates in this format, where the question says that they stand. `year`: a year alone as well; left
 * out, whatever else was found stays, but for the other order of day and month. Undefined: the profile takes it not.
 */
export const withDateFormat = (
  page: ProfilePage,
  question: DraftQuestion,
  format: DateFormat,
  year?: boolean,
): ProfilePage | undefined => {
  const { birthDate } = page.fields;
  const parts = question.parts ?? birthDate?.parts;
  if (parts === undefined) return undefined;
  const others = (birthDate?.formats ?? []).filter((one) => !/^(dd\/MM|MM\/dd)\/yyyy$/u.test(one));
  const formats = [...new Set([format, ...(year === true ? (["yyyy"] as const) : others)])];
  return checkedPage({
    ...page,
    fields: { ...page.fields, birthDate: { ...birthDate, parts: [...parts], formats } },
  });
};

/** The page with sex in these codes, where the question says that they stand. What was known of the same place stays known. */
export const withSexCodes = (
  page: ProfilePage,
  question: DraftQuestion,
  codes: readonly { readonly text: string; readonly sex: Sex }[],
): ProfilePage | undefined => {
  const known = page.fields.sex;
  const parts = question.parts ?? known?.parts;
  if (parts === undefined || codes.length === 0) return undefined;
  const withCodes = (all: typeof codes) =>
    checkedPage({ ...page, fields: { ...page.fields, sex: { parts: [...parts], codes: [...all] } } });
  const next = withCodes(codes);
  // A patient's page shows one code at a time: who points at it again says the second one, and not that the first was wrong.
  if (known === undefined || JSON.stringify(known.parts) !== JSON.stringify(next?.fields.sex?.parts))
    return next;
  const said = new Set(codes.map(({ text }) => foldName(text)));
  return withCodes([...known.codes.filter(({ text }) => !said.has(foldName(text))), ...codes]);
};

/** The page with these words for an emergency; none: with those that it has. */
export const withEmergencyWords = (page: ProfilePage, words: readonly string[]): ProfilePage | undefined =>
  checkedPage({
    ...page,
    emergency: page.emergency.map((signal) =>
      signal.when === "present" || words.length === 0 ? signal : { ...signal, words: [...words] },
    ),
  });
