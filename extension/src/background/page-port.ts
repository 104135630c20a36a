import type { Problem, SiteProblem, Unsubscribe } from "@cadre-care/domain";
import type { SiteProfile } from "@cadre-care/his";
import { type PlacedFault, readingProblem, type SiteFinding, siteProblem } from "@cadre-care/his/problems";
import type { StatedPageKind, Vault } from "@cadre-care/vault";
import type { Runtime } from "webextension-polyfill";
import type { HostRole } from "../protocol/host-styles.ts";
import { type PageMessage, type PageOrder, pageMessage } from "../protocol/page-messages.ts";
import { profilesAt } from "../site-build.ts";
import { Dock } from "./dock.ts";
import type { Joins } from "./joined-patient.ts";
import type { PageScopes, TabPage } from "./page-scopes.ts";
import { followOff, type WatchedSettings } from "./profile-off.ts";
import type { PageSender } from "./sender.ts";
import { DocumentStyles } from "./user-styles.ts";

/** Counted alone: a sign-in page is as unknown as a list that an update has moved to another address. */
const UNKNOWN_PAGE: SiteProblem = {
  code: "page-unknown",
  message: {
    vi: "Không trang nào của hồ sơ trang có địa chỉ này.",
    en: "No page of the site profile has this address.",
  },
  page: "*",
  kind: "none",
  place: "",
  off: false,
};

const kindOf = (kind: Extract<PageMessage, { type: "page" }>["kind"]): StatedPageKind => {
  if (kind === "none") return "other";
  return kind === "unrecognised" ? "unknown" : kind;
};

/** In words: a content script says codes and places alone. */
const problemsOf = ({
  page,
  faults,
}: {
  readonly page: string;
  readonly faults: readonly PlacedFault[];
}): readonly Problem[] => faults.map((fault) => readingProblem(page, fault));

/**
 * Serves one content script: what it says goes into the tab's scope. Nothing is ever sent back (DESIGN rule 2) but whether
 * the profile is switched off, which has nothing to do with anybody on the page.
 */
export class PagePort {
  readonly #page: TabPage;
  readonly #tokens = new Set<string>();
  #profile: SiteProfile | undefined;
  #view = "";
  #off: Problem | undefined;
  #unsubscribe: Unsubscribe | undefined;
  #dock: Dock | undefined;
  #left = false;

  constructor(
    private readonly port: Runtime.Port,
    private readonly sender: PageSender,
    private readonly scopes: PageScopes,
    private readonly vault: Vault,
    private readonly settings: WatchedSettings,
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
    this.#unsubscribe?.();
    this.#page.statement.withdraw(this);
    this.scopes.leave(this.#page);
  }

  #take(message: PageMessage): void {
    const { scope } = this.#page;
    // What is switched off is not listened to, whether or not its script has heard of it.
    if (this.#off !== undefined && message.type !== "hello") return;
    switch (message.type) {
      case "hello":
        this.#greet(message.profile, message.attribute);
        return;
      case "page":
        this.#statePage(message.kind, message.findings);
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
        this.#page.patient.speak(this, this.#joins(message.page), {
          ...message,
          problems: problemsOf(message),
          // The document's own name is drawn at random: one reading keeps its name however often it is told.
          reading: `${this.#view}/${message.generation}`,
        });
        return;
      case "patient-gone":
        this.#page.patient.silence(this);
        return;
      case "part":
        this.#page.patient.statePart(this, this.#nameOf(message.page), {
          ...message,
          problems: problemsOf(message),
        });
        return;
      case "part-gone":
        this.#page.patient.forgetPart(this, this.#nameOf(message.page));
        return;
    }
  }

  #greet(id: string, attribute: string): void {
    const profile = profilesAt(this.sender.origin).find((known) => known.id === id);
    if (profile === undefined) return;
    this.#profile = profile;
    this.#view = attribute;
    const styles = new DocumentStyles(this.sender.tabId, this.sender.frameId, attribute);
    styles.begin();
    if (profile.panel === "docked") this.#dock = new Dock(styles);
    this.#unsubscribe?.();
    const unsubscribe = followOff(this.vault, this.settings, profile, (off) => this.#switch(off));
    // It hears the present state while it subscribes, and may find then that its document is gone.
    if (this.#left) unsubscribe();
    else this.#unsubscribe = unsubscribe;
  }

  /** Policy or machine have this profile switched off, or on again; it is told every time, for who hears it may be new. */
  #switch(off: Problem | undefined): void {
    this.#off = off;
    const { statement } = this.#page;
    if (off === undefined) statement.withdraw(this);
    else {
      for (const token of this.#tokens) this.#forget(token);
      this.#page.patient.leave(this);
      statement.say(this, { site: this.#profile?.site ?? null, kind: "off", problem: off, misfits: [] });
    }
    const order: PageOrder = off === undefined ? "on" : "off";
    try {
      this.port.postMessage(order);
    } catch {
      // The document is gone, and nobody said so.
      this.leave();
    }
  }

  #statePage(kind: Extract<PageMessage, { type: "page" }>["kind"], findings: readonly SiteFinding[]): void {
    const profile = this.#profile;
    if (profile === undefined) return;
    const { id, version, site } = profile;
    const problems = findings.map((finding) => siteProblem(profile, finding));
    const problem = kind === "unrecognised" ? problems[0] : undefined;
    const note = (found: readonly SiteProblem[]): void =>
      this.vault.noteSiteProblems({ profile: id, version, site, view: this.#view, problems: found });
    const unknown = (): void => note([UNKNOWN_PAGE]);
    this.#page.statement.say(this, { site, kind: kindOf(kind), problem, misfits: problems, unknown });
    if (problems.length > 0) note(problems);
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
