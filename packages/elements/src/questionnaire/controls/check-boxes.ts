import { html } from "lit";
import type { Control } from "./control.ts";

/** Choices of which several may hold. */
export const checkBoxesControl: Control = (view) => {
  const chosen = view.chosenOptions;
  const name = view.idOf(0);
  return html`<div class=${view.upright ? "pick down" : "pick"} role="presentation">${view.options.map(
    (option, place) =>
      html`<label><input type="checkbox" autocomplete="off" id=${`${name}-${place}`} ?disabled=${view.readOnly} .checked=${chosen.has(place)} @change=${view.onToggle(place)} /><span .textContent=${option.label}></span></label>`,
  )}</div>`;
};
