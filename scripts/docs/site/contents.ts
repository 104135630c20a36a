import type { Token } from "markdown-it";
import { plainText } from "../guide/markdown.ts";
import { escaped } from "./escape.ts";

export interface Section {
  readonly level: number;
  readonly anchor: string;
  readonly title: string;
  /** The words under the heading, up to the next one. */
  readonly text: string;
}

/** The sections of a page in their order. What stands before the first heading belongs to one without an anchor. */
export const sectionsOf = (tokens: readonly Token[]): Section[] => {
  const sections: { level: number; anchor: string; title: string; words: string[] }[] = [];
  let current = { level: 0, anchor: "", title: "", words: [""] };
  for (const [index, token] of tokens.entries()) {
    if (token.type === "heading_open") {
      current = {
        level: Number(token.tag.slice(1)),
        anchor: String(token.attrGet("id") ?? ""),
        title: plainText(tokens[index + 1]),
        words: [],
      };
      sections.push(current);
    } else if (token.type === "inline" && tokens[index - 1]?.type !== "heading_open") {
      if (sections.length === 0) sections.push(current);
      current.words.push(plainText(token));
    } else if (token.type === "fence") current.words.push(token.content);
  }
  return sections.map(({ words, ...section }) => ({
    ...section,
    text: words.join(" ").replaceAll(/\s+/g, " "),
  }));
};

/** The list "on this page"; nothing where it would have fewer than three entries. */
export const contentsHtml = (sections: readonly Section[], title: string): string => {
  const entries = sections.filter(({ level }) => level === 2 || level === 3);
  if (entries.length < 3) return "";
  const items = entries
    .map(
      ({ level, anchor, title: text }) =>
        `<li class="level-${level}"><a href="#${escaped(anchor)}">${escaped(text)}</a></li>`,
    )
    .join("");
  return `<nav class="contents" aria-label="${title}"><h2>${title}</h2><ul>${items}</ul></nav>`;
};
