import type { CareService, OutboxAction, OutboxEntryDetails, OutboxView, Result } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { LanguageController } from "../language/language-controller.ts";
import { correctedValues, correctionFields } from "./correction.ts";
import { openedEntryMessages } from "./opened-entry.messages.ts";
import type { OpenedEntry } from "./opened-entry.ts";
import { versions } from "./versions.ts";

/** What the element does when a person decides. */
export interface Handler {
  readonly words: LanguageController;
  readonly now: number;
  /** Wraps a handler of a click, as `CadreElement.acting` does. */
  readonly acting: (act: () => void) => (event: Event) => void;
  readonly start: (action: OutboxAction | undefined) => void;
  readonly act: (action: OutboxAction, ask: (care: CareService) => Promise<Result<OutboxView>>) => void;
}

const NOTE_LENGTH = 2_000;

const frame = (
  handler: Handler,
  opened: OpenedEntry,
  words: { readonly title: string; readonly how: string; readonly submit: string },
  content: TemplateResult,
  submit: () => void,
): TemplateResult => {
  const text = handler.words.of(openedEntryMessages);
  return html`
    <div class="handling stack" role="group" aria-labelledby="handling-title">
      <h4 id="handling-title" tabindex="-1">${words.title}</h4>
      <p class="hint">${words.how}</p>
      ${content}
      <div class="row">
        <button type="button" class="primary" part="submit" aria-disabled=${opened.busy ? "true" : "false"} @click=${handler.acting(submit)}>
          ${opened.busy ? text.working : words.submit}
        </button>
        <button type="button" part="back" @click=${handler.acting(() => handler.start(undefined))}>${text.cancel}</button>
      </div>
    </div>
  `;
};

const mistake = (words: string | undefined): TemplateResult =>
  html`<div role="alert">${words === undefined ? nothing : html`<p class="wrong" id="mistake">${words}</p>`}</div>`;

const correction = (opened: OpenedEntry, handler: Handler, id: string): TemplateResult => {
  const text = handler.words.of(openedEntryMessages);
  const values = correctedValues(opened);
  const unchanged = values !== undefined && Object.keys(values).length === 0;
  return frame(
    handler,
    opened,
    { title: text.correctTitle, how: text.correctHow, submit: text.saveAndSend },
    html`
      ${correctionFields(opened, handler.words)} ${mistake(opened.draft.tried && unchanged ? text.unchanged : undefined)}
    `,
    () => {
      opened.draft.tried = true;
      opened.changed();
      if (values !== undefined && !unchanged) handler.act("correct", (care) => care.correctEntry(id, values));
    },
  );
};

const choice = (opened: OpenedEntry, handler: Handler, details: OutboxEntryDetails): TemplateResult => {
  const text = handler.words.of(openedEntryMessages);
  const { draft } = opened;
  const option = (which: "mine" | "theirs", label: string, how: string): TemplateResult => html`
    <label class="check">
      <input
        type="radio"
        name="version"
        autocomplete="off"
        .checked=${live(draft.choice === which)}
        @change=${() => {
          draft.choice = which;
          opened.changed();
        }}
      />
      <span><strong>${label}</strong><span class="hint block">${how}</span></span>
    </label>
  `;
  return frame(
    handler,
    opened,
    { title: text.chooseTitle, how: text.chooseHow, submit: text.confirmChoice },
    html`
      ${versions(details.fields, details.theirs ?? [], handler.words, handler.now)}
      <fieldset>
        <legend>${text.choose}</legend>
        ${option("mine", text.keepMine, text.keepMineHow)} ${option("theirs", text.keepTheirs, text.keepTheirsHow)}
      </fieldset>
      ${mistake(draft.tried && draft.choice === undefined ? text.chooseFirst : undefined)}
    `,
    () => {
      const { choice: chosen } = draft;
      draft.tried = true;
      opened.changed();
      if (chosen !== undefined) handler.act("choose", (care) => care.chooseVersion(details.entry.id, chosen));
    },
  );
};

const handOver = (opened: OpenedEntry, handler: Handler, id: string): TemplateResult => {
  const text = handler.words.of(openedEntryMessages);
  const { draft } = opened;
  const missing = draft.tried && draft.note.trim() === "";
  return frame(
    handler,
    opened,
    { title: text.handOverTitle, how: text.handOverHow, submit: text.sendHandOver },
    html`
      <div class="field">
        <label for="note">${text.note}</label>
        <textarea
          id="note"
          rows="3"
          maxlength=${NOTE_LENGTH}
          autocomplete="off"
          aria-describedby=${missing ? "note-how mistake" : "note-how"}
          aria-invalid=${missing ? "true" : "false"}
          .value=${live(draft.note)}
          @input=${({ target }: Event) => {
            if (target instanceof HTMLTextAreaElement) draft.note = target.value;
            opened.changed();
          }}
        ></textarea>
        <p class="hint" id="note-how">${text.noteHow}</p>
      </div>
      ${mistake(missing ? text.noteMissing : undefined)}
    `,
    () => {
      const note = draft.note.trim();
      draft.tried = true;
      opened.changed();
      if (note !== "") handler.act("hand-over", (care) => care.handOverEntry(id, note));
    },
  );
};

/** What a person is doing about the open entry, or the choice of what to do. */
export const entryHandling = (
  opened: OpenedEntry,
  details: OutboxEntryDetails,
  handler: Handler,
): TemplateResult => {
  const { id, actions } = details.entry;
  switch (opened.handling) {
    case "correct":
      return correction(opened, handler, id);
    case "choose":
      return choice(opened, handler, details);
    case "hand-over":
      return handOver(opened, handler, id);
    default:
      return actions.length === 0 ? html`${nothing}` : choices(opened, handler, details);
  }
};

const choices = (opened: OpenedEntry, handler: Handler, { entry }: OutboxEntryDetails): TemplateResult => {
  const text = handler.words.of(openedEntryMessages);
  const words: Readonly<Record<OutboxAction, string>> = {
    choose: text.choose,
    correct: text.correct,
    resend: text.resend,
    "hand-over": text.handOver,
  };
  const inOrder = (["choose", "correct", "resend", "hand-over"] as const).filter((action) =>
    entry.actions.includes(action),
  );
  const press = (action: OutboxAction): void => {
    if (action === "resend") handler.act(action, (care) => care.resendEntry(entry.id));
    else handler.start(action);
  };
  return html`
    <div class="row actions">
      ${inOrder.map(
        (action, index) => html`
          <button
            type="button"
            class=${index === 0 ? "primary" : ""}
            part=${action}
            data-action=${action}
            aria-disabled=${opened.busy ? "true" : "false"}
            @click=${handler.acting(() => press(action))}
          >
            ${words[action]}
          </button>
        `,
      )}
    </div>
  `;
};
