import "@cadre-care/elements/define/outbox-status";
import "@cadre-care/elements/define/priority-marks";
import "@cadre-care/elements/define/roster-status";
import "@cadre-care/elements/define/scan-answer";
import "@cadre-care/elements/define/session";
import type { Language, ScanAnswer } from "@cadre-care/domain";
import { type CadreOpenPersonEvent, controls, tokens } from "@cadre-care/elements";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { Follow } from "../view/follow.ts";
import { pageMessages } from "../view/messages.ts";
import { pageStyles } from "../view/page.styles.ts";
import type { RemoteCareService } from "../view/remote-service.ts";
import { ScanDesk } from "../view/scan-desk.ts";
import { siteStatus } from "../view/site-status.ts";
import { waitingOnly } from "../view/waiting-only.ts";

/** The toolbar popup: sign-in and unlock, what became of this page, its managed people, what waits and why. */
export class CarePopup extends LitElement {
  static override styles = [tokens, controls, pageStyles];

  readonly #session: Follow<"session">;
  readonly #page: Follow<"page">;
  readonly #scan: ScanDesk;
  readonly #outbox: Follow<"outbox">;
  readonly #forms: Follow<"forms">;

  constructor(private readonly service: RemoteCareService) {
    super();
    this.#session = new Follow(this, service, "session");
    this.#page = new Follow(this, service, "page");
    this.#scan = new ScanDesk(this, service, (answer) => this.#scanned(answer));
    this.#outbox = new Follow(this, service, "outbox");
    this.#forms = new Follow(this, service, "forms");
  }

  get #language(): Language {
    return this.#session.value?.language ?? "vi";
  }

  protected override willUpdate(): void {
    if (this.#session.value?.state !== "open") this.#scan.reset();
  }

  protected override render(): TemplateResult {
    const text = pageMessages[this.#language];
    return html`
      <header><img src="../icons/48.png" alt=""><h1>Cadre Care</h1></header>
      <main>
        <section aria-label=${text.account}><cadre-session></cadre-session></section>
        ${this.#session.value?.state === "open" ? this.#open() : waitingOnly(this.#outbox.value, text.queue, "compact")}
      </main>
    `;
  }

  #open(): TemplateResult {
    const text = pageMessages[this.#language];
    const page = this.#page.value;
    return html`
      <section>
        <h2>${text.scan}</h2>
        ${this.#scan.field()}
        <cadre-scan-answer class=${this.#scan.answer === undefined ? "" : "said"} brief .view=${this.#scan.answer} @cadre-open-panel=${this.#openPanel}></cadre-scan-answer>
      </section>
      <section>
        <h2>${text.site}</h2>
        ${siteStatus(page, text, (said) => said[this.#language])}
        ${
          page === undefined || page.state === "no-site"
            ? nothing
            : html`
              <cadre-priority-marks layout="list" @cadre-open-person=${this.#openPerson}></cadre-priority-marks>
              <div class="actions"><button type="button" class="primary" @click=${this.#openPanel}>${text.openPanel}</button></div>
            `
        }
      </section>
      ${this.#drafts()}
      <section><h2>${text.queue}</h2><cadre-outbox-status mode="compact"></cadre-outbox-status></section>
      <section><h2>${text.roster}</h2><cadre-roster-status></cadre-roster-status></section>
    `;
  }

  /** Drafts are named here and go on in the panel: what closes at the next click is no place to fill in a form. */
  #drafts(): TemplateResult | typeof nothing {
    const drafts = this.#forms.value?.drafts ?? [];
    if (drafts.length === 0) return nothing;
    const text = pageMessages[this.#language];
    return html`<section part="drafts">
      <h2>${text.drafts(drafts.length)}</h2>
      ${drafts.map(({ person, title }) => html`<p><strong>${person.name}</strong> · ${title[this.#language]}</p>`)}
      <div class="actions"><button type="button" @click=${this.#openPanel}>${text.openPanel}</button></div>
    </section>`;
  }

  /** Somebody who has details is shown in the panel; what there is to say of anybody else is said here. */
  async #scanned({ about, emergency }: ScanAnswer): Promise<void> {
    if ((about.state === "managed" || about.state === "possible") && !emergency)
      await this.service.openPanel();
  }

  readonly #openPerson = async (event: CadreOpenPersonEvent): Promise<void> => {
    await this.service.showPerson(event.subject);
    await this.service.openPanel();
  };

  readonly #openPanel = (): void => {
    void this.service.openPanel();
  };
}
