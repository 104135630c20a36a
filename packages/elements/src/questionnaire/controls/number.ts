import { html } from "lit";
import type { Control } from "./control.ts";
import { line } from "./line.ts";

const digits = line(() => ({ inputMode: "decimal" }));

/** decimal, integer: typed with comma or point, with its unit beside it where it has one. */
export const numberControl: Control = (view, index) =>
  view.unit === undefined
    ? digits(view, index)
    : html`<div class="measure">${digits(view, index)}<span class="unit">${view.unit}</span></div>`;
