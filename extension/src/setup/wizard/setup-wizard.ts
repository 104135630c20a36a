import { css, html, nothing, type TemplateResult } from "lit";
import { CheckScreen } from "./check-screen.ts";
import { HospitalScreen } from "./hospital-screen.ts";
import { PageEditor } from "./page-editor.ts";
import { PagesScreen } from "./pages-screen.ts";
import { SaveScreen } from "./save-screen.ts";
import { Screen } from "./screen.ts";
import type { Desk } from "./wizard-desk.ts";
import { STEPS, type Step, targetName } from "./wizard-state.ts";

/** The wizard in the setup build's side panel: four steps, and the page that is worked on. */
export class SetupWizard extends Screen {
  static override styles = [
    ...Screen.styles,
    css`
      :host {
        background: var(--_ground);
        min-height: 100vh;
      }
      header {
        background: var(--_ground);
        border-block-end: 1px solid var(--_line);
        position: sticky;
        top: 0;
        z-index: 1;
      }
      .brand {
        align-items: center;
        display: flex;
        gap: 10px;
        padding: 8px 16px 4px;
      }
      .brand img {
        height: 24px;
        width: 24px;
      }
      h1 {
        flex: 1;
        font-size: 1rem;
        font-weight: 650;
        margin: 0;
      }
      ol {
        display: grid;
        grid-template-columns: repeat(4, 1fr);
        list-style: none;
        margin: 0;
        padding: 0 8px;
      }
      ol button {
        border: 0;
        border-block-end: 3px solid transparent;
        border-radius: 0;
        color: var(--_ink-soft);
        inline-size: 100%;
        padding-inline: 2px;
      }
      ol button[aria-current] {
        border-block-end-color: var(--_accent);
        color: var(--_accent);
      }
      .pointing {
        align-items: center;
        background: var(--_accent);
        color: var(--_on-accent);
        display: flex;
        gap: 12px;
        justify-content: space-between;
        padding: 10px 16px;
      }
      .pointing p {
        font-weight: 600;
      }
      .pointing .small {
        font-weight: 400;
      }
      main {
        max-width: 640px;
        padding: 16px;
      }
    `,
  ];

  readonly #screens: Readonly<Record<Step, Screen>>;
  readonly #editor: PageEditor;

  constructor(desk: Desk) {
    super(desk);
    this.#screens = {
      hospital: new HospitalScreen(desk),
      pages: new PagesScreen(desk),
      check: new CheckScreen(desk),
      save: new SaveScreen(desk),
    };
    this.#editor = new PageEditor(desk);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("keydown", this.#escape);
  }

  override disconnectedCallback(): void {
    window.removeEventListener("keydown", this.#escape);
    super.disconnectedCallback();
  }

  /** Focus stays here after the button that begins pointing, and the page hears no key. */
  readonly #escape = ({ key }: KeyboardEvent): void => {
    if (key === "Escape" && this.desk.pointing !== undefined) this.desk.stopPointing();
  };

  protected override render(): TemplateResult {
    const { desk, words } = this;
    const editing = desk.step === "pages" && desk.editedWork !== undefined;
    return html`
      <header>
        <div class="brand">
          <img src="../../icons/48.png" alt="">
          <h1>${words.title}</h1>
          <button type="button" class="quiet small" lang=${desk.language === "vi" ? "en" : "vi"}
            @click=${() => desk.setLanguage(desk.language === "vi" ? "en" : "vi")}>${words.switchLanguage}</button>
        </div>
        <nav aria-label=${words.stepsLabel}>
          <ol>${STEPS.map((step) => this.#step(step))}</ol>
        </nav>
        ${this.#pointing()}
      </header>
      <main>${editing ? this.#editor : this.#screens[desk.step]}</main>
    `;
  }

  #step(step: Step): TemplateResult {
    const { desk, words } = this;
    return html`<li><button type="button" data-step=${step} aria-current=${desk.step === step ? "step" : nothing}
      @click=${() => desk.goTo(step)}>${words.steps[step]}</button></li>`;
  }

  #pointing(): TemplateResult | typeof nothing {
    const { desk, words } = this;
    if (desk.pointing === undefined) return nothing;
    return html`<div class="pointing" role="status">
      <div><p>${words.pointing(targetName(words, desk.pointing))}</p><p class="small">${words.pointingHint}</p></div>
      <button type="button" class="small" @click=${() => desk.stopPointing()}>${words.stopPointing}</button>
    </div>`;
  }
}
