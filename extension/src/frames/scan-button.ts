import type { Language } from "@cadre-care/domain";
import { controls, iconScan, signs, tokens } from "@cadre-care/elements";
import { css, html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { narrowWords } from "./narrow-words.styles.ts";
import { scanModeMessages } from "./scan.messages.ts";

/** The strip's second button, the same for every patient. Only a real click or key counts. */
export class ScanButton extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { mode: "open", delegatesFocus: true };
  static override properties: PropertyDeclarations = { language: {} };
  static override styles = [
    tokens,
    controls,
    signs,
    narrowWords,
    css`
      :host {
        flex: none;
      }
    `,
  ];

  language: Language = "vi";

  constructor(private readonly wanted: () => void) {
    super();
  }

  readonly #click = (event: Event): void => {
    if (event.isTrusted) this.wanted();
  };

  protected override render(): TemplateResult {
    const text = scanModeMessages[this.language];
    return html`<button type="button" part="scan" aria-label=${text.scanHow} title=${text.scanHow} @click=${this.#click}>
      ${iconScan()}<span>${text.scan}</span>
    </button>`;
  }
}
