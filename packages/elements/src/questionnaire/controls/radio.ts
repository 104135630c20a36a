import { html, nothing } from "lit";
import type { Control } from "./control.ts";

/** A few choices in a row, each in reach of one key. Pressing the chosen one again takes it back. */
export const radioControl: Control = (view) => {
  const chosen = view.chosenOptions;
  return html`<div class=${view.upright ? "pick down" : "pick"} role="presentation">
    ${view.options.map(
      (option, place) => html`<label>
        <input
          type="radio"
          id=${place === 0 ? view.idOf(0) : nothing}
          name=${view.idOf(0)}
          autocomplete="off"
          ?disabled=${view.readOnly}
          .checked=${chosen.has(place)}
          @click=${view.onPick(place)}
        /><span>${option.label}</span>
      </label>`,
    )}
  </div>`;
};
