import type { ScanAnswer, ScanView } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import type { LanguageController } from "../language/language-controller.ts";
import { iconDone, iconWarning } from "../theme/icons.ts";
import { iconInfo } from "../theme/icons-of-care.ts";
import { notice } from "../theme/notice.ts";
import { scanAnswerMessages } from "./scan-answer.messages.ts";

/** The scanned person beside the page's patient: two people are called two, with their names where names may stand. */
export const besidePage = (
  view: ScanAnswer,
  names: ScanView["names"],
  words: LanguageController,
): TemplateResult | typeof nothing => {
  const text = words.of(scanAnswerMessages);
  const who = (title: string, name: string | undefined): TemplateResult | typeof nothing =>
    name === undefined ? nothing : html`<dt>${title}</dt><dd>${name}</dd>`;
  const said = (advice: string): TemplateResult => html`
    ${
      names.scanned === undefined && names.page === undefined
        ? nothing
        : html`<dl class="two" part="two">${who(text.scanned, names.scanned)}${who(text.onPage, names.page)}</dl>`
    }
    <p>${advice}</p>
  `;
  switch (view.relation) {
    case "another":
      return notice("caution", iconWarning(), text.another, said(text.anotherHow));
    case "unclear":
      return notice("plain", iconInfo(), text.unclear, said(text.unclearHow));
    case "same":
      return notice("good", iconDone(), text.same);
    case "alone":
      return nothing;
  }
};
