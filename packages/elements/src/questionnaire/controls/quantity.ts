import { html, nothing } from "lit";
import { questionnaireMessages } from "../questionnaire.messages.ts";
import type { Control } from "./control.ts";
import { line } from "./line.ts";
import { numberControl } from "./number.ts";

const digits = line(() => ({ inputMode: "decimal" }));

/** quantity: a number with its unit, or with units to choose from. */
export const quantityControl: Control = (view, index) => {
  const units = view.unitOptions;
  if (units.length === 0) return numberControl(view, index);
  const chosen = view.unitOf(index);
  return html`<div class="measure">
    ${digits(view, index)}
    <select
      autocomplete="off"
      aria-label=${view.words.of(questionnaireMessages).unit(view.label)}
      ?disabled=${view.readOnly}
      @change=${view.onUnit(index)}
    >
      ${chosen === undefined ? html`<option value="-1" selected></option>` : nothing}
      ${units.map(
        (unit, place) =>
          html`<option value=${place} .selected=${unit.code === chosen}>
            ${unit.display ?? unit.code ?? ""}
          </option>`,
      )}
    </select>
  </div>`;
};
