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

/** The form was filled in further in another window: what it says now is there, and is opened here when wanted. */
export const savedElsewhereState = (
  words: LanguageController,
  lock: FormLock & { readonly reason: "saved-elsewhere" },
  view: { readonly now: number; readonly draft: DraftState; readonly open: (event: Event) => void },
): TemplateResult => {
  const text = words.of(careFormMessages);
  return notice(
    "caution",
    iconWarning(),
    text.savedElsewhere,
    html`<p>${text.savedElsewhereHow(words.dates.moment(lock.savedAt, view.now))}</p>
      ${holdsUnsaved(lock, view.draft) ? html`<p part="unsaved">${text.unsavedHere}</p>` : nothing}`,
    html`<button type="button" part="newest" @click=${view.open}>${text.openNewest}</button>`,
  );
};
