import type { SiteProfile } from "@cadre-care/his";
import type { StatedPageKind } from "@cadre-care/vault";
import type { Runtime } from "webextension-polyfill";
import type { HostRole } from "../protocol/host-styles.ts";
import { type PageMessage, pageMessage } from "../protocol/page-messages.ts";
import { profilesAt } from "../site-build.ts";
import { Dock } from "./dock.ts";
import type { Joins } from "./joined-patient.ts";
import type { PageScopes, TabPage } from "./page-scopes.ts";
import type { PageSender } from "./sender.ts";
import { DocumentStyles } from "./user-styles.ts";

const kindOf = (kind: Extract<PageMessage, { type: "page" }>["kind"]): StatedPageKind => {
  if (kind === "none") return "other";
  return kind === "unrecognised" ? "unknown" : kind;
};

/** Serves one content script: what it says goes into the tab's scope. Nothing is ever sent back (DESIGN rule 2). */
export class PagePort {
  readonly #page: TabPage;
  readonly #tokens = new Set<string>();
  #profile: SiteProfile | undefined;
  #dock: Dock | undefined;
  #left = false;

  constructor(
    private readonly port: Runtime.Port,
    private readonly sender: PageSender,
    private readonly scopes: PageScopes,
  ) {
    this.#page = scopes.enter(sender.tabId);
    port.onDisconnect.addListener(() => this.leave());
  }

  /** A message that does not parse ends the conversation: our own script never sends one. */
  receive(message: unknown): void {
    const parsed = pageMessage.safeParse(message);
    if (this.#left) return;
    if (parsed.success) {
      this.#take(parsed.data);
      return;
    }
    this.port.disconnect();
    this.leave();
  }

  leave(): void {
    if (this.#left) return;
    this.#left = true;
    for (const token of this.#tokens) this.#forget(token);
    this.#page.patient.leave(this);
    this.scopes.leave(this.#page);
  }

  #take(message: PageMessage): void {
    const { scope } = this.#page;
    switch (message.type) {
      case "hello": {
        this.#profile = profilesAt(this.sender.origin).find(({ id }) => id === message.profile);
        const styles = new DocumentStyles(this.sender.tabId, this.sender.frameId, message.attribute);
        styles.begin();
        if (this.#profile?.panel === "docked") this.#dock = new Dock(styles);
        return;
      }
      case "page":
        // Frames around the list recognise nothing and say nothing about the page.
        if (message.kind !== "none")
          scope.statePage(this.#profile?.site ?? null, kindOf(message.kind), message.problems[0]);
        return;
      case "host":
        this.#tokens.add(message.token);
        this.#announce(message.role, message.token);
        return;
      case "host-gone":
        this.#forget(message.token);
        return;
      case "rows":
        if (this.#tokens.has(message.list)) scope.stateRows(message.list, message.generation, message.rows);
        return;
      case "patient":
        this.#page.patient.speak(this, this.#joins(message.page), message);
        return;
      case "patient-gone":
        this.#page.patient.silence(this);
        return;
      case "part":
        this.#page.patient.statePart(this, this.#nameOf(message.page), message);
        return;
      case "part-gone":
        this.#page.patient.forgetPart(this, this.#nameOf(message.page));
        return;
    }
  }

  /** A docked frame that no profile asked for is none. */
  #announce(role: HostRole, token: string): void {
    if (role !== "docked") this.scopes.addHost(this.#page, token, { role, document: this });
    else if (this.#dock !== undefined)
      this.scopes.addHost(this.#page, token, { role, document: this, dock: this.#dock });
  }

  #forget(token: string): void {
    this.#page.hosts.get(token)?.dock?.show(false);
    this.#tokens.delete(token);
    if (this.#page.hosts.get(token)?.role === "marks") this.#page.scope.forgetRows(token);
    this.#page.hosts.delete(token);
  }

  /** Pages are told apart by profile: two profiles may speak of one tab. */
  #nameOf(page: string): string {
    return `${this.#profile?.id ?? ""} ${page}`;
  }

  #joins(id: string): Joins | undefined {
    const page = this.#profile?.pages.find((one) => one.id === id);
    if (page?.kind !== "patient" || page.joins === undefined) return undefined;
    const { pages, key } = page.joins;
    return { parts: pages.map((part) => this.#nameOf(part)), key };
  }
}
