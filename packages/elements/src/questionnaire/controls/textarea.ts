import { html } from "lit";
import { byHand } from "./by-hand.ts";
import type { Control } from "./control.ts";
import { field } from "./field.ts";

/** Characters of a line, about; only where the browser cannot size a field by its content. */
const LINE = 60;
const sizesItself = typeof CSS !== "undefined" && CSS.supports("field-sizing", "content");

const rowsFor = (text: string): number =>
  Math.min(
    12,
    text.split("\n").reduce((rows, part) => rows + 1 + Math.floor(part.length / LINE), 0),
  );

/** text: several lines. Enter goes on to the next item; Shift+Enter makes a line. */
export const textareaControl: Control = (view, index) =>
  html`<textarea rows=${sizesItself ? 1 : rowsFor(view.textOf(index))} autocomplete="off" ${byHand((area) => field(area, view, index))}></textarea>`;
