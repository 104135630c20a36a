import type { Language } from "./language.ts";
import { addressOf, GROUPS, PAGES } from "./pages.ts";
import { WORDS } from "./words.ts";

/** The first page's way in: one card for each kind of user, with the pages that they read. */
export const startHtml = (language: Language, up: string): string => {
  const cards = Object.entries(GROUPS).map(([group, title]) => {
    const pages = PAGES.filter((page) => page.group === group);
    const links = pages
      .map((page) => `<li><a href="${up}${addressOf(page, language)}">${page.title[language]}</a></li>`)
      .join("");
    return `<section class="card"><h2>${title[language]}</h2><ul>${links}</ul></section>`;
  });
  return `<div lang="${language}"><p class="lead">${WORDS.tagline[language]}</p><div class="cards">${cards.join("")}</div></div>\n`;
};
