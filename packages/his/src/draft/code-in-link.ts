import { findElements } from "../read/find-elements.ts";
import type { LinkedCode } from "./guess-list.ts";

/** The usual shape of a record's key in an address. */
export const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const UUIDS = new RegExp(UUID, "giu");
const FEWEST_ROWS = 3;

const PLACES = [
  { selector: undefined, attribute: "href" },
  { selector: "a[href]", attribute: "href" },
  { selector: undefined, attribute: "data-id" },
] as const;

/** The one code of its kind that this attribute holds, of every row another; undefined where that is not so. */
const codesIn = (
  rows: readonly Element[],
  { selector, attribute }: (typeof PLACES)[number],
): readonly string[] => {
  const codes = rows.flatMap((row) => {
    const found = selector === undefined ? [row] : (findElements(row, selector) ?? []);
    const codes = (found.length === 1 ? (found[0]?.getAttribute(attribute) ?? "") : "").match(UUIDS) ?? [];
    return codes.length === 1 ? codes : [];
  });
  return codes.length === rows.length && new Set(codes).size === rows.length ? codes : [];
};

/** A code that every row carries in a link, where a list shows none. Whether it names the patient or a visit, IT knows. */
export const codeInLink = (rows: readonly Element[]): LinkedCode | undefined => {
  if (rows.length < FEWEST_ROWS) return undefined;
  for (const place of PLACES) {
    const values = codesIn(rows, place);
    if (values.length === 0) continue;
    const { selector, attribute } = place;
    const part = { from: "attribute" as const, attribute, match: { pattern: UUID } };
    return { header: "", values, part: selector === undefined ? part : { ...part, selector } };
  }
  return undefined;
};
