import type { FormDelivery, OpenedForm, Problem } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import type { LanguageController } from "../language/language-controller.ts";
import { iconConflict, iconDone, iconLocked, iconNobody, iconReading, iconWarning } from "../theme/icons.ts";
import { iconInfo } from "../theme/icons-of-care.ts";
import { notice } from "../theme/notice.ts";
import { careFormMessages } from "./care-form.messages.ts";
import type { DraftState } from "./draft-saver.ts";
import type { FormLock } from "./form-lock.ts";

type Press = (event: Event) => void;

export const openingState = (words: LanguageController, slow: boolean): TemplateResult => {
  const text = words.of(careFormMessages);
  return notice("plain", iconReading(), slow ? text.slow : text.opening);
};

export const nobodyState = (words: LanguageController): TemplateResult => {
  const text = words.of(careFormMessages);
  return notice("plain", iconNobody(), text.nobody, text.nobodyHow);
};

export const failedState = (words: LanguageController, problem: Problem, retry: Press): TemplateResult => {
  const text = words.of(careFormMessages);
  const again = html`<button type="button" part="retry" @click=${retry}>${text.retry}</button>`;
  return notice("urgent", iconWarning(), text.failed, words.explain(problem), again);
};

/** The user is done with the form, and may open it again. */
export const closedState = (
  words: LanguageController,
  how: "left" | "discarded",
  again: Press,
): TemplateResult => {
  const text = words.of(careFormMessages);
  const open = html`<button type="button" part="again" @click=${again}>${text.again}</button>`;
  return notice("plain", iconInfo(), text[how], nothing, open);
};

/** What became of a submitted form; a parked one needs a person. */
export const submittedState = (
  words: LanguageController,
  delivery: FormDelivery,
  close: Press,
  print: Press,
): TemplateResult => {
  const text = words.of(careFormMessages);
  const parked = delivery === "parked";
  return notice(
    parked ? "caution" : "good",
    parked ? iconWarning() : iconDone(),
    parked ? text.parked : text.submitted,
    text.delivery[delivery] ?? "",
    html`
      <button type="button" part="close" @click=${close}>${text.close}</button>
      <button type="button" part="print" @click=${print}>${text.print}</button>
    `,
  );
};

/** Where the values of earlier exams come from, unless it is the board's present word: nothing is made up for them. */
export const earlierState = (
  words: LanguageController,
  { previousSource }: Pick<OpenedForm, "previousSource">,
): TemplateResult | typeof nothing => {
  const text = words.of(careFormMessages);
  if (previousSource === "board") return nothing;
  const kept = previousSource === "kept";
  return html`<div part="earlier">${
    kept
      ? notice("plain", iconInfo(), text.earlierKept, text.earlierKeptHow)
      : notice("caution", iconWarning(), text.earlierAway, text.earlierAwayHow)
  }</div>`;
};

/** The session is locked, and no form is open. */
export const lockedSession = (words: LanguageController): TemplateResult => {
  const text = words.of(careFormMessages);
  return notice("plain", iconLocked(), text.sessionLocked, text.sessionLockedHow);
};

/** What a user can do while the page shows another patient. */
export interface LockedActions {
  readonly leave: Press;
  /** Absent where no draft is discarded. */
  readonly discard: Press | undefined;
  /** The user was asked whether to discard for good. */
  readonly sure: boolean;
  readonly discardYes: Press;
  readonly discardNo: Press;
  /** Why the draft could not be discarded. */
  readonly problem: Problem | undefined;
  readonly draft: DraftState;
}

/** Why the form is closed, with both names where it is the patient. */
export const lockedState = (
  words: LanguageController,
  lock: Exclude<FormLock, { readonly reason: "saved-elsewhere" }>,
  { person }: OpenedForm,
  actions: LockedActions,
): TemplateResult => {
  const text = words.of(careFormMessages);
  if (lock.reason === "session-locked") return lockedSession(words);
  const named = (name: string, birthDate: string | undefined): TemplateResult =>
    birthDate === undefined
      ? html`${name}`
      : html`${name} <span class="number">· ${words.dates.date(birthDate)}</span>`;
  const { patient } = lock;
  const { discard } = actions;
  const sure = actions.sure && discard !== undefined;
  return notice(
    "urgent",
    iconConflict(),
    text.patientChanged,
    html`
      <dl class="two" part="two">
        <dt>${text.formOf}</dt>
        <dd>${named(person.name, person.birthDate)}</dd>
        <dt>${text.pageOf}</dt>
        <dd>${patient === undefined ? text.someoneElse : named(patient.name, patient.birthDate)}</dd>
      </dl>
      <p>${sure ? text.discardSure : text.patientChangedHow}</p>
      ${
        actions.draft.state === "failed"
          ? html`<p role="alert" part="unsaved">${text.notSaved} ${words.explain(actions.draft.problem)}</p>`
          : nothing
      }
      ${
        actions.problem === undefined
          ? nothing
          : html`<p role="alert">${text.notDiscarded}: ${words.explain(actions.problem)}</p>`
      }
    `,
    sure
      ? html`
          <button type="button" part="discard-yes" @click=${actions.discardYes}>${text.discardYes}</button>
          <button type="button" part="discard-no" @click=${actions.discardNo}>${text.discardNo}</button>
        `
      : html`
          <button type="button" part="leave" @click=${actions.leave}>${text.leave}</button>
          ${
            discard === undefined
              ? nothing
              : html`<button type="button" class="quiet" part="discard" @click=${discard}>${text.discard}</button>`
          }
        `,
  );
};
