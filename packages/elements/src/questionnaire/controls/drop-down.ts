import { html } from "lit";
import { questionnaireMessages } from "../questionnaire.messages.ts";
import { byHand } from "./by-hand.ts";
import type { Control } from "./control.ts";
import { stated } from "./field.ts";

/** More choices than a row holds. */
export const dropDownControl: Control = (view, index) => {
  const chosen = view.optionOf(index);
  return html`<select
    autocomplete="off"
    ?disabled=${view.readOnly}
    @change=${view.onSelect(index)}
    ${byHand((list) => stated(list, view, index))}
  >
    <option value="-1" .selected=${chosen === undefined}>
      ${view.words.of(questionnaireMessages).choose}
    </option>
    ${view.options.map(
      (option, place) => html`<option value=${place} .selected=${place === chosen}>${option.label}</option>`,
    )}
  </select>`;
};
