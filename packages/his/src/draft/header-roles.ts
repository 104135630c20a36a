import { foldName } from "@cadre-care/domain";
import { FIELD_ROLES, type FieldRole } from "./field-role.ts";
import { HEADER_WORDS, OTHER_WORDS } from "./header-words.ts";

/**
 * What a header or a label announces. `roles`: with a weight from 0 to 1, most likely first; none when it says nothing
 * known. `other`: it speaks of something that is no field of ours, whatever the values look like.
 */
export interface HeaderMeaning {
  readonly roles: readonly { readonly role: FieldRole; readonly weight: number }[];
  readonly other: boolean;
}

const EQUAL = 1;
const CONTAINS = 0.85;
/** A year alone says less than a date, and one text for the whole name less than a header made for it. */
const LESSER = 0.92;
const LESSER_TEXTS = new Set(["nam sinh", "year of birth", "sinh nam"]);

/** A remark in brackets, a star for "required" and a colon are not part of what a header names. */
const bare = (text: string): string => foldName(text.replace(/\([^()]*\)|\[[^[\]]*\]/gu, " "));
/** Folded texts hold one plain space between words. */
const compact = (folded: string): string => folded.replaceAll(" ", "");
const containsWords = (text: string, words: string): boolean => ` ${text} `.includes(` ${words} `);
/** Short ones run into other words when their spaces are taken away. */
const SHORTEST_COMPACT = 5;

const matchOf = (folded: string, role: FieldRole): { text: string; weight: number } | undefined => {
  const { words, whole = [] } = HEADER_WORDS[role];
  const all = [...words, ...whole];
  const glued = (entry: string): boolean =>
    !folded.includes(" ") &&
    entry.includes(" ") &&
    folded.length >= SHORTEST_COMPACT &&
    compact(entry) === folded;
  const equal = all.find((entry) => entry === folded || glued(entry));
  if (equal !== undefined) return { text: equal, weight: LESSER_TEXTS.has(equal) ? LESSER : EQUAL };
  const contained = words
    .filter((entry) => containsWords(folded, entry))
    .reduce((longest, entry) => (entry.length > longest.length ? entry : longest), "");
  return contained === "" ? undefined : { text: contained, weight: CONTAINS };
};

/** Reads a header or a label, in Vietnamese or English, with or without diacritics. */
export const headerMeaning = (text: string): HeaderMeaning => {
  const folded = bare(text);
  if (folded === "") return { roles: [], other: false };
  if (OTHER_WORDS.some((words) => containsWords(folded, words))) return { roles: [], other: true };
  const found = FIELD_ROLES.flatMap((role) => {
    const match = matchOf(folded, role);
    return match === undefined ? [] : [{ role, ...match }];
  });
  const roles = found.filter(({ role, text: said }) => {
    // "Số thẻ ưu tiên" is no "Số thẻ", "Họ và tên lót" no "Họ và tên".
    if (found.some((rival) => rival.text !== said && containsWords(rival.text, said))) return false;
    // Where both stand, the number decides when it is normalised; CCCD is the usual kind.
    return role !== "cmnd" || !found.some((rival) => rival.role === "cccd");
  });
  return {
    roles: roles.map(({ role, weight }) => ({ role, weight })).sort((a, b) => b.weight - a.weight),
    other: false,
  };
};

const KNOWN: ReadonlySet<string> = new Set([
  ...Object.values(HEADER_WORDS).flatMap(({ words, whole = [] }) => [...words, ...whole]),
  ...OTHER_WORDS,
]);

/** Whether a text is nothing but a label that many systems have, so that it says nothing of anybody. */
export const isKnownLabel = (text: string): boolean => KNOWN.has(bare(text)) && !/\([^)]|\[/u.test(text);
