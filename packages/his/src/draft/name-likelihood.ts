import { FAMILY_NAMES, foldName } from "@cadre-care/domain";
import type { NameField } from "../profile/field-schema.ts";
import { HALF, type Likelihood, MOST, share } from "./likelihood.ts";

/** A hint, for most lists of people have them. Nobody is refused for having another. */
const FAMILIES = new Set(FAMILY_NAMES.map(foldName));

const LETTERS_ONLY = /^[\p{L}\p{M}'’.\- ]+$/u;
const syllables = (value: string): readonly string[] => foldName(value).split(" ");
const isFamily = (syllable: string | undefined): boolean => syllable !== undefined && FAMILIES.has(syllable);
/** Whoever stands in list after list is no patient but staff. */
const distinctEnough = (values: readonly string[]): boolean =>
  values.length < 6 || new Set(values).size / values.length >= HALF;

/** "Bùi, Quốc Hùng": one comma, letters on both sides. */
export const hasNameComma = (value: string): boolean =>
  /^[^,，]*\p{L}[^,，]*[,，][^,，]*\p{L}[^,，]*$/u.test(value);

/** "Quốc Hùng Bùi": family names stand last. Not every such text can be told apart, so that IT is asked for another. */
export const isGivenFirst = (values: readonly string[]): boolean => {
  const words = values
    .filter((value) => LETTERS_ONLY.test(value) && syllables(value).length >= 2)
    .map(syllables);
  if (values.length === 0 || words.length < values.length * MOST) return false;
  const first = words.filter((name) => isFamily(name[0])).length;
  const last = words.filter((name) => isFamily(name.at(-1))).length;
  return first < words.length * HALF && last >= words.length * HALF;
};

/** How whole names are written, once it is known that they are names. */
export const nameForm = (values: readonly string[]): NameField["form"] => {
  if (values.every(hasNameComma)) return "family-comma-given";
  return isGivenFirst(values) ? "given-first" : "as-written";
};

const fullName = (values: readonly string[]): Likelihood => {
  const commas = share(values, hasNameComma);
  if (commas > 0 && commas < 1) return "impossible";
  const plain = values.map((value) => value.replace(/[,，]/u, " "));
  const fits = share(plain, (value) => {
    const count = syllables(value).length;
    return LETTERS_ONLY.test(value) && count >= 2 && count <= 7;
  });
  if (fits < MOST || values.some((value) => /\p{N}/u.test(value))) return "impossible";
  const first = share(plain, (value) => isFamily(syllables(value)[0]));
  if (isGivenFirst(plain)) return "impossible";
  return first >= HALF && distinctEnough(values) ? "typical" : "possible";
};

const part = (values: readonly string[], most: number, needsFamily: boolean): Likelihood => {
  const fits = share(values, (value) => LETTERS_ONLY.test(value) && syllables(value).length <= most);
  if (fits < MOST) return "impossible";
  return needsFamily && share(values, (value) => isFamily(syllables(value)[0])) < HALF
    ? "impossible"
    : "possible";
};

const LONGEST_FAMILY = 6;
const LONGEST_GIVEN = 2;

/** Whether these values are names of people, or a half of them. A half alone looks like any short text. */
export const nameLikelihood = (
  values: readonly string[],
  role: "name" | "family-name" | "given-name",
): Likelihood => {
  if (role === "name") return fullName(values);
  return role === "family-name" ? part(values, LONGEST_FAMILY, true) : part(values, LONGEST_GIVEN, false);
};
