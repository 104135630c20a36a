import { html, type SVGTemplateResult, type TemplateResult } from "lit";

/** Draws a line icon. Icons never stand alone: a word is always beside them, so they are hidden from readers. */
export const icon = (shape: SVGTemplateResult, more = ""): TemplateResult =>
  html`<svg class="icon ${more}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`;
