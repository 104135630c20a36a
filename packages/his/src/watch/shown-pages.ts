import { ListVerdict } from "../health/list-verdict.ts";
import { type SiteFinding, sameSiteFindings, siteFinding, UNRECOGNISED } from "../health/site-finding.ts";
import { GRACE_MS, StandingProblems } from "../health/standing-problems.ts";
import type { ProfilePage } from "../profile/page-schema.ts";
import type { SiteProfile } from "../profile/site-profile.ts";
import { type Recognition, recognisePages } from "../read/recognise-pages.ts";
import { Calm } from "./calm.ts";
import { ListWatcher } from "./list-watcher.ts";
import { keepsSelected, NO_CHANGE, type PageChange, selectsByText } from "./page-change.ts";
import type { PageKind, PageObserver } from "./page-reading.ts";
import { PatientWatcher } from "./patient-watcher.ts";
import { SteadyFacts } from "./steady-facts.ts";
import type { WatchedBoxes } from "./watched-boxes.ts";

/** Recognising takes at most this share of the time, however often the page changes. */
const DUTY = 1 / 50;

type Watcher = ListWatcher | PatientWatcher;

/** The pages of a profile that a document shows now, each with its watcher. */
export class ShownPages {
  readonly #document: Document;
  readonly #profile: SiteProfile;
  readonly #observer: PageObserver;
  readonly #view: Window;
  readonly #boxes: WatchedBoxes;
  readonly #watchers = new Map<string, Watcher>();
  readonly #generations = new Map<string, number>();
  readonly #calms = new Map<string, Calm>();
  readonly #facts = new Map<string, SteadyFacts>();
  readonly #verdicts = new Map<string, ListVerdict>();
  readonly #pages: ReadonlyMap<string, ProfilePage>;
  readonly #standing = new StandingProblems();
  readonly #readsText: boolean;
  #nextRecognition = 0;
  #health: readonly SiteFinding[] = [];
  #said: { readonly kind: PageKind; readonly findings: readonly SiteFinding[] } | undefined;
  #grace: number | undefined;
  #nextLook: number | undefined;

  constructor(
    document: Document,
    profile: SiteProfile,
    observer: PageObserver,
    view: Window,
    boxes: WatchedBoxes,
  ) {
    this.#document = document;
    this.#profile = profile;
    this.#readsText = selectsByText(JSON.stringify(profile.pages));
    this.#pages = new Map(profile.pages.map((page) => [page.id, page]));
    this.#observer = observer;
    this.#view = view;
    this.#boxes = boxes;
  }

  userActed(): void {
    for (const calm of this.#calms.values()) calm.userActed(performance.now());
  }

  touchedBy(change: PageChange): boolean {
    return [...this.#watchers.values()].some((watcher) => watcher.touchedBy(change));
  }

  takeBack(): void {
    for (const watcher of this.#watchers.values()) watcher.takeBack();
  }

  /** Lists are read again as if nothing were known of their rows. */
  forget(): void {
    for (const watcher of this.#watchers.values()) if (watcher instanceof ListWatcher) watcher.forget();
  }

  read(change: PageChange, again: boolean): void {
    for (const watcher of this.#watchers.values()) watcher.read(change, again);
    this.#lookAtHealth();
  }

  /** Form controls change without a sign. Only patient pages are looked at this often; they are a handful of fields. */
  readControls(): void {
    for (const watcher of this.#watchers.values())
      if (watcher instanceof PatientWatcher) watcher.read(NO_CHANGE, true);
  }

  /**
   * Finds out again which pages are shown, where something has changed, unless that was done a moment ago and all known
   * pages still stand. Answers in how many milliseconds to ask again, 0 when that is not needed.
   */
  recognise(change: PageChange, force: boolean): number {
    const changed = change.huge || change.records.length > 0;
    if ((!changed || keepsSelected(change, this.#readsText)) && !force) return 0;
    const broken = this.touchedBy(change) && [...this.#watchers.values()].some((watcher) => !watcher.valid);
    const start = performance.now();
    if (!force && !broken && start < this.#nextRecognition) return this.#nextRecognition - start;
    const recognition = recognisePages(this.#document, this.#profile);
    const end = performance.now();
    this.#nextRecognition = end + (end - start) / DUTY;
    this.#reconcile(recognition);
    return 0;
  }

  stop(): void {
    this.#view.clearTimeout(this.#grace);
    this.#view.clearTimeout(this.#nextLook);
    for (const watcher of this.#watchers.values()) if (watcher instanceof PatientWatcher) watcher.stop();
    this.#watchers.clear();
  }

  #reconcile(recognition: Recognition): void {
    const ids = new Set(recognition.shown.map(({ page }) => page.id));
    for (const [id, watcher] of this.#watchers) {
      if (ids.has(id)) continue;
      this.#generations.set(id, watcher.generation + 1);
      this.#watchers.delete(id);
      watcher.gone();
    }
    for (const found of recognition.shown) {
      const { id } = found.page;
      const watcher = this.#watchers.get(id);
      if (watcher instanceof ListWatcher && found.kind === "list") watcher.rebind(found.root, found.frame);
      else if (watcher instanceof PatientWatcher && found.kind === "patient")
        watcher.rebind(found.root, found.anchor);
      else {
        const calm = this.#calms.get(id) ?? new Calm();
        this.#calms.set(id, calm);
        const facts = this.#facts.get(id) ?? new SteadyFacts();
        this.#facts.set(id, facts);
        const verdict = this.#verdicts.get(id) ?? new ListVerdict();
        this.#verdicts.set(id, verdict);
        const generation = this.#generations.get(id) ?? 0;
        const shared = { observer: this.#observer, view: this.#view, boxes: this.#boxes, calm };
        this.#watchers.set(
          id,
          found.kind === "list"
            ? new ListWatcher(found.page, found.root, found.frame, generation, { ...shared, verdict })
            : new PatientWatcher(found.page, found.root, found.anchor, generation, { ...shared, facts }),
        );
      }
    }
    this.#sayKind(recognition);
  }

  #sayKind({ shown, expected, findings }: Recognition): void {
    if (shown.length > 0 || !expected) {
      if (this.#grace !== undefined) this.#view.clearTimeout(this.#grace);
      this.#grace = undefined;
      const kind = shown.some((page) => page.kind === "patient") ? "patient" : "list";
      this.#health = this.#health.filter(({ page }) => this.#watchers.has(page));
      this.#say(expected ? kind : "none", this.#health);
      return;
    }
    if (this.#said?.kind === "unrecognised") this.#sayUnrecognised(findings);
    else
      this.#grace ??= this.#view.setTimeout(() => {
        this.#grace = undefined;
        const now = recognisePages(this.#document, this.#profile);
        if (now.expected && now.shown.length === 0) this.#sayUnrecognised(now.findings);
      }, GRACE_MS);
  }

  #sayUnrecognised(findings: readonly SiteFinding[]): void {
    this.#say("unrecognised", [UNRECOGNISED, ...findings]);
  }

  /** What a shown page lacks is said once it has stood, and taken back as soon as it is there. */
  #lookAtHealth(): void {
    this.#view.clearTimeout(this.#nextLook);
    this.#nextLook = undefined;
    if (this.#watchers.size === 0) return;
    const now = performance.now();
    const found = this.#findings();
    // Nothing was missing, and nothing is: that is nearly every look.
    if (found.length === 0 && !this.#standing.any && this.#health.length === 0) return;
    const { standing, again } = this.#standing.look(found, now);
    this.#health = standing;
    const kind = this.#said?.kind;
    if (kind === "list" || kind === "patient") this.#say(kind, standing);
    if (again !== undefined)
      this.#nextLook = this.#view.setTimeout(() => this.#lookAtHealth(), again - now + 1);
  }

  #findings(): readonly SiteFinding[] {
    return [...this.#watchers].flatMap(([id, { findings }]) => {
      const page = this.#pages.get(id);
      return page === undefined ? [] : findings.map((finding) => siteFinding(page, finding));
    });
  }

  #say(kind: PageKind, findings: readonly SiteFinding[]): void {
    if (this.#said?.kind === kind && sameSiteFindings(this.#said.findings, findings)) return;
    this.#said = { kind, findings };
    this.#observer.page(kind, findings);
  }
}
