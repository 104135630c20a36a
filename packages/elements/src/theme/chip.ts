import { html, type TemplateResult } from "lit";
import type { Tone } from "./notice.ts";

/** A small label with an icon. */
export const chip = (tone: Tone, icon: TemplateResult, word: string): TemplateResult =>
  html`<span class="chip ${tone}">${icon}<span class="word">${word}</span></span>`;
