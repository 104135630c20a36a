import type { PageScope, Vault } from "@cadre-care/vault";
import { PatientSpeaker } from "./patient-speaker.ts";

export type HostRole = "marks" | "banner";

/** A frame host that a document announced. `document` is the content script that owns it. */
export interface AnnouncedHost {
  readonly role: HostRole;
  readonly document: object;
}

/** One tab: its scope in the vault, the hosts of its documents, and which of them speaks for the patient. */
export class TabPage {
  readonly hosts = new Map<string, AnnouncedHost>();
  readonly speaker = new PatientSpeaker();
  documents = 0;

  constructor(
    readonly tabId: number,
    readonly scope: PageScope,
  ) {}
}

/** The pages that the product works on, one per tab. A tab whose last document left is closed in the vault too. */
export class PageScopes {
  readonly #pages = new Map<number, TabPage>();
  readonly #waiting = new Map<string, Set<() => void>>();

  constructor(private readonly vault: Vault) {}

  find(tabId: number): TabPage | undefined {
    return this.#pages.get(tabId);
  }

  enter(tabId: number): TabPage {
    const page = this.#pages.get(tabId) ?? new TabPage(tabId, this.vault.scope(`tab-${tabId}`));
    page.documents += 1;
    this.#pages.set(tabId, page);
    return page;
  }

  leave(page: TabPage): void {
    page.documents -= 1;
    if (page.documents > 0 || this.#pages.get(page.tabId) !== page) return;
    this.#pages.delete(page.tabId);
    page.scope.close();
  }

  addHost(page: TabPage, token: string, host: AnnouncedHost): void {
    page.hosts.set(token, host);
    const key = `${page.tabId} ${token}`;
    for (const tell of this.#waiting.get(key) ?? []) tell();
    this.#waiting.delete(key);
  }

  /** A frame may connect before its host is announced: the two ports are not ordered. Resolves once it is known. */
  async host(
    tabId: number,
    token: string,
    role: HostRole,
    signal: AbortSignal,
  ): Promise<TabPage | undefined> {
    const found = this.#pages.get(tabId)?.hosts.get(token);
    if (found === undefined) await this.#announced(`${tabId} ${token}`, signal);
    const page = this.#pages.get(tabId);
    return page?.hosts.get(token)?.role === role ? page : undefined;
  }

  #announced(key: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(key) ?? new Set();
      this.#waiting.set(key, waiting.add(resolve));
      signal.addEventListener("abort", () => {
        waiting.delete(resolve);
        if (waiting.size === 0) this.#waiting.delete(key);
        resolve();
      });
    });
  }
}
