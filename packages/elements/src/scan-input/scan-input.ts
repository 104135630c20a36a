import type { Problem } from "@cadre-care/domain";
import { css, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { CadreElement } from "../care/cadre-element.ts";
import { CadreScanEvent } from "../events/events.ts";
import { blocks } from "../theme/blocks.styles.ts";
import { controls } from "../theme/controls.styles.ts";
import { iconScan } from "../theme/icons.ts";
import { tokens } from "../theme/tokens.styles.ts";
import { lineStyles } from "./line.styles.ts";
import { scanMessages } from "./scan-input.messages.ts";

export type * from "../events/events.ts";

/**
 * Takes a code from a scanner that types (keyboard wedge) or from a person. It swallows the Enter that ends a scan in
 * its own field, so that it never submits a form around it, and no other key. After a problem the text stays, selected.
 *
 * @slot said - what is said of the last scan, in a line that is `answered`
 * @fires {CadreScanEvent} cadre-scan - a code came; `text` is exactly what was scanned or typed
 * @csspart input - the field
 * @csspart check - the button
 */
export class CadreScanInput extends CadreElement {
  static override shadowRootOptions: ShadowRootInit = { mode: "open", delegatesFocus: true };
  static override styles = [
    tokens,
    controls,
    blocks,
    css`
      :host {
        display: block;
      }
      .line {
        display: flex;
        gap: 8px;
      }
      .line button {
        white-space: nowrap;
      }
      .wrong {
        color: var(--_urgent);
        font-weight: 600;
      }
    `,
    lineStyles,
  ];
  static override properties: PropertyDeclarations = {
    problem: { attribute: false },
    line: { type: Boolean, reflect: true },
    answered: { type: Boolean },
    missing: { state: true },
  };

  /** Why the last code led nowhere, and what to do. */
  problem: Problem | undefined;

  /** One line of at most 54 px, for a strip: label and hint, or what is said of the last scan, beside the field. */
  line = false;

  /** In a line: what stands in the slot `said` is shown in place of label and hint. */
  answered = false;

  private missing = false;

  get #input(): HTMLInputElement {
    const input = this.renderRoot.querySelector("input");
    if (input === null) throw new Error("not drawn yet");
    return input;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const typing = this.shadowRoot?.activeElement === this.#input;
    if (changed.has("problem") && this.problem !== undefined && typing) this.#input.select();
  }

  /** Empties the field for the next code. `taken`: only while it still holds that text, and not the next one already. */
  clear(taken?: string): void {
    if (taken !== undefined && this.#input.value !== taken) return;
    this.#input.value = "";
    this.problem = undefined;
  }

  #send(): void {
    const text = this.#input.value;
    this.missing = text.trim() === "";
    if (this.missing) return;
    this.problem = undefined;
    this.#input.select();
    this.dispatchEvent(new CadreScanEvent(text));
  }

  protected override render(): TemplateResult {
    const text = this.words.of(scanMessages);
    const problem = this.missing
      ? text.empty
      : this.problem === undefined
        ? undefined
        : this.words.explain(this.problem);
    const send = this.acting(() => this.#send());
    const keydown = (event: KeyboardEvent): void => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.isTrusted || !this.requireTrusted) this.#send();
    };
    const said = this.line && this.answered && problem === undefined;
    const aside = this.line && problem !== undefined;
    return html`
      <div class="field">
        <label for="code" class=${said ? "unseen" : ""}>${text.label}</label>
        ${this.line ? html`<slot name="said" ?hidden=${!said}></slot>` : nothing}
        <div class="line">
          <input
            id="code"
            part="input"
            type="text"
            maxlength="4000"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-invalid=${problem === undefined ? "false" : "true"}
            aria-describedby=${problem === undefined ? "hint" : "hint wrong"}
            @keydown=${keydown}
          />
          <button type="button" part="check" @click=${send}>${iconScan()}<span>${text.check}</span></button>
        </div>
        <p class=${said || aside ? "hint unseen" : "hint"} id="hint">${text.hint}</p>
        ${problem === undefined ? nothing : html`<p class="wrong" id="wrong" role="alert">${problem}</p>`}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cadre-scan-input": CadreScanInput;
  }
}
