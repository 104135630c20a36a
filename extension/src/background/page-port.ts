import type { StatedPageKind } from "@cadre-care/vault";
import type { Runtime } from "webextension-polyfill";
import type { HostRole } from "../protocol/host-styles.ts";
import { type PageMessage, pageMessage } from "../protocol/page-messages.ts";
import { profilesAt } from "../site-build.ts";
import { Dock } from "./dock.ts";
import type { PageScopes, TabPage } from "./page-scopes.ts";
import type { PageSender } from "./sender.ts";
import { DocumentStyles } from "./user-styles.ts";

const NO_URGENCY = { emergency: false };

const kindOf = (kind: Extract<PageMessage, { type: "page" }>["kind"]): StatedPageKind => {
  if (kind === "none") return "other";
  return kind === "unrecognised" ? "unknown" : kind;
};

/** Serves one content script: what it says goes into the tab's scope. Nothing is ever sent back (DESIGN rule 2). */
export class PagePort {
  readonly #page: TabPage;
  readonly #tokens = new Set<string>();
  #site: string | null = null;
  #document = "";
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
    this.#silence();
    this.scopes.leave(this.#page);
  }

  #take(message: PageMessage): void {
    const { scope } = this.#page;
    switch (message.type) {
      case "hello": {
        const profile = profilesAt(this.sender.origin).find(({ id }) => id === message.profile);
        this.#site = profile?.site ?? null;
        const styles = new DocumentStyles(this.sender.tabId, this.sender.frameId, message.attribute);
        styles.begin();
        this.#document = message.attribute;
        if (profile?.panel === "docked") this.#dock = new Dock(styles);
        return;
      }
      case "page":
        // Frames around the list recognise nothing and say nothing about the page.
        if (message.kind !== "none") scope.statePage(this.#site, kindOf(message.kind), message.problems[0]);
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
        void scope.statePatient(message.identity, message.urgency, {
          settled: message.settled,
          generation: this.#page.speaker.generation(this, message.generation),
          // The document's own name is drawn at random: one reading keeps its name however often it is told.
          reading: `${this.#document}/${message.generation}`,
          problems: message.problems,
          facts: message.facts,
        });
        return;
      case "patient-gone":
        this.#silence();
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

  #silence(): void {
    const generation = this.#page.speaker.silence(this);
    if (generation !== undefined)
      void this.#page.scope.statePatient(null, NO_URGENCY, { settled: true, generation });
  }
}
