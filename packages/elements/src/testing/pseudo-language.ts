import { englishTexts } from "../language/english-texts.ts";
import type { ElementLanguage } from "../language/register-language.ts";

const OPEN = "⟦";
const CLOSE = "⟧";
const marked = (text: string): string => `${OPEN}${text}${CLOSE}`;

const bracketOf = (node: unknown): unknown => {
  if (typeof node === "string") return marked(node);
  if (typeof node === "function") return (...given: unknown[]) => marked(String(node(...given)));
  if (Array.isArray(node)) return node.map(bracketOf);
  if (typeof node === "object" && node !== null)
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, bracketOf(value)]));
  throw new Error("a text table holds texts");
};

/** A table of texts with every text in brackets. */
export const bracketed = <Texts>(texts: Texts): Texts => bracketOf(texts) as Texts;

/** What stands outside the brackets. */
export const outsideBrackets = (text: string): string => {
  let depth = 0;
  return [...text]
    .filter((sign) => {
      if (sign === OPEN) depth += 1;
      const outside = depth === 0;
      if (sign === CLOSE) depth -= 1;
      return outside;
    })
    .join("");
};

/** English in brackets, under the tag that pseudo-languages have (a subtag of English itself cannot be registered). */
export const PSEUDO: ElementLanguage = {
  tag: "qps-ploc",
  name: "Pseudo",
  dataIn: "en",
  texts: bracketed(englishTexts),
};
