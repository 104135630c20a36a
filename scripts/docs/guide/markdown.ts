import createMarkdown, { type Token } from "markdown-it";
import anchors from "markdown-it-anchor";
import { anchorOf } from "./anchor.ts";

/** The text of a heading or a link without its marks. */
export const plainText = (inline: Token | undefined): string =>
  (inline?.children ?? [])
    .filter(({ type }) => type === "text" || type === "code_inline")
    .map(({ content }) => content)
    .join("");

/** Markdown as GitHub reads it, as far as the guides use it: tables, and anchors at the headings. HTML is kept apart, to be refused. */
export const markdown = () =>
  createMarkdown({ html: true, linkify: false, typographer: false }).use(anchors, {
    slugify: anchorOf,
    uniqueSlugStartIndex: 1,
    tabIndex: false,
  });
