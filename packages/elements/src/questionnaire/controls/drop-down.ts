import { html, nothing } from "lit";
import { questionnaireMessages } from "../questionnaire.messages.ts";
import type { Control } from "./control.ts";

/** More choices than a row holds. */
export const dropDownControl: Control = (view, index) => {
  const chosen = view.optionOf(index);
  return html`<select
    id=${view.idOf(index)}
    autocomplete="off"
    aria-label=${view.answerLabel(index) ?? nothing}
    aria-required=${view.required ? "true" : nothing}
    aria-invalid=${view.invalid ? "true" : nothing}
    aria-describedby=${view.describedBy ?? nothing}
    ?disabled=${view.readOnly}
    @change=${view.onSelect(index)}
  >
    <option value="-1" .selected=${chosen === undefined}>
      ${view.words.of(questionnaireMessages).choose}
    </option>
    ${view.options.map(
      (option, place) => html`<option value=${place} .selected=${place === chosen}>${option.label}</option>`,
    )}
  </select>`;
};
