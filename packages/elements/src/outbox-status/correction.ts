import type { OutboxFieldView } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { LanguageController } from "../language/language-controller.ts";
import { fieldLabel } from "./field-label.ts";
import { type MomentText, momentText, readMoment } from "./moment-text.ts";
import { openedEntryMessages } from "./opened-entry.messages.ts";
import type { OpenedEntry } from "./opened-entry.ts";

const correctable = (opened: OpenedEntry): readonly OutboxFieldView[] =>
  (opened.details?.fields ?? []).filter(({ input }) => input !== "none");

/** What stands in the field now; undefined for a moment that is none. */
const present = (opened: OpenedEntry, field: OutboxFieldView): string | undefined => {
  const { draft } = opened;
  if (field.input !== "moment") return draft.values.get(field.id) ?? field.value;
  const typed = draft.moments.get(field.id) ?? momentText(field.value);
  const before = momentText(field.value);
  return typed.day === before.day && typed.time === before.time ? field.value : readMoment(typed);
};

/** The values that a person changed, by field; undefined while one of them cannot be read. */
export const correctedValues = (opened: OpenedEntry): Readonly<Record<string, string>> | undefined => {
  const changed: Record<string, string> = {};
  for (const field of correctable(opened)) {
    const value = present(opened, field);
    if (value === undefined) return undefined;
    if (value !== field.value) changed[field.id] = value;
  }
  return changed;
};

const typed =
  (write: (value: string) => void) =>
  ({ target }: Event): void => {
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) write(target.value);
  };

const textField = (opened: OpenedEntry, field: OutboxFieldView, id: string): TemplateResult => html`
  <input
    id=${id}
    type="text"
    autocomplete="off"
    .value=${live(opened.draft.values.get(field.id) ?? field.value)}
    @input=${typed((value) => {
      opened.draft.values.set(field.id, value);
      opened.changed();
    })}
  />
`;

const choiceField = (
  opened: OpenedEntry,
  field: OutboxFieldView,
  id: string,
  words: LanguageController,
): TemplateResult => {
  const value = opened.draft.values.get(field.id) ?? field.value;
  const choices = field.choices ?? [];
  const known = choices.some((choice) => choice.value === value);
  return html`
    <select
      id=${id}
      autocomplete="off"
      @change=${typed((chosen) => {
        opened.draft.values.set(field.id, chosen);
        opened.changed();
      })}
    >
      ${known ? nothing : html`<option value=${value} selected>${value}</option>`}
      ${choices.map(
        (choice) =>
          html`<option value=${choice.value} ?selected=${choice.value === value}>${words.say(choice.label)}</option>`,
      )}
    </select>
  `;
};

const momentField = (
  opened: OpenedEntry,
  field: OutboxFieldView,
  id: string,
  words: LanguageController,
): TemplateResult => {
  const text = words.of(openedEntryMessages);
  const value = opened.draft.moments.get(field.id) ?? momentText(field.value);
  const wrong = opened.draft.tried && present(opened, field) === undefined;
  const part = (name: keyof MomentText, label: string, hint: string): TemplateResult => html`
    <div class="field">
      <label for=${`${id}-${name}`}>${label} <span class="hint">${hint}</span></label>
      <input
        id=${`${id}-${name}`}
        type="text"
        inputmode="numeric"
        autocomplete="off"
        aria-invalid=${wrong ? "true" : "false"}
        aria-describedby=${wrong ? `${id}-wrong` : nothing}
        .value=${live(value[name])}
        @input=${typed((entered) => {
          const now = opened.draft.moments.get(field.id) ?? value;
          opened.draft.moments.set(field.id, { ...now, [name]: entered });
          opened.changed();
        })}
      />
    </div>
  `;
  return html`
    <fieldset class="moment">
      <legend>${fieldLabel(field, words)}</legend>
      ${part("day", text.day, text.dayHow)} ${part("time", text.time, text.timeHow)}
      ${wrong ? html`<p class="wrong" role="alert" id=${`${id}-wrong`}>${text.badMoment}</p>` : nothing}
    </fieldset>
  `;
};

/** The fields that a person may correct, each with its own words. No form around them (DESIGN rule 4). */
export const correctionFields = (opened: OpenedEntry, words: LanguageController): TemplateResult => {
  const field = (one: OutboxFieldView, index: number): TemplateResult => {
    const id = `field-${index}`;
    if (one.input === "moment") return momentField(opened, one, id, words);
    return html`
      <div class="field">
        <label for=${id}>${fieldLabel(one, words)}</label>
        ${one.input === "choice" ? choiceField(opened, one, id, words) : textField(opened, one, id)}
      </div>
    `;
  };
  return html`${correctable(opened).map(field)}`;
};
