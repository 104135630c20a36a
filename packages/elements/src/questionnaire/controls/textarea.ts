import { html, nothing } from "lit";
import type { Control } from "./control.ts";

/** Characters of a line, about; only where the browser cannot size a field by its content. */
const LINE = 60;
const sizesItself = typeof CSS !== "undefined" && CSS.supports("field-sizing", "content");

const rowsFor = (text: string): number =>
  Math.min(
    12,
    text.split("\n").reduce((rows, part) => rows + 1 + Math.floor(part.length / LINE), 0),
  );

/** text: several lines. Enter goes on to the next item; Shift+Enter makes a line. */
export const textareaControl: Control = (view, index) => {
  const text = view.textOf(index);
  return html`<textarea
    id=${view.idOf(index)}
    rows=${sizesItself ? 1 : rowsFor(text)}
    autocomplete="off"
    placeholder=${view.entryFormat ?? nothing}
    aria-label=${view.answerLabel(index) ?? nothing}
    aria-required=${view.required ? "true" : nothing}
    aria-invalid=${view.invalid ? "true" : nothing}
    aria-describedby=${view.describedBy ?? nothing}
    ?readonly=${view.readOnly}
    .value=${text}
    @input=${view.onInput(index)}
    @change=${view.onChange(index)}
  ></textarea>`;
};
