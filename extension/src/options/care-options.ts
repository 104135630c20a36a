import "@cadre-care/elements/define/outbox-status";
import "@cadre-care/elements/define/roster-status";
import "@cadre-care/elements/define/session";
import { controls, tokens } from "@cadre-care/elements";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { BuildInformation } from "../protocol/view-contexts.ts";
import { Follow } from "../view/follow.ts";
import { pageMessages } from "../view/messages.ts";
import { pageStyles } from "../view/page.styles.ts";
import type { RemoteCareService } from "../view/remote-service.ts";
import { waitingOnly } from "../view/waiting-only.ts";

/** Account, language, what is on this machine, and which build this is. */
export class CareOptions extends LitElement {
  static override styles = [tokens, controls, pageStyles];

  readonly #session: Follow<"session">;
  readonly #outbox: Follow<"outbox">;
  #build: BuildInformation | undefined;

  constructor(private readonly service: RemoteCareService) {
    super();
    this.#session = new Follow(this, service, "session");
    this.#outbox = new Follow(this, service, "outbox");
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override render(): TemplateResult {
    const text = pageMessages[this.#session.value?.language ?? "vi"];
    return html`
      <header><img src="../icons/48.png" alt=""><h1>${text.settings}</h1></header>
      <main class="narrow">
        <section><h2>${text.account}</h2><cadre-session settings></cadre-session></section>
        ${
          this.#session.value?.state === "open"
            ? html`
              <section><h2>${text.roster}</h2><cadre-roster-status></cadre-roster-status></section>
              <section><h2>${text.queue}</h2><cadre-outbox-status></cadre-outbox-status></section>
            `
            : waitingOnly(this.#outbox.value, text.queue)
        }
        <section>
          <h2>${text.about}</h2>
          ${this.#build === undefined ? nothing : this.#information(this.#build)}
          <p class="soft">${text.shortcut}</p>
          <p class="soft">${text.privacy}</p>
        </section>
      </main>
    `;
  }

  #information(build: BuildInformation): TemplateResult {
    const text = pageMessages[this.#session.value?.language ?? "vi"];
    return html`
      <dl>
        <dt>${text.version}</dt><dd>${build.version}</dd>
        <dt>${text.board}</dt><dd>${build.board}</dd>
        <dt>${text.sites}</dt><dd>${build.sites.join(", ")}</dd>
      </dl>
    `;
  }

  async #load(): Promise<void> {
    this.#build = await this.service.buildInformation();
    this.requestUpdate();
  }
}
