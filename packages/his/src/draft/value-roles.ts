import { DATE_FORMATS, foldName, normaliseIdentifier, readDate } from "@cadre-care/domain";
import { tidyText } from "../read/tidy-text.ts";
import { FIELD_ROLES, type FieldRole } from "./field-role.ts";
import { guessDateFormats } from "./guess-date-formats.ts";
import { HALF, type Likelihood, MOST, share } from "./likelihood.ts";
import { nameLikelihood } from "./name-likelihood.ts";
import { isSexWord } from "./sex-words.ts";

const isPlaceholder = (value: string): boolean => /^[\s.\-–—_/*xX?]*$/u.test(value) || /^0+$/.test(value);

const digitsOf = (value: string): string => value.replace(/[\s.\-–]/gu, "");
/** Mobile numbers of 03, 05, 07, 08, 09 and landlines of 02 (DOMAIN 8). */
const isPhone = (value: string): boolean => /^(0|84|\+84)([35789]\d{8}|2\d{9})$/.test(digitsOf(value));

const graded = (fitting: number, typical: boolean): Likelihood =>
  fitting < HALF ? "impossible" : fitting >= MOST && typical ? "typical" : "possible";

const cccd = (values: readonly string[]): Likelihood => {
  const kinds = values.map((value) => normaliseIdentifier({ kind: "cccd", value }));
  const read = kinds.filter((kind) => kind.ok).length / values.length;
  // Digit 4 holds century and sex: 0 to 3 for whoever is alive (DOMAIN 1.1). A HIS code of 12 digits rarely keeps to it.
  return graded(read, share(values, (value) => /^0\d\d[0-3]\d{8}$/.test(digitsOf(value))) >= HALF);
};

const bhyt = (values: readonly string[]): Likelihood => {
  const read = share(values, (value) => normaliseIdentifier({ kind: "bhyt", value }).ok && !isPhone(value));
  return graded(read, share(values, (value) => /^[A-Z]{2}[1-5]\d{12}$/i.test(digitsOf(value))) >= HALF);
};

/** Births are spread over decades, visits are not. From how many values on that can be told. */
const ENOUGH_DATES = 4;
const VISITS_WITHIN_YEARS = 4;
const TYPICAL_YEARS = 15;

const birthDate = (values: readonly string[]): Likelihood => {
  if (guessDateFormats(values) === undefined) {
    const readable = share(values, (value) => DATE_FORMATS.some((format) => readDate(value, format).ok));
    return readable >= MOST ? "possible" : "impossible";
  }
  const years = values.flatMap((value) => /(?:1[89]|2[0-3])\d\d/.exec(value)?.[0] ?? []).map(Number);
  const spread = Math.max(...years) - Math.min(...years);
  if (values.length >= ENOUGH_DATES && spread < VISITS_WITHIN_YEARS) return "impossible";
  return values.length >= ENOUGH_DATES && spread >= TYPICAL_YEARS ? "typical" : "possible";
};

const sex = (values: readonly string[]): Likelihood => {
  const words = share(values, isSexWord);
  if (words >= MOST) return new Set(values.map(foldName)).size === 2 ? "typical" : "possible";
  return new Set(values.map(foldName)).size <= 3 &&
    share(values, (value) => /^[\p{L}\d]{1,4}$/u.test(value)) === 1
    ? "possible"
    : "impossible";
};

/** Letters as A, digits as 9, so that codes of one make look the same. */
const shapeOf = (value: string): string => value.replace(/\p{L}+/gu, "A").replace(/\d/gu, "9");

/** A code of the HIS: one word with digits, no two people the same, and no mere counting of rows. */
const code = (values: readonly string[]): Likelihood => {
  if (share(values, (value) => /^\S+$/u.test(value) && /\d/.test(value)) < MOST) return "impossible";
  if (share(values, (value) => /^\d{1,3}$/.test(value)) > HALF || share(values, isPhone) > HALF)
    return "impossible";
  if (share(values, (value) => DATE_FORMATS.some((format) => readDate(value, format).ok)) > HALF)
    return "impossible";
  if (new Set(values).size / values.length < MOST) return "impossible";
  const shapes = new Set(values.map(shapeOf)).size;
  return values.length >= ENOUGH_DATES && shapes === 1 ? "typical" : "possible";
};

const freeNumber = (values: readonly string[]): Likelihood =>
  share(values, (value) => normaliseIdentifier({ kind: "priority-card", value }).ok && /\d/.test(value)) >=
  MOST
    ? "possible"
    : "impossible";

const emergency = (values: readonly string[]): Likelihood =>
  share(values, (value) => value.length <= 60) < 1
    ? "impossible"
    : values.some(saysEmergency)
      ? "typical"
      : "possible";

/** Whether a text says that somebody is an emergency, in either language. */
export const saysEmergency = (value: string): boolean => / (cap cuu|emergency) /.test(` ${foldName(value)} `);

const JUDGES: Readonly<Record<FieldRole, (values: readonly string[]) => Likelihood>> = {
  cccd,
  cmnd: (values) =>
    graded(
      share(values, (value) => normaliseIdentifier({ kind: "cmnd", value }).ok),
      false,
    ),
  bhyt,
  "priority-card": freeNumber,
  "medical-book": freeNumber,
  "his-code": code,
  name: (values) => nameLikelihood(values, "name"),
  "family-name": (values) => nameLikelihood(values, "family-name"),
  "given-name": (values) => nameLikelihood(values, "given-name"),
  "birth-date": birthDate,
  sex,
  emergency,
};

/** The values of one column that say something: tidied, without empty ones and fillers such as "-". */
export const sayingValues = (values: readonly string[]): readonly string[] =>
  values.map(tidyText).filter((value) => value !== "" && !isPlaceholder(value));

/** What each role is worth by the values alone; undefined where no value says anything. */
export const valueRoles = (
  values: readonly string[],
): Readonly<Record<FieldRole, Likelihood>> | undefined => {
  const saying = sayingValues(values);
  if (saying.length === 0) return undefined;
  const judged = { ...NOTHING };
  for (const role of FIELD_ROLES) judged[role] = JUDGES[role](saying);
  return judged;
};

const NOTHING: Readonly<Record<FieldRole, Likelihood>> = {
  cccd: "impossible",
  cmnd: "impossible",
  bhyt: "impossible",
  "priority-card": "impossible",
  "medical-book": "impossible",
  "his-code": "impossible",
  name: "impossible",
  "family-name": "impossible",
  "given-name": "impossible",
  "birth-date": "impossible",
  sex: "impossible",
  emergency: "impossible",
};
