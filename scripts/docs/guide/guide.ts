import type { Token } from "markdown-it";
import { markdown, plainText } from "./markdown.ts";
import type { DocsProblem } from "./problem.ts";

export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly anchor: string;
  readonly line: number;
}
export interface Link {
  readonly href: string;
  readonly line: number;
}
export interface Picture {
  readonly source: string;
  readonly alternative: string;
  readonly line: number;
}
/**
 * A fenced block. `line` is that of its first line of code; `assumes` is what a comment before it declares for it, `copyOf` the
 * file of the repository that a comment before it says it is.
 */
export interface Sample {
  readonly language: string;
  readonly code: string;
  readonly line: number;
  readonly assumes: string;
  readonly copyOf: string | undefined;
}
/** Code within a line, or words: places where files of the repository and commands are named. */
export interface Mention {
  readonly text: string;
  readonly line: number;
}

/** A Markdown file as the site and its checks need it. `file` is its path from the root of the repository. */
export interface Guide {
  readonly file: string;
  readonly tokens: readonly Token[];
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly pictures: readonly Picture[];
  readonly samples: readonly Sample[];
  readonly mentions: readonly Mention[];
  readonly problems: readonly DocsProblem[];
}

const ASSUMES = /^<!--\s*assumes:([\s\S]*?)-->\s*$/;
const COPY_OF = /^<!--\s*file:\s*(\S+)\s*-->\s*$/;
const COMMENT = /^\s*<!--[\s\S]*?-->\s*$/;

const attribute = (token: Token, name: string): string => String(token.attrGet(name) ?? "");

/** Reads a guide. HTML other than comments is a problem: it would not be seen in every reader. */
export const readGuide = (file: string, source: string): Guide => {
  const tokens = markdown().parse(source, {});
  const headings: Heading[] = [];
  const links: Link[] = [];
  const pictures: Picture[] = [];
  const samples: Sample[] = [];
  const mentions: Mention[] = [];
  const problems: DocsProblem[] = [];
  let line = 1;
  let assumes = "";
  let copyOf: string | undefined;

  const readInline = (children: readonly Token[]): void => {
    for (const token of children) {
      if (token.type === "softbreak" || token.type === "hardbreak") line += 1;
      else if (token.type === "link_open") links.push({ href: attribute(token, "href"), line });
      else if (token.type === "image")
        pictures.push({ source: attribute(token, "src"), alternative: token.content, line });
      else if (token.type === "code_inline" || token.type === "text")
        mentions.push({ text: token.content, line });
      else if (token.type === "html_inline" && !COMMENT.test(token.content))
        problems.push({ file, line, message: `HTML in a guide: ${token.content}` });
    }
  };

  for (const [index, token] of tokens.entries()) {
    if (token.map) line = token.map[0] + 1;
    if (token.type === "heading_open") {
      const text = plainText(tokens[index + 1]);
      headings.push({ level: Number(token.tag.slice(1)), text, anchor: attribute(token, "id"), line });
    } else if (token.type === "inline") readInline(token.children ?? []);
    else if (token.type === "html_block") {
      assumes = ASSUMES.exec(token.content)?.[1]?.trim() ?? "";
      copyOf = COPY_OF.exec(token.content)?.[1];
      if (!COMMENT.test(token.content))
        problems.push({ file, line, message: `HTML in a guide: ${token.content.split("\n")[0] ?? ""}` });
    } else if (token.type === "fence") {
      samples.push({ language: token.info.trim(), code: token.content, line: line + 1, assumes, copyOf });
      assumes = "";
      copyOf = undefined;
    }
  }
  return { file, tokens, headings, links, pictures, samples, mentions, problems };
};
