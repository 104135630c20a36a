import type { Language } from "@cadre-care/domain";
import { type DraftedField, type FieldRole, type ProfilePage, readPage } from "@cadre-care/his/draft";
import type { ReactiveControllerHost } from "lit";
import { browser } from "../../browser.ts";
import type { PointTarget, Said } from "../page-messages.ts";
import type { DocumentLink } from "./document-link.ts";
import { drawingOf } from "./drawing.ts";
import { FollowedTab } from "./followed-tab.ts";
import { keepWorkbook, keptWorkbook } from "./kept-workbook.ts";
import { permissionFor } from "./origins.ts";
import { TabDocuments } from "./tab-documents.ts";
import { type Found, type Look, type Notice, type Step, targetName } from "./wizard-state.ts";
import { type WizardWords, wizardWords } from "./words.ts";
import { changedPage, EMPTY_WORKBOOK, type PageWork, type Workbook, withPage } from "./workbook.ts";

/** All that the wizard's screens show, and all that they can do. Values of patients are held in `looks`, in memory. */
export class WizardDesk {
  language: Language = "vi";
  step: Step = "hospital";
  book: Workbook = EMPTY_WORKBOOK;
  reading = false;
  found: readonly Found[] = [];
  notice: Notice | undefined;
  /** The page that was read is not there any more: the tab went on, or loaded it again. */
  left = false;
  /** Id of the page that is worked on. */
  edited: string | undefined;
  /** The field whose box is drawn in another colour. */
  chosen: FieldRole | undefined;
  pointing: PointTarget | undefined;
  readonly looks = new Map<string, Look>();
  readonly tab: FollowedTab;
  readonly #documents: TabDocuments;
  readonly #hosts = new Set<ReactiveControllerHost>();

  constructor() {
    this.tab = new FollowedTab(() => this.#tabChanged());
    this.#documents = new TabDocuments({
      changed: (document) => void this.#pageChanged(document),
      drawn: (document) => this.#draw(document),
      gone: (document) => this.#gone(document),
    });
  }

  get words(): WizardWords {
    return wizardWords[this.language];
  }

  /** Origins of frames in the tab that the picker was not let into. */
  get foreignFrames(): readonly string[] {
    const known = this.#documents.list().map(({ hello }) => hello.origin);
    return [...new Set(this.#documents.list().flatMap(({ hello }) => hello.frames))].filter(
      (origin) => !known.includes(origin),
    );
  }

  get isRead(): boolean {
    return this.#documents.list().length > 0;
  }

  async begin(): Promise<void> {
    this.book = await keptWorkbook();
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

  setLanguage(language: Language): void {
    this.language = language;
    document.documentElement.lang = language;
    this.#drawAll();
    this.changed();
  }

  goTo(step: Step): void {
    this.step = step;
    this.edited = undefined;
    this.notice = undefined;
    this.#showEdited();
    this.changed();
  }

  keep(book: Workbook): void {
    this.book = book;
    keepWorkbook(book);
    this.changed();
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
      () => {
        this.notice = "denied";
        this.changed();
      },
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
    const entered = await this.#documents.enter(id);
    const drafts = await Promise.all(
      this.#documents.list().map(async (document) => ({ document, draft: await document.draft() })),
    );
    this.found = drafts.flatMap(({ document, draft }) =>
      draft === undefined
        ? []
        : (["list", "patient"] as const).flatMap((kind) => {
            const one = draft[kind];
            return one === undefined ? [] : [foundOf(document, draft, kind, one)];
          }),
    );
    this.reading = false;
    if (!entered) this.notice = "failed";
    else if (this.found.length === 0) this.notice = "nothing";
    await this.lookAgain();
    this.#showEdited();
  }

  /** Reads every page of the profile again in the open tab. */
  async lookAgain(): Promise<void> {
    await Promise.all(this.book.pages.map(({ page }) => this.#look(page)));
    this.changed();
  }

  async take(found: Found): Promise<void> {
    if (found.work === undefined) return;
    const { book, id } = withPage(this.book, found.work, found.origin);
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
    this.changed();
  }

  get editedWork(): PageWork | undefined {
    return this.book.pages.find(({ page }) => page.id === this.edited);
  }

  /** The page that is worked on, changed; read again at once. */
  async change(work: PageWork): Promise<void> {
    this.keep(changedPage(this.book, work.page.id, work));
    await this.#look(work.page);
    this.#showEdited();
    this.changed();
  }

  choose(role: FieldRole | undefined): void {
    if (this.chosen === role) return;
    this.chosen = role;
    this.#drawAll();
    this.changed();
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
    this.pointing = target;
    this.notice = undefined;
    this.#drawAll();
    this.changed();
    const answer = await document.point(work.page, target, work.questions);
    this.pointing = undefined;
    if (answer?.state === "outside") this.notice = "outside";
    if (answer?.state === "placed") {
      if (answer.occupied) this.notice = "occupied";
      await this.change(pointedWork(work, target, answer));
    }
    this.#drawAll();
    this.changed();
  }

  stopPointing(): void {
    this.pointing = undefined;
    for (const document of this.#documents.list()) document.stopPointing();
    this.#drawAll();
    this.changed();
  }

  /** The open page as one for tests; undefined where no page of the profile is shown. */
  async fixture(): Promise<string | undefined> {
    for (const { page } of this.book.pages) {
      const look = this.looks.get(page.id);
      const document = look?.look.state === "shown" ? this.#documents.at(look.frameId) : undefined;
      const answer = await document?.fixture(this.book.pages.map((work) => work.page));
      if (answer !== undefined) return answer.html;
    }
    return undefined;
  }

  /** The frame in which the page is shown, or the first whose address fits. */
  async #look(page: ProfilePage): Promise<void> {
    const answers: Look[] = [];
    for (const document of this.#documents.list()) {
      const answer = await document.look(page);
      if (answer !== undefined) answers.push({ ...answer, frameId: document.frameId });
    }
    const best =
      answers.find(({ look }) => look.state === "shown") ??
      answers.find(({ look }) => look.state === "unlike") ??
      answers[0];
    if (best === undefined) this.looks.delete(page.id);
    else this.looks.set(page.id, best);
  }

  async #pageChanged(document: DocumentLink): Promise<void> {
    const shown = this.book.pages.filter(({ page }) => this.looks.get(page.id)?.frameId === document.frameId);
    await Promise.all(shown.map(({ page }) => this.#look(page)));
    this.changed();
  }

  #tabChanged(): void {
    if (this.tab.state.kind !== "ready") this.#documents.leave();
    this.changed();
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
      document.show(document.frameId === frame ? work?.page : undefined);
    this.#drawAll();
  }

  #drawAll(): void {
    for (const document of this.#documents.list()) this.#draw(document);
  }

  #draw(document: DocumentLink): void {
    const pointing = this.pointing === undefined ? undefined : targetName(this.words, this.pointing);
    this.#documents.draw(document, drawingOf(document.boxes, this.chosen, pointing, this.words));
  }
}

const foundOf = (
  document: DocumentLink,
  draft: Said<"draft">,
  kind: ProfilePage["kind"],
  one: NonNullable<Said<"draft">["list"]>,
): Found => {
  const { hello, frameId } = document;
  const drafted = one.page === undefined ? undefined : readPage(one.page);
  const page = drafted === undefined ? undefined : readPage({ ...drafted, where: draft.where });
  const questions = one.questions;
  return {
    frameId,
    origin: hello.origin,
    path: hello.path,
    nested: hello.nested,
    kind,
    work: page === undefined ? undefined : { page, fields: one.fields, questions },
    questions,
  };
};

const isHalf = (role: PointTarget): boolean => role === "family-name" || role === "given-name";

const pointedWork = (work: PageWork, target: PointTarget, answer: Said<"pointed">): PageWork => {
  const page = readPage(answer.page) ?? work.page;
  if (target === "gutter" || target === "banner")
    return { ...work, page, questions: work.questions.filter(({ doubt }) => doubt !== "gutter") };
  const role: FieldRole = isHalf(target) ? "name" : target;
  const fields: readonly DraftedField[] = [
    ...work.fields.filter((field) => field.role !== role),
    ...(answer.field === undefined ? [] : [answer.field]),
  ];
  const open = work.questions.filter(
    (question) =>
      question.role !== target &&
      question.role !== role &&
      // Whichever half was asked for: what was pointed at now says what is missing.
      (role !== "name" || question.doubt !== "half-a-name"),
  );
  return { page, fields, questions: [...open, ...answer.questions] };
};

/** What screens see of it. */
export type Desk = Omit<Pick<WizardDesk, keyof WizardDesk>, "tab"> & {
  readonly tab: Pick<FollowedTab, "state">;
};
