import type { Sex } from "@cadre-care/domain";

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

interface OtherLanguage {
  /** What each header is called in the other language. */
  readonly headers: Readonly<Record<string, string>>;
  /** What each sex is. */
  readonly sex: Readonly<Record<string, Sex>>;
}

/** A page, or a part of one, that reads the same in another language of the HIS as well. */
export const inBothLanguages = (value: unknown, language: OtherLanguage): unknown => {
  if (Array.isArray(value)) return value.map((one) => inBothLanguages(one, language));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key === "header" && typeof inner === "string") {
        const other = language.headers[inner];
        return [key, other === undefined ? inner : [inner, other]];
      }
      if (key === "codes" && Array.isArray(inner)) {
        const more = Object.entries(language.sex).map(([text, sex]) => ({ text, sex }));
        return [key, [...inner, ...more]];
      }
      return [key, inBothLanguages(inner, language)];
    }),
  );
};
