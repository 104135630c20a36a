import type { ProfilePage } from "../profile/page-schema.ts";

/** What selectors say of one attribute. A fixture in which they find the same elements has to keep it. */
export interface AttributeValues {
  /** Whole values, or single tokens of them. */
  readonly whole: ReadonlySet<string>;
  readonly starts: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
  readonly within: ReadonlySet<string>;
}

const SELECTOR_KEYS = new Set(["selector", "root", "headers", "cells", "cell", "anchor", "scroller"]);

/** Every selector of these pages, wherever it stands. */
const selectorsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(selectorsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === "string" ? (SELECTOR_KEYS.has(key) ? [inner] : []) : selectorsIn(inner),
  );
};

const ATTRIBUTE =
  /\[\s*([\w:.-]+)\s*(?:([~|^$*]?)=\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\]\s]+))\s*[isIS]?\s*)?\]/gu;
const NAMED = /([#.])((?:[\w-]|[^\0-\x7f]|\\[0-9a-f]{1,6}\s?|\\.)+)/giu;

const unescaped = (text: string): string =>
  text.replace(/\\(?:([0-9a-f]{1,6})\s?|(.))/giu, (_all, code: string | undefined, plain: string) => {
    const point = Number.parseInt(code ?? "", 16);
    return Number.isNaN(point) ? plain : point <= 0x10ffff ? String.fromCodePoint(point) : "";
  });

const PLACES: Readonly<Record<string, "starts" | "ends" | "within">> = {
  "^": "starts",
  "|": "starts",
  $: "ends",
  "*": "within",
};

/** The attributes that selectors of these pages name, `id` and `class` among them, with the values that they name. */
export const selectorValues = (pages: readonly ProfilePage[]): ReadonlyMap<string, AttributeValues> => {
  const found = new Map<string, Record<keyof AttributeValues, Set<string>>>();
  const of = (attribute: string): Record<keyof AttributeValues, Set<string>> => {
    const known = found.get(attribute) ?? {
      whole: new Set(),
      starts: new Set(),
      ends: new Set(),
      within: new Set(),
    };
    found.set(attribute, known);
    return known;
  };
  for (const selector of selectorsIn(pages)) {
    for (const [, attribute = "", operator = "", double, single, bare] of selector.matchAll(ATTRIBUTE)) {
      const values = of(attribute.toLowerCase());
      const value = double ?? single ?? bare;
      if (value !== undefined && value !== "") values[PLACES[operator] ?? "whole"].add(unescaped(value));
    }
    for (const [, sign, name = ""] of selector.replace(ATTRIBUTE, " ").matchAll(NAMED))
      of(sign === "#" ? "id" : "class").whole.add(unescaped(name));
  }
  return found;
};
