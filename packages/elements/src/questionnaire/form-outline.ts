import { html, nothing, type TemplateResult } from "lit";
import type { LanguageController } from "../language/language-controller.ts";
import type { SectionTally } from "./form-tally.ts";
import { questionnaireMessages } from "./questionnaire.messages.ts";

export interface OutlineEntry {
  readonly title: string;
  readonly tally: SectionTally;
  readonly here: boolean;
  readonly jump: () => void;
}

/** The sections with their progress; where there is little room, behind a button. */
export const formOutline = (
  words: LanguageController,
  whole: SectionTally,
  entries: readonly OutlineEntry[],
  open: boolean,
  toggle: () => void,
): TemplateResult | typeof nothing => {
  if (entries.length < 2) return nothing;
  const text = words.of(questionnaireMessages);
  const entry = ({ title, tally, here, jump }: OutlineEntry): TemplateResult => html`<li>
    <button
      type="button"
      class=${here ? "jump here" : "jump"}
      aria-current=${here ? "true" : nothing}
      @click=${jump}
    >
      <span>${title}</span>
      ${
        tally.total === 0
          ? nothing
          : html`<span class=${tally.answered === tally.total ? "progress full" : "progress"}
              ><span aria-hidden="true">${text.progress(tally.answered, tally.total)}</span
              ><span class="unseen">${text.progressSaid(tally.answered, tally.total)}</span></span
            >`
      }
    </button>
  </li>`;
  return html`<nav class="outline" part="outline" aria-label=${text.outline}>
    <button type="button" class="show small" aria-expanded=${open ? "true" : "false"} @click=${toggle}>
      ${text.outlineShow(whole.answered, whole.total)}
    </button>
    <ol class=${open ? "open" : ""}>
      ${entries.map(entry)}
    </ol>
  </nav>`;
};
