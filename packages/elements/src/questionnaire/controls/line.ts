import { html } from "lit";
import { byHand } from "./by-hand.ts";
import type { Control } from "./control.ts";
import { field, type LineHints } from "./field.ts";

/** One line of typed text. What was typed stays as it is until the field is left; then the engine tidies it. */
export const line =
  (hints: (view: Parameters<Control>[0]) => LineHints = () => ({})): Control =>
  (view, index) =>
    html`<input type="text" autocomplete="off" spellcheck="false" ${byHand((input) => field(input, view, index, hints(view)))} />`;
