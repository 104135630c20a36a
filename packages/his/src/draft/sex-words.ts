import { foldName, type Sex } from "@cadre-care/domain";

/** Words for sex in pairs of one language. Codes such as 0 and 1 differ between HISs (DOMAIN 7.3) and are never guessed. */
const PAIRS: readonly Readonly<Record<Sex, string>>[] = [
  { male: "Nam", female: "Nữ" },
  { male: "Male", female: "Female" },
  { male: "M", female: "F" },
];

const has = (pair: Readonly<Record<Sex, string>>, value: string): boolean =>
  foldName(pair.male) === foldName(value) || foldName(pair.female) === foldName(value);

export const isSexWord = (value: string): boolean => PAIRS.some((pair) => has(pair, value));

/** The codes of every pair that these values use; undefined when a value is no known word. */
export const sexCodes = (
  values: readonly string[],
): readonly { readonly text: string; readonly sex: Sex }[] | undefined => {
  if (values.length === 0 || !values.every(isSexWord)) return undefined;
  return PAIRS.filter((pair) => values.some((value) => has(pair, value))).flatMap(({ male, female }) => [
    { text: male, sex: "male" as const },
    { text: female, sex: "female" as const },
  ]);
};
