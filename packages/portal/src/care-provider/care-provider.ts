import type { CareService, Problem, Unsubscribe } from "@cadre-care/domain";
import {
  blocks,
  careServiceContext,
  explanationIn,
  languageAround,
  languageContext,
  ProvidedLanguage,
  providers,
  tokens,
} from "@cadre-care/elements";
import { ContextProvider, ContextRoot } from "@lit/context";
import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { CadreCareConnectedEvent, CadreCareProblemEvent } from "./events.ts";
import { providerProblems } from "./provider-problems.ts";

export type * from "./events.ts";

interface ClosableService extends CareService {
  close(): void;
}

/** What earlier elements asked for is answered when there is a service. One for the page, as it only listens. */
let root: ContextRoot | undefined;

/** An element of ours, of whatever version, that was here before it could ask. A provider takes nobody else's. */
const takesService = (element: Element): element is Element & { service: CareService | undefined } =>
  element.localName.startsWith("cadre-") && "service" in element && !(element instanceof CadreCareProvider);

const providerOf = (element: Element): Element | null => {
  const above = element.parentElement;
  return above === null || above instanceof CadreCareProvider ? above : providerOf(above);
};

/**
 * Connects everything below it to a board: sign-in, unlocking, the vault in a worker that all tabs share, offline
 * (docs/it.md). A portal that has a CareService of its own gives that as `service`, and no vault is loaded.
 *
 * It takes no space of its own, and shows nothing unless the page cannot be connected. Taken out of the page it ends the
 * connection of this page; put back it connects again.
 *
 * @fires {CadreCareConnectedEvent} cadre-care-connected - the elements below have a service
 * @fires {CadreCareProblemEvent} cadre-care-problem - the page could not be connected, and why
 * @slot - the portal's own content, with the elements in it
 * @csspart notice - why the page could not be connected
 */
export class CadreCareProvider extends LitElement {
  static override styles = [
    tokens,
    blocks,
    css`
      :host {
        display: contents;
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    board: {},
    boardKeys: {
      attribute: "board-keys",
      converter: (text) => {
        try {
          return text === null ? undefined : JSON.parse(text);
        } catch {
          return text;
        }
      },
    },
    site: {},
    redirectUri: { attribute: "redirect-uri" },
    clientId: { attribute: "client-id" },
    databaseName: { attribute: "database-name" },
    service: { attribute: false },
    problem: { state: true },
  };

  /** Base URL of the board, without a slash at the end. */
  board = "";

  /** Public keys with which the board signs: its JWK set, fixed in the portal's own page, never fetched. */
  boardKeys: unknown;

  /** Code of the hospital in the board's policy. */
  site = "";

  /** The portal's page that loads `@cadre-care/portal/signed-in`; the board must know it. Relative to this page. */
  redirectUri = "";

  /** OAuth client of the portal at the board; that of the extension unless told otherwise. */
  clientId: string | undefined;

  /** Name of the IndexedDB database. */
  databaseName: string | undefined;

  /** The portal's own service, in place of a vault. */
  service: CareService | undefined;

  /**
   * Why the page is not connected.
   * @internal
   */
  problem: Problem | undefined;

  #connected: CareService | undefined;
  #own: ClosableService | undefined;
  #turn = 0;
  #services: ContextProvider<typeof careServiceContext> | undefined;
  #spoken: ProvidedLanguage | undefined;
  #follow: Unsubscribe | undefined;
  readonly #adopted = new Set<Element & { service: CareService | undefined }>();

  /** The service that the elements below have. */
  get care(): CareService | undefined {
    return this.#connected;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What it says itself is said anew in a language that is registered or named later.
    providers.add(this);
    if (root === undefined) {
      root = new ContextRoot();
      root.attach(document.documentElement);
    }
    if (this.hasUpdated && this.#connected === undefined) void this.#connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    providers.delete(this);
    // Moved within the page is not gone.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  protected override updated(changed: ReadonlyMap<PropertyKey, unknown>): void {
    const told = [...changed.keys()].some((key) => key !== "problem");
    if (!told || !this.isConnected) return;
    this.#end();
    void this.#connect();
  }

  protected override render(): TemplateResult {
    const { problem } = this;
    return html`${
      problem === undefined
        ? nothing
        : html`<div class="notice urgent" part="notice" role="alert">
            <div>
              ${this.#said(problem)}
            </div>
          </div>`
    }<slot></slot>`;
  }

  /** Whose page it is is not known yet: a registered language that the page is in, else both of ours. */
  #said(problem: Problem): TemplateResult {
    const language = languageAround(this);
    const words = language === undefined ? undefined : explanationIn(language, problem);
    return words === undefined
      ? html`<p lang="vi">${problem.message.vi}</p><p lang="en">${problem.message.en}</p>`
      : html`<p lang=${language ?? nothing}>${words}</p>`;
  }

  async #connect(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    if (this.service !== undefined) {
      this.#provide(this.service);
      return;
    }
    const part = await import("./connect.ts").catch(() => undefined);
    if (turn !== this.#turn || !this.isConnected) return;
    if (part === undefined) {
      this.#fail(providerProblems.problem("provider-away"));
      return;
    }
    const { board, boardKeys, site, redirectUri, clientId, databaseName } = this;
    const answer = part.connect(
      { board, boardKeys, site, redirectUri, clientId, databaseName },
      (problem) => {
        if (turn === this.#turn) this.#fail(problem);
      },
    );
    if (answer.ok) {
      this.#own = answer.value;
      this.#provide(answer.value);
    } else this.#fail(answer.problem);
  }

  #provide(service: CareService): void {
    this.problem = undefined;
    this.#connected = service;
    if (this.#services === undefined) {
      this.#services = new ContextProvider(this, { context: careServiceContext, initialValue: service });
      const language = new ContextProvider(this, { context: languageContext, initialValue: "vi" });
      this.#spoken = new ProvidedLanguage(this, language);
    } else this.#services.setValue(service);
    // Whoever was defined before this element asked when nobody could answer.
    for (const element of this.querySelectorAll("*"))
      if (takesService(element) && element.service === undefined && providerOf(element) === this) {
        element.service = service;
        this.#adopted.add(element);
      }
    this.#follow = service.subscribe("session", (session) => this.#spoken?.hear(session));
    this.dispatchEvent(new CadreCareConnectedEvent(service));
  }

  #fail(problem: Problem): void {
    this.problem = problem;
    this.dispatchEvent(new CadreCareProblemEvent(problem));
  }

  #end(): void {
    this.#turn += 1;
    this.#follow?.();
    this.#spoken?.end();
    for (const element of this.#adopted) if (element.service === this.#connected) element.service = undefined;
    this.#adopted.clear();
    // What they show came from a service that is no more.
    this.#services?.setValue(undefined);
    this.#own?.close();
    this.#own = undefined;
    this.#connected = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cadre-care-provider": CadreCareProvider;
  }
}
