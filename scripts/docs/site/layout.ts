import { escaped } from "./escape.ts";
import { type Language, otherLanguage } from "./language.ts";
import { addressOf, GROUPS, PAGES, type SitePage } from "./pages.ts";
import { WORDS } from "./words.ts";

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

const navigation = (here: SitePage, language: Language, up: string): string => {
  const link = (page: SitePage): string =>
    `<li><a href="${up}${addressOf(page, language)}"${page === here ? ' aria-current="page"' : ""}>${page.title[language]}</a></li>`;
  return Object.entries(GROUPS)
    .map(([group, title]) => {
      const pages = PAGES.filter((page) => page.group === group);
      return `<h2 id="group-${group}">${title[language]}</h2><ul aria-labelledby="group-${group}">${pages.map(link).join("")}</ul>`;
    })
    .join("\n");
};

const themes = (language: Language): string =>
  [
    ["", WORDS.themeAuto],
    ["light", WORDS.themeLight],
    ["dark", WORDS.themeDark],
  ]
    .map(
      ([value, word]) =>
        `<option value="${value}">${typeof word === "object" ? word[language] : ""}</option>`,
    )
    .join("");

export interface PageContent {
  readonly page: SitePage;
  readonly language: Language;
  /** The language in which the guide itself is written. */
  readonly written: Language;
  /** The guide's file in the repository. */
  readonly file: string;
  /** What the site itself says before the guide. */
  readonly before: string;
  readonly body: string;
  readonly contents: string;
}

/** A whole page. Addresses in it are relative, so that the site works in any folder of a server. */
export const pageHtml = ({ page, language, written, file, before, body, contents }: PageContent): string => {
  const say = (word: keyof typeof WORDS): string => WORDS[word][language];
  const up = language === "vi" ? "" : "../";
  const other = otherLanguage(language);
  const title = page.name === "index" ? say("site") : `${page.title[language]} · ${say("site")}`;
  const note = written === language ? "" : `<p class="note" lang="${language}">${say("onlyIn")}</p>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="${POLICY}">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${up}assets/site.css">
<script src="${up}assets/theme.js"></script>
<script type="module" src="${up}assets/site.js"></script>${page.adds === "live" ? `\n<script type="module" src="${up}assets/live.js"></script>` : ""}
</head>
<body data-up="${up}">
<a class="skip" href="#main">${say("skip")}</a>
<header>
<a class="home" href="${up}${language === "vi" ? "index.html" : "en/index.html"}">${say("site")}</a>
<form role="search" class="search"><input type="search" aria-label="${say("search")}" placeholder="${say("search")}" autocomplete="off" spellcheck="false"
 data-none="${say("none")}" data-failed="${say("failed")}"></form>
<label class="theme"><span>${say("theme")}</span> <select>${themes(language)}</select></label>
<a class="language" hreflang="${other}" lang="${other}" href="${up}${addressOf(page, other)}">${say("switchLanguage")}</a>
</header>
<section class="results" aria-label="${say("results")}" hidden><p role="status"></p><ul></ul></section>
<div class="frame">
<nav class="pages" aria-label="${say("navigation")}"><details open><summary>${say("navigation")}</summary>
${navigation(page, language, up)}
</details></nav>
<main id="main" tabindex="-1">
${note}${before}<article lang="${written}">
${body}</article>
<footer><p>${say("source")}: <code>${escaped(file)}</code>. ${say("synthetic")}</p></footer>
</main>
${contents}
</div>
</body>
</html>
`;
};
