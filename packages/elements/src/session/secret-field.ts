import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

export interface SecretField {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly visible: boolean;
  readonly wrong: string | undefined;
  readonly hint?: string;
  readonly disabled: boolean;
  readonly input: (value: string) => void;
  /** Enter was pressed in this field. */
  readonly enter: (event: KeyboardEvent) => void;
}

/**
 * A field for a secret. There is no form around it and no value that the browser may keep: Chromium writes fields of
 * the light DOM and form values into its session file (DESIGN rule 4).
 */
export const secretField = (field: SecretField): TemplateResult => {
  const describedBy = [
    field.hint === undefined ? "" : `${field.id}-hint`,
    field.wrong === undefined ? "" : `${field.id}-wrong`,
  ].join(" ");
  const input = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) field.input(event.target.value);
  };
  const keydown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    field.enter(event);
  };
  return html`
    <div class="field">
      <label for=${field.id}>${field.label}</label>
      <input
        id=${field.id}
        type=${field.visible ? "text" : "password"}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-invalid=${field.wrong === undefined ? "false" : "true"}
        aria-describedby=${describedBy.trim() === "" ? nothing : describedBy.trim()}
        ?disabled=${field.disabled}
        .value=${live(field.value)}
        @input=${input}
        @keydown=${keydown}
      />
      ${field.hint === undefined ? nothing : html`<p class="hint" id=${`${field.id}-hint`}>${field.hint}</p>`}
      ${field.wrong === undefined ? nothing : html`<p class="wrong" role="alert" id=${`${field.id}-wrong`}>${field.wrong}</p>`}
    </div>
  `;
};
