import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import { targetOf } from "../checks/links.ts";
import { type Guide, readGuide } from "../guide/guide.ts";
import { tokensOf } from "../guide/sections.ts";
import type { Declaration } from "../reference/manifest.ts";
import { referenceMarkdown } from "../reference/reference-markdown.ts";
import { contentsHtml, type Section, sectionsOf } from "./contents.ts";
import { LANGUAGES, type Language, otherLanguage } from "./language.ts";
import { pageHtml } from "./layout.ts";
import { liveHtml } from "./live-page.ts";
import { addressOf, PAGES, type SitePage, shownIn } from "./pages.ts";
import { renderGuide } from "./render-guide.ts";
import { buildScripts } from "./scripts.ts";
import { startHtml } from "./start-page.ts";
import { WORDS } from "./words.ts";

/** What a build of the site works with. */
export interface SiteInput {
  /** The folder of the repository. */
  readonly root: string;
  /** The folder to write the site to; what was there before goes. */
  readonly out: string;
  readonly guides: readonly Guide[];
  /** What the element reference shows. */
  readonly elements: readonly Declaration[];
}

const guideOf = (guides: readonly Guide[], file: string): Guide => {
  const guide = guides.find((one) => one.file === file);
  if (guide === undefined) throw new Error(`no such guide: ${file}`);
  return guide;
};

/** The guide of a page in a language, in the part that is shown there, with what the site adds to it. */
const tokensFor = ({ elements, guides }: SiteInput, page: SitePage, language: Language) => {
  const { source } = shownIn(page, language);
  const part = tokensOf(guideOf(guides, source.file).tokens, source);
  // The first page has its title before its cards.
  const titleEnd =
    page.adds === "start" ? part.findIndex(({ type, tag }) => type === "heading_close" && tag === "h1") : -1;
  const tokens = part.slice(titleEnd + 1);
  if (page.adds !== "elements") return tokens;
  return [...tokens, ...readGuide(source.file, referenceMarkdown(elements, language)).tokens];
};

/** Whether a page shows a heading of a file. Without an anchor: whether it shows the file. */
const shows = (
  input: SiteInput,
  page: SitePage,
  language: Language,
  file: string,
  anchor: string,
): boolean => {
  const { source } = shownIn(page, language);
  if (source.file !== file) return false;
  return (
    anchor === "" ||
    sectionsOf(tokensOf(guideOf(input.guides, file).tokens, source)).some(
      (section) => section.anchor === anchor,
    )
  );
};

/** Where a link of a guide leads: a page in the language of the reader where there is one, else one in the other, else the file. */
const targetFor = (
  input: SiteInput,
  file: string,
  language: Language,
  up: string,
  href: string,
): { readonly address: string; readonly title?: string } => {
  const target = targetOf(file, href);
  if (target === undefined) return { address: href };
  const hash = target.anchor === "" ? "" : `#${target.anchor}`;
  for (const candidate of [language, otherLanguage(language)]) {
    const page = PAGES.find((one) => shows(input, one, candidate, target.file, target.anchor));
    if (page !== undefined)
      return { address: `${up}${addressOf(page, candidate)}${hash}`, title: page.title[candidate] };
  }
  mkdirSync(join(input.out, "files", posix.dirname(target.file)), { recursive: true });
  // With an end that servers give as text.
  const copy = `files/${target.file}${posix.extname(target.file) === "" ? ".txt" : ""}`;
  copyFileSync(join(input.root, target.file), join(input.out, copy));
  return { address: `${up}${copy}` };
};

/** The page's title, where the part of the guide that is shown has none of its own. */
const titleHtml = (page: SitePage, sections: readonly Section[], language: Language): string =>
  sections.some(({ level }) => level === 1) ? "" : `<h1 lang="${language}">${page.title[language]}</h1>\n`;

const writePage = (input: SiteInput, page: SitePage, language: Language): readonly Section[] => {
  const { source, in: written } = shownIn(page, language);
  const up = language === "vi" ? "" : "../";
  const tokens = tokensFor(input, page, language);
  const sections = sectionsOf(tokens);
  const guide = renderGuide(tokens, {
    root: input.root,
    file: source.file,
    language,
    up,
    target: (href) => targetFor(input, source.file, language, up, href),
  });
  const before = titleHtml(page, sections, language) + (page.adds === "start" ? startHtml(language, up) : "");
  const after = page.adds === "live" ? liveHtml(language) : "";
  const contents = page.adds === "start" ? "" : contentsHtml(sections, WORDS.onThisPage[language]);
  const path = join(input.out, addressOf(page, language));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    pageHtml({ page, language, written, file: source.file, before, body: guide + after, contents }),
  );
  return sections;
};

const copyPictures = ({ root, out, guides }: SiteInput): void => {
  mkdirSync(join(out, "pictures"), { recursive: true });
  for (const { file, pictures } of guides)
    for (const { source } of pictures) {
      const path = join(root, posix.join(posix.dirname(file), decodeURI(source)));
      copyFileSync(path, join(out, "pictures", basename(path)));
    }
};

/** Builds the site from guides that hold (`allProblems` has none). Returns how many pages there are. */
export const buildSite = async (input: SiteInput): Promise<number> => {
  rmSync(input.out, { recursive: true, force: true });
  mkdirSync(join(input.out, "assets"), { recursive: true });
  for (const language of LANGUAGES) {
    const entries = PAGES.flatMap((page) =>
      writePage(input, page, language).map(({ anchor, title, text }) => ({
        address: `${addressOf(page, language)}${anchor === "" ? "" : `#${anchor}`}`,
        page: page.title[language],
        title,
        text,
      })),
    ).map((entry, id) => ({ id, ...entry }));
    writeFileSync(join(input.out, `search-${language}.json`), JSON.stringify(entries));
  }
  copyPictures(input);
  await buildScripts(input.out);
  return PAGES.length * LANGUAGES.length;
};
