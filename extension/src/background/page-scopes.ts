import type { PageScope, Vault } from "@cadre-care/vault";
import type { HostRole } from "../protocol/host-styles.ts";
import type { Dock } from "./dock.ts";
import { JoinedPatient } from "./joined-patient.ts";
import { TabStatement } from "./tab-statement.ts";

/** A frame host that a document announced. `document` is the content script that owns it. */
export interface AnnouncedHost {
  readonly role: HostRole;
  readonly document: object;
  /** Of a docked frame. */
  readonly dock?: Dock;
}

/** One tab: its scope in the vault, the hosts of its documents, and the patient that they speak of. */
export class TabPage {
  readonly hosts = new Map<string, AnnouncedHost>();
  readonly patient: JoinedPatient;
  readonly statement: TabStatement;
  documents = 0;

  constructor(
    readonly tabId: number,
    readonly scope: PageScope,
  ) {
    this.patient = new JoinedPatient(scope);
    this.statement = new TabStatement(scope);
  }

  /** The docked frame beside the patient whom the tab shows, where the site's profile wants one. */
  get dock(): Dock | undefined {
    const hosts = [...this.hosts.values()];
    return hosts.find(({ dock, document }) => dock !== undefined && document === this.patient.document)?.dock;
  }
}

/**
 * The pages that the product works on, one per tab. A tab whose last document left is closed in the vault too, unless
 * a panel or popup still shows it: then whoever was scanned there stays while the HIS loads its next page.
 */
export class PageScopes {
  readonly #pages = new Map<number, TabPage>();
  readonly #attended = new Map<number, number>();
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
    page.statement.end();
    page.scope.statePage(null, "other");
    this.#closeUnattended(page.tabId);
  }

  /** The scope of a tab for a panel or popup, also where there is no HIS page; `signal` aborts when that view is gone. */
  attend(tabId: number, signal: AbortSignal): PageScope {
    this.#attended.set(tabId, (this.#attended.get(tabId) ?? 0) + 1);
    signal.addEventListener("abort", () => {
      this.#attended.set(tabId, (this.#attended.get(tabId) ?? 1) - 1);
      this.#closeUnattended(tabId);
    });
    return this.vault.scope(`tab-${tabId}`);
  }

  /** The tab is gone. A tab without a HIS page is closed only here: its popup closes before its panel opens. */
  forget(tabId: number): void {
    this.#pages.delete(tabId);
    this.#attended.delete(tabId);
    this.vault.scope(`tab-${tabId}`).close();
  }

  #closeUnattended(tabId: number): void {
    const page = this.#pages.get(tabId);
    if (page === undefined || page.documents > 0 || (this.#attended.get(tabId) ?? 0) > 0) return;
    this.#pages.delete(tabId);
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
