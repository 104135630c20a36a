import { html, nothing } from "lit";
import type { Control } from "./control.ts";

/** How a line is typed: what keyboard a touch screen shows, and what stands in it while it is empty. */
interface LineHints {
  readonly inputMode?: "numeric" | "decimal" | "url";
  readonly placeholder?: string;
  readonly type?: "url";
}

/** One line of typed text. What was typed stays as it is until the field is left; then the engine tidies it. */
export const line =
  (hints: (view: Parameters<Control>[0]) => LineHints = () => ({})): Control =>
  (view, index) => {
    const { inputMode, placeholder } = hints(view);
    return html`<input type="text" autocomplete="off" spellcheck="false"
      id=${view.idOf(index)}
      inputmode=${inputMode ?? nothing}
      placeholder=${view.entryFormat ?? placeholder ?? nothing}
      aria-label=${view.answerLabel(index) ?? nothing}
      aria-required=${view.required ? "true" : nothing}
      aria-invalid=${view.invalid ? "true" : nothing}
      aria-describedby=${view.describedBy ?? nothing}
      ?readonly=${view.readOnly}
      .value=${view.textOf(index)}
      @input=${view.onInput(index)}
      @change=${view.onChange(index)}
    />`;
  };
