import "@cadre-care/elements/define/outbox-status";
import { blocks, controls, tokens } from "@cadre-care/elements";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { FormDesk } from "../panel/form-desk.ts";
import { Follow } from "../view/follow.ts";
import { pageMessages } from "../view/messages.ts";
import { pageStyles } from "../view/page.styles.ts";
import type { RemoteCareService } from "../view/remote-service.ts";

/** What stands in the docked frame: the forms of the page's patient. Everything else is the panel's. */
export class DockedDesk extends LitElement {
  static override styles = [tokens, controls, blocks, pageStyles];

  readonly #dock: Follow<"dock">;
  readonly #session: Follow<"session">;
  readonly #subject: Follow<"subject">;
  readonly #forms: FormDesk;

  constructor(private readonly service: RemoteCareService) {
    super();
    this.#dock = new Follow(this, service, "dock");
    this.#session = new Follow(this, service, "session");
    this.#subject = new Follow(this, service, "subject");
    this.#forms = new FormDesk(this, service, true);
    this.addEventListener("cadre-open-panel", this.#openPanel);
  }

  get #isOpen(): boolean {
    return this.#dock.value?.open === true;
  }

  get #managed(): string | undefined {
    const view = this.#subject.value;
    return view?.about.state === "managed" ? view.subject : undefined;
  }

  /** Before it is on the screen it asks for nothing; a form that is open when it goes is left as a draft. */
  protected override willUpdate(): void {
    if (!this.#isOpen) this.#forms.leave();
    this.#forms.follow(this.#isOpen ? this.#managed : undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#isOpen) return nothing;
    const text = pageMessages[this.#session.value?.language ?? "vi"];
    return html`
      <header>
        <h1 tabindex="-1">${text.forms}</h1>
        <button type="button" part="dock-close" class="quiet small" @click=${this.#close}>${text.dockClose}</button>
      </header>
      <main>
        ${this.#forms.open() ?? this.#lists()}
        <section><h2>${text.queue}</h2><cadre-outbox-status mode="compact"></cadre-outbox-status></section>
      </main>
    `;
  }

  #lists(): TemplateResult {
    const text = pageMessages[this.#session.value?.language ?? "vi"];
    const state = this.#session.value?.state;
    if (state !== undefined && state !== "open") return html`<p role="status">${text.dockLocked}</p>`;
    return html`
      ${this.#managed === undefined ? html`<p role="status">${text.dockNobody}</p>` : this.#forms.lists()}
      <div class="actions">
        <button type="button" part="dock-more" @click=${this.#openPanel}>${text.dockMore}</button>
      </div>
    `;
  }

  /** Secrets, details and check-in are never given inside a page: the panel has them. */
  readonly #openPanel = (): void => {
    void this.service.openPanel();
  };

  readonly #close = (): void => {
    void this.service.closeDock();
  };
}
