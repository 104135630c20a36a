import type { FormState } from "@cadre-care/forms/on-demand";
import { html, nothing, type TemplateResult } from "lit";
import type { LanguageController } from "../language/language-controller.ts";
import { iconWarning } from "../theme/icons.ts";
import { notice } from "../theme/notice.ts";
import { questionnaireMessages } from "./questionnaire.messages.ts";

/** What is wrong with the form itself; it can be filled in nevertheless. */
export const formWarnings = (form: FormState, words: LanguageController): TemplateResult | typeof nothing => {
  const { problems } = form;
  if (problems.length === 0) return nothing;
  const text = words.of(questionnaireMessages);
  return notice(
    "caution",
    iconWarning(),
    text.warned,
    html`<details><summary>${text.details}</summary>
      ${problems.map(({ problem }) => html`<p>${words.explain(problem)}</p>`)}
    </details>`,
  );
};

/** The keys of a form, on demand. */
export const keyMap = (words: LanguageController): TemplateResult => {
  const text = words.of(questionnaireMessages);
  return html`<details class="keys">
    <summary>${text.keys}</summary>
    <dl>
      ${text.keyMap.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}
    </dl>
  </details>`;
};
