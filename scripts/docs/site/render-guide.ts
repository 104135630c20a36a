import { posix } from "node:path";
import type { Token } from "markdown-it";
import { highlighted } from "../guide/highlight.ts";
import { markdown } from "../guide/markdown.ts";
import { escaped } from "./escape.ts";
import type { Language } from "./language.ts";
import { pictureSize } from "./picture-size.ts";
import { WORDS } from "./words.ts";

/** What a guide's HTML depends on besides its words. */
export interface RenderContext {
  /** The folder of the repository. */
  readonly root: string;
  /** The guide's path in it. */
  readonly file: string;
  /** The language of the words around the guide. */
  readonly language: Language;
  /** From the page to the root of the site: "" or "../". */
  readonly up: string;
  /** Where a link of the guide leads on the site, and the title of the page that it leads to. */
  readonly target: (href: string) => { readonly address: string; readonly title?: string };
}

const sampleHtml = ({ content, info }: Token, label: string): string => {
  const code = highlighted(content, info.trim()) ?? escaped(content);
  return `<pre tabindex="0" role="region" aria-label="${label}"><code>${code}</code></pre>\n`;
};

const pictureHtml = (token: Token, { root, file, up }: RenderContext): string => {
  const source = decodeURI(String(token.attrGet("src") ?? ""));
  const path = posix.join(posix.dirname(file), source);
  const { width, height } = pictureSize(posix.join(root, path));
  const address = `${up}pictures/${posix.basename(path)}`;
  const alternative = escaped(token.content);
  return `<a class="picture" href="${address}"><img src="${address}" alt="${alternative}" width="${width}" height="${height}" loading="lazy"></a>`;
};

/** A guide's tokens as HTML. Tables and samples scroll by themselves, also by keyboard; comments are left out. */
export const renderGuide = (tokens: readonly Token[], context: RenderContext): string => {
  const renderer = markdown();
  const { rules } = renderer.renderer;
  const table = WORDS.table[context.language];
  const sample = WORDS.sample[context.language];
  let tables = 0;
  let samples = 0;
  rules.html_block = () => "";
  rules.html_inline = () => "";
  rules.table_open = () => {
    tables += 1;
    return `<div class="table" tabindex="0" role="region" aria-label="${table} ${tables}"><table>\n`;
  };
  rules.table_close = () => "</table></div>\n";
  rules.fence = (all, index) => {
    samples += 1;
    const token = all[index];
    return token === undefined ? "" : sampleHtml(token, `${sample} ${samples}`);
  };
  rules.image = (all, index) => {
    const token = all[index];
    return token === undefined ? "" : pictureHtml(token, context);
  };
  rules.link_open = (all, index) => {
    const { address: href, title } = context.target(String(all[index]?.attrGet("href") ?? ""));
    // A reader of the site knows pages by their titles, not by files.
    const words = all[index + 1];
    if (title !== undefined && words !== undefined && /^[\w./-]+\.md$/.test(words.content))
      words.content = title;
    return `<a href="${escaped(href)}"${/^https?:/.test(href) ? ' rel="external noreferrer"' : ""}>`;
  };
  return renderer.renderer.render([...tokens], renderer.options, {});
};
