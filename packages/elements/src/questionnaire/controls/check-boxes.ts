import { html, nothing } from "lit";
import type { Control } from "./control.ts";

/** Choices of which several may hold. */
export const checkBoxesControl: Control = (view) => {
  const chosen = view.chosenOptions;
  return html`<div class=${view.upright ? "pick down" : "pick"} role="presentation">
    ${view.options.map(
      (option, place) => html`<label>
        <input
          type="checkbox"
          id=${place === 0 ? view.idOf(0) : nothing}
          autocomplete="off"
          ?disabled=${view.readOnly}
          .checked=${chosen.has(place)}
          @change=${view.onToggle(place)}
        /><span>${option.label}</span>
      </label>`,
    )}
  </div>`;
};
