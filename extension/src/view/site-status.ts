import { MACHINE_OFF, type PageView } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import type { pageMessages } from "./messages.ts";

type Texts = (typeof pageMessages)["vi"];

const wordOf = (page: PageView, text: Texts): string => {
  switch (page.state) {
    case "no-site":
      return text.noSite;
    case "reading":
      return text.siteReading;
    case "read":
      return text.siteRead;
    case "not-recognised":
      return text.siteUnknown;
    case "profile-mismatch":
      return text.siteMismatch;
    case "gave-up":
      return text.siteGaveUp;
    case "switched-off":
      return page.problem?.code === MACHINE_OFF ? text.siteOffHere : text.siteOff;
  }
};

/** A page that fits in nothing is told in a few lines. */
const MOST_SAID = 4;

/** What the product makes of the open HIS page, and what to do when it cannot read it. */
export const siteStatus = (
  page: PageView | undefined,
  text: Texts,
  say: (text: { vi: string; en: string }) => string,
): TemplateResult => {
  if (page === undefined) return html`<p class="soft" role="status">${text.siteReading}</p>`;
  const problems = [...(page.problem === undefined ? [] : [page.problem]), ...(page.misfits ?? [])];
  const said = [...new Set(problems.map(({ message }) => say(message)))].slice(0, MOST_SAID);
  return html`
    <p role="status">${page.site === undefined ? nothing : html`<strong>${page.site.name}</strong> · `}${wordOf(page, text)}</p>
    ${said.map((what) => html`<p>${what}</p>`)}
    ${page.state === "read" && page.rowsRead > 0 ? html`<p class="soft">${text.rows(page.rowsRead, page.rowsWithoutIdentifiers)}</p>` : nothing}
  `;
};
