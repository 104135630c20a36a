import type { Problem } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import type { LanguageController } from "../language/language-controller.ts";
import { iconWarning } from "../theme/icons.ts";
import { notice } from "../theme/notice.ts";
import { careFormMessages } from "./care-form.messages.ts";
import type { DraftState } from "./draft-saver.ts";
import type { FormLock } from "./form-lock.ts";

/** Whether something was entered here that is saved nowhere: it stays in sight until the user goes on. */
export const holdsUnsaved = (lock: FormLock | undefined, draft: DraftState): boolean =>
  lock?.reason === "saved-elsewhere" && draft.state !== "clean" && draft.state !== "saved";

export interface SavedElsewhereView {
  readonly now: number;
  readonly draft: DraftState;
  /** Why the newest draft could not be opened. */
  readonly problem: Problem | undefined;
  readonly open: (event: Event) => void;
  readonly leave: (event: Event) => void;
}

/** The form was filled in further in another window: what it says now is there, and is opened here when wanted. */
export const savedElsewhereState = (
  words: LanguageController,
  lock: FormLock & { readonly reason: "saved-elsewhere" },
  view: SavedElsewhereView,
): TemplateResult => {
  const text = words.of(careFormMessages);
  return notice(
    "caution",
    iconWarning(),
    text.savedElsewhere,
    html`<p>${text.savedElsewhereHow(words.dates.moment(lock.savedAt, view.now))}</p>
      ${holdsUnsaved(lock, view.draft) ? html`<p part="unsaved">${text.unsavedHere}</p>` : nothing}
      ${view.problem === undefined ? nothing : html`<p role="alert">${text.failed}: ${words.explain(view.problem)}</p>`}`,
    html`<button type="button" part="newest" @click=${view.open}>${text.openNewest}</button>
      <button type="button" class="quiet" part="leave" @click=${view.leave}>${text.leave}</button>`,
  );
};
