import "@cadre-care/elements/define/scan-answer";
import "@cadre-care/elements/define/scan-input";
import type { Language } from "@cadre-care/domain";
import { type CadreScanInput, controls, iconLeave, iconScan, signs, tokens } from "@cadre-care/elements";
import { css, html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { ScanDesk, type ScanService } from "../view/scan-desk.ts";
import { narrowWords } from "./narrow-words.styles.ts";
import { scanModeMessages } from "./scan.messages.ts";

/** What the strip tells the banner's frame. */
export interface ScanStripListener {
  /** The user is done with scanning. */
  left(): void;
  /** The scanned person's details are wanted. */
  openWanted(): void;
}

/** The banner while papers are scanned: the same strip in the same place, and unmistakably not the page's patient. */
export class ScanStrip extends LitElement {
  static override properties: PropertyDeclarations = { language: {} };
  static override styles = [
    tokens,
    controls,
    signs,
    narrowWords,
    css`
      :host {
        display: block;
      }
      .strip {
        display: flex;
        align-items: center;
        gap: 10px;
        block-size: 56px;
        padding-inline-end: 10px;
        overflow: hidden;
        border: 1px solid var(--_accent);
        border-radius: var(--_radius);
        background: var(--_accent-wash);
      }
      .sign {
        display: grid;
        flex: none;
        place-items: center;
        inline-size: 48px;
        block-size: 100%;
        border-inline-end: 1px solid var(--_accent);
        background: var(--_ground);
        color: var(--_accent);
      }
      .sign .icon {
        inline-size: 24px;
        block-size: 24px;
      }
      cadre-scan-input {
        flex: 1;
        min-inline-size: 0;
      }
      @media (max-width: 480px) {
        .sign {
          display: none;
        }
        .strip {
          gap: 6px;
          padding-inline: 8px 6px;
        }
      }
      @media (forced-colors: active) {
        .strip,
        .sign {
          border-color: CanvasText;
        }
      }
    `,
  ];

  language: Language = "vi";

  readonly #desk: ScanDesk;

  constructor(
    service: ScanService,
    private readonly listener: ScanStripListener,
  ) {
    super();
    this.#desk = new ScanDesk(this, service);
    this.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && event.isTrusted && !event.isComposing) this.listener.left();
    });
  }

  get #field(): CadreScanInput | null {
    return this.renderRoot.querySelector("cadre-scan-input");
  }

  protected override async firstUpdated(): Promise<void> {
    await this.#field?.updateComplete;
    this.#field?.focus();
  }

  protected override render(): TemplateResult {
    const text = scanModeMessages[this.language];
    const { answer, problem, take } = this.#desk;
    return html`
      <section class="strip" part="strip" aria-label=${text.label}>
        <span class="sign">${iconScan()}</span>
        <cadre-scan-input
          line
          require-trusted
          .language=${this.language}
          .answered=${answer !== undefined}
          .problem=${problem}
          @cadre-scan=${take}
        >
          <cadre-scan-answer
            slot="said"
            line
            require-trusted
            .language=${this.language}
            .view=${answer}
            @cadre-open-panel=${this.#open}
          ></cadre-scan-answer>
        </cadre-scan-input>
        <button type="button" part="leave" aria-label=${text.leaveHow} title=${text.leaveHow} @click=${this.#leave}>
          ${iconLeave()}<span>${text.leave}</span>
        </button>
      </section>
    `;
  }

  readonly #leave = (event: Event): void => {
    if (event.isTrusted) this.listener.left();
  };

  readonly #open = (event: Event): void => {
    event.stopPropagation();
    this.listener.openWanted();
  };
}
