import type { OpenedForm, Problem } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import type { LanguageController } from "../language/language-controller.ts";
import { chip } from "../theme/chip.ts";
import { iconOffline, iconReading, iconSaved, iconWarning } from "../theme/icons.ts";
import { notice } from "../theme/notice.ts";
import { careFormMessages } from "./care-form.messages.ts";
import type { DraftState } from "./draft-saver.ts";

/** Whether the draft is safe, in one line. */
export const draftLine = (
  words: LanguageController,
  draft: DraftState,
  resumedFrom: string | undefined,
  now: number,
): TemplateResult | typeof nothing => {
  const text = words.of(careFormMessages);
  switch (draft.state) {
    case "saved":
      return chip("good", iconSaved(), text.saved(words.dates.moment(draft.savedAt, now)));
    case "saving":
      return chip("plain", iconReading(), text.saving);
    case "waiting":
      return chip("plain", iconReading(), text.unsaved);
    case "failed":
      return notice("urgent", iconWarning(), text.notSaved, words.explain(draft.problem));
    case "clean":
      return resumedFrom === undefined
        ? nothing
        : chip("plain", iconSaved(), text.resumed(words.dates.moment(resumedFrom, now)));
  }
};

/** What stands beside the submit button: who the form is about, whether it is safe, what went wrong. */
export interface FootView {
  readonly opened: OpenedForm;
  readonly draft: DraftState;
  readonly now: number;
  readonly offline: boolean;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  /** Blocking issues that a submission just met. */
  readonly blocked: number | undefined;
  /** A submission was not taken, for its button had not been seen long enough. */
  readonly unseen: boolean;
  /** Goes on where the form can be submitted; undefined where that is here. */
  readonly elsewhere: ((event: Event) => void) | undefined;
  readonly submit: (event: Event) => void;
}

/** Identity and submit button together, so that nobody submits without having the name before their eyes (DESIGN 6). */
export const formFoot = (words: LanguageController, view: FootView): TemplateResult => {
  const text = words.of(careFormMessages);
  const { person } = view.opened;
  return html`
    <div role="status" part="draft">${draftLine(words, view.draft, view.opened.opening.savedAt, view.now)}</div>
    ${view.offline ? html`<p class="offline">${iconOffline()} ${text.offline}</p>` : nothing}
    <div class="row spread">
      <p class="who" part="identity">
        <span class="soft">${text.who}</span>
        <strong>${person.name}</strong>
        <span class="number">${text.born} ${words.dates.date(person.birthDate)}</span>
      </p>
      <button
        type="button"
        part="submit"
        class="primary"
        aria-disabled=${view.busy ? "true" : "false"}
        @click=${view.elsewhere ?? view.submit}
      >
        ${view.elsewhere === undefined ? (view.busy ? text.submitting : text.submit) : text.elsewhere}
      </button>
    </div>
    <div role="alert">${view.unseen ? html`<p class="blocked">${text.unseen}</p>` : nothing}${
      view.blocked === undefined ? nothing : html`<p class="blocked">${text.blocked(view.blocked)}</p>`
    }${
      view.problem === undefined
        ? nothing
        : notice("urgent", iconWarning(), text.notSubmitted, words.explain(view.problem))
    }</div>
  `;
};
