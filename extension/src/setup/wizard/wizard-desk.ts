import type { Language } from "@cadre-care/domain";
import type { SiteProfile } from "@cadre-care/his";
import { type FieldRole, type PageWork, type ProfilePage, pointedWork } from "@cadre-care/his/draft";
import type { ReactiveControllerHost } from "lit";
import { browser } from "../../browser.ts";
import type { PointTarget } from "../page-messages.ts";
import { draftsIn, fixtureIn, foreignFramesOf, lookIn } from "./answers.ts";
import type { DocumentLink } from "./document-link.ts";
import { drawingOf } from "./drawing.ts";
import { FollowedTab } from "./followed-tab.ts";
import { keepWorkbook, keptWorkbook } from "./kept-workbook.ts";
import { permissionFor } from "./origins.ts";
import { rememberedProfile, rememberProfile } from "./saved-profile.ts";
import { TabDocuments } from "./tab-documents.ts";
import { type Found, type Look, type Notice, type Step, targetName } from "./wizard-state.ts";
import { type WizardWords, wizardWords } from "./words.ts";
import { changedPage, EMPTY_WORKBOOK, renamedPage, type Workbook, withPage } from "./workbook.ts";

/** All that the wizard's screens show, and all that they can do. Values of patients are held in `looks`, in memory. */
export class WizardDesk {
  language: Language = "vi";
  step: Step = "hospital";
  book: Workbook = EMPTY_WORKBOOK;
  /** What was saved last on this machine. */
  saved: SiteProfile | undefined;
  reading = false;
  found: readonly Found[] = [];
  notice: Notice | undefined;
  /** The page that was read is not there any more: the tab went on, or loaded it again. */
  left = false;
  /** Id of the page that is worked on. */
  edited: string | undefined;
  /** The field whose box is drawn in another colour. */
  chosen: FieldRole | undefined;
  /** Whether what is rarely needed is open, and drawn over the page too. */
  more = false;
  pointing: PointTarget | undefined;
  readonly looks = new Map<string, Look>();
  readonly tab: FollowedTab;
  readonly #documents: TabDocuments;
  /** Where somebody points now, and only there. */
  #pointedAt: DocumentLink | undefined;
  #asked: Promise<unknown> | undefined;
  readonly #hosts = new Set<ReactiveControllerHost>();

  constructor() {
    this.tab = new FollowedTab(() => this.#tabChanged());
    this.#documents = new TabDocuments({
      changed: (document) => void this.#pageChanged(document),
      drawn: (document) => this.#draw(document),
      silent: () => this.#say("silent"),
      gone: (document) => this.#gone(document),
    });
  }

  get words(): WizardWords {
    return wizardWords[this.language];
  }

  /** Origins of frames in the tab that the picker was not let into. */
  get foreignFrames(): readonly string[] {
    return foreignFramesOf(this.#documents.list());
  }

  get isRead(): boolean {
    return this.#documents.list().length > 0;
  }

  async begin(): Promise<void> {
    this.book = await keptWorkbook();
    this.saved = await rememberedProfile();
    await this.tab.look();
  }

  /** Screens that are drawn again at every change. */
  attach(host: ReactiveControllerHost): void {
    this.#hosts.add(host);
  }
  detach(host: ReactiveControllerHost): void {
    this.#hosts.delete(host);
  }
  changed(): void {
    for (const host of this.#hosts) host.requestUpdate();
  }

  #say(notice: Notice): void {
    this.notice = notice;
    this.changed();
  }

  setLanguage(language: Language): void {
    this.language = language;
    document.documentElement.lang = language;
    this.#drawAll();
  }

  goTo(step: Step): void {
    this.step = step;
    this.edited = undefined;
    this.notice = undefined;
    this.#showEdited();
  }

  keep(book: Workbook): void {
    this.book = book;
    keepWorkbook(book);
    this.changed();
  }

  remember(profile: SiteProfile): void {
    this.saved = profile;
    rememberProfile(profile);
    this.changed();
  }

  /** Corrects a profile that there is, in the place of what is drafted. Where the open page was read, it is shown over it at once. */
  async open(book: Workbook): Promise<void> {
    if (this.pointing !== undefined) this.stopPointing();
    this.keep(book);
    this.looks.clear();
    await Promise.all(book.pages.map(({ page }) => this.#look(page)));
    this.goTo("pages");
  }

  /** To be called in a click: only then may the browser be asked. */
  allow(origin: string): void {
    this.notice = undefined;
    browser.permissions.request(permissionFor(origin)).then(
      async (allowed) => {
        if (!allowed) this.notice = "denied";
        await this.tab.look();
        if (allowed) await this.read();
      },
      () => this.#say("denied"),
    );
  }

  /** Puts the picker into the tab and drafts what every frame of it shows. */
  async read(): Promise<void> {
    const { id } = this.tab;
    if (id === undefined || this.reading) return;
    this.reading = true;
    this.left = false;
    this.notice = undefined;
    this.found = [];
    this.looks.clear();
    this.changed();
    let entered = false;
    try {
      entered = await this.#documents.enter(id);
      this.found = await draftsIn(this.#documents.list());
    } finally {
      this.reading = false;
      this.changed();
    }
    // Another tab is open by now.
    if (this.#documents.tab !== id) {
      this.found = [];
      return;
    }
    if (!entered) this.notice ??= "failed";
    else if (this.found.length === 0) this.notice ??= "nothing";
    await Promise.all(this.book.pages.map(({ page }) => this.#look(page)));
    this.#showEdited();
  }

  async take(found: Found): Promise<void> {
    if (found.work === undefined) return;
    const around = this.#documents.at(0)?.hello.origin ?? found.origin;
    const { book, id } = withPage(this.book, found.work, [found.origin, around]);
    this.keep(book);
    await this.edit(id);
  }

  async edit(id: string | undefined): Promise<void> {
    this.edited = id;
    this.chosen = undefined;
    this.notice = undefined;
    const work = this.editedWork;
    if (work !== undefined) await this.#look(work.page);
    this.#showEdited();
  }

  get editedWork(): PageWork | undefined {
    return this.book.pages.find(({ page }) => page.id === this.edited);
  }

  /** The page that is worked on, changed; read again at once. */
  async change(work: PageWork): Promise<void> {
    // What the page was asked is about the work as it was before.
    if (this.pointing !== undefined) this.stopPointing();
    this.keep(changedPage(this.book, work.page.id, work));
    await this.#look(work.page);
    this.#showEdited();
  }

  choose(role: FieldRole | undefined): void {
    if (this.chosen === role) return;
    this.chosen = role;
    this.#drawAll();
  }

  showMore(more: boolean): void {
    if (this.more === more) return;
    this.more = more;
    this.#showEdited();
  }

  /** The page that is worked on under another id. */
  async rename(id: string): Promise<void> {
    const before = this.edited;
    if (before === undefined || before === id) return;
    this.keep(renamedPage(this.book, before, id));
    this.looks.delete(before);
    this.edited = id;
    const work = this.editedWork;
    if (work !== undefined) await this.#look(work.page);
    this.#showEdited();
  }

  /** Lets IT click in the page where `target` stands. */
  async point(target: PointTarget): Promise<void> {
    const work = this.editedWork;
    const document = work && this.#documents.at(this.looks.get(work.page.id)?.frameId);
    if (work === undefined || document === undefined) {
      this.left = true;
      this.changed();
      return;
    }
    this.#pointedAt?.stopPointing();
    this.pointing = target;
    this.#pointedAt = document;
    this.notice = undefined;
    this.#drawAll();
    const asked = document.point(work.page, target, work.questions);
    this.#asked = asked;
    const answer = await asked;
    // Somebody points at something else by now, or not any more.
    if (this.#asked !== asked) return;
    this.#endPointing();
    if (answer === undefined) {
      document.stopPointing();
      if (this.#documents.at(document.frameId) === document) this.notice = "failed";
      else this.left = true;
    }
    if (answer?.state === "outside") this.notice = "outside";
    if (answer?.state === "placed") {
      if (answer.occupied) this.notice = "occupied";
      await this.change(pointedWork(work, target, answer));
    }
    this.#drawAll();
  }

  stopPointing(): void {
    this.#endPointing();
    for (const document of this.#documents.list()) document.stopPointing();
    this.#drawAll();
  }

  #endPointing(): void {
    this.pointing = undefined;
    this.#pointedAt = undefined;
    this.#asked = undefined;
  }

  /** The open page as one for tests; undefined where no page of the profile is shown, or the page does not answer. */
  async fixture(): Promise<string | undefined> {
    this.notice = undefined;
    const pages = this.book.pages.map(({ page }) => page);
    const looks = pages.flatMap(({ id }) => this.looks.get(id) ?? []);
    const frames = new Set(looks.filter(({ look }) => look.state === "shown").map(({ frameId }) => frameId));
    return fixtureIn(
      [...frames].flatMap((id) => this.#documents.at(id) ?? []),
      pages,
    );
  }

  /** The frame in which the page is shown, or the first whose address fits. */
  async #look(page: ProfilePage): Promise<void> {
    const best = await lookIn(this.#documents.list(), page);
    if (best === undefined || this.#documents.at(best.frameId) === undefined) this.looks.delete(page.id);
    else this.looks.set(page.id, best);
  }

  async #pageChanged(document: DocumentLink): Promise<void> {
    const shown = this.book.pages.filter(({ page }) => this.looks.get(page.id)?.frameId === document.frameId);
    await Promise.all(shown.map(({ page }) => this.#look(page)));
    this.changed();
  }

  #tabChanged(): void {
    const { id, state } = this.tab;
    const { tab } = this.#documents;
    if (tab !== undefined && (tab !== id || state.kind !== "ready")) this.#leave();
    this.changed();
  }

  /** Nothing that was read in one tab is said of another. */
  #leave(): void {
    if (this.isRead || this.reading) this.left = true;
    this.notice = undefined;
    this.#endPointing();
    this.#documents.leave();
    this.looks.clear();
    this.found = [];
  }

  #gone(document: DocumentLink): void {
    for (const [id, { frameId }] of this.looks) if (frameId === document.frameId) this.looks.delete(id);
    this.found = this.found.filter(({ frameId }) => frameId !== document.frameId);
    if (!this.reading && document.frameId === 0) this.left = true;
    this.changed();
  }

  #showEdited(): void {
    const work = this.editedWork;
    const frame = work === undefined ? undefined : this.looks.get(work.page.id)?.frameId;
    for (const document of this.#documents.list())
      document.show(document.frameId === frame ? work?.page : undefined, this.more);
    this.#drawAll();
  }

  #drawAll(): void {
    for (const document of this.#documents.list()) this.#draw(document);
    this.changed();
  }

  #draw(document: DocumentLink): void {
    // In all other documents a click is the page's own.
    const target = document === this.#pointedAt ? this.pointing : undefined;
    const pointing = target === undefined ? undefined : targetName(this.words, target);
    this.#documents.draw(document, drawingOf(document.boxes, this.chosen, pointing, this.words));
  }
}

/** What screens see of it. */
export type Desk = Omit<Pick<WizardDesk, keyof WizardDesk>, "tab"> & {
  readonly tab: Pick<FollowedTab, "state">;
};
