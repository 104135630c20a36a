import "@cadre-care/elements/define/outbox-status";
import "@cadre-care/elements/define/priority-banner";
import "@cadre-care/elements/define/priority-marks";
import "@cadre-care/elements/define/roster-status";
import "@cadre-care/elements/define/scan-answer";
import "@cadre-care/elements/define/session";
import "@cadre-care/elements/define/visit-steps";
import type { PagePersonView, ScanView } from "@cadre-care/domain";
import { blocks, type CadreOpenPersonEvent, controls, tokens } from "@cadre-care/elements";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { Follow } from "../view/follow.ts";
import { pageMessages } from "../view/messages.ts";
import { pageStyles } from "../view/page.styles.ts";
import type { RemoteCareService } from "../view/remote-service.ts";
import { ScanDesk } from "../view/scan-desk.ts";
import { siteStatus } from "../view/site-status.ts";
import { waitingOnly } from "../view/waiting-only.ts";
import { ChosenPerson, subjectViewOf } from "./chosen-person.ts";
import { FormDesk } from "./form-desk.ts";

/** The side panel of one tab: who is scanned, else the page's patient, check-in and steps, the page's managed people, what waits. */
export class CarePanel extends LitElement {
  static override styles = [tokens, controls, blocks, pageStyles];

  readonly #session: Follow<"session">;
  readonly #subject: Follow<"subject">;
  readonly #page: Follow<"page">;
  readonly #roster: Follow<"roster">;
  readonly #outbox: Follow<"outbox">;
  readonly #connection: Follow<"connection">;
  readonly #selection: Follow<"selection">;
  readonly #scan: Follow<"scan">;
  readonly #chosen: ChosenPerson;
  readonly #desk: ScanDesk;
  readonly #forms: FormDesk;

  constructor(private readonly service: RemoteCareService) {
    super();
    this.#session = new Follow(this, service, "session");
    this.#subject = new Follow(this, service, "subject");
    this.#page = new Follow(this, service, "page");
    this.#roster = new Follow(this, service, "roster");
    this.#outbox = new Follow(this, service, "outbox");
    this.#connection = new Follow(this, service, "connection");
    this.#selection = new Follow(this, service, "selection");
    this.#scan = new Follow(this, service, "scan");
    this.#chosen = new ChosenPerson(this, service);
    this.#desk = new ScanDesk(this, service);
    this.#forms = new FormDesk(this, service);
  }

  get #text() {
    return pageMessages[this.#session.value?.language ?? "vi"];
  }

  /** The chosen person, as long as the page's list, or the scan that several people fit, has them. */
  get #person(): PagePersonView | undefined {
    const subject = this.#selection.value?.subject;
    const people = [...(this.#page.value?.people ?? []), ...(this.#scan.value?.candidates ?? [])];
    return people.find((person) => person.subject === subject);
  }

  get #scanned(): ScanView | undefined {
    return this.#scan.value?.source === undefined ? undefined : this.#scan.value;
  }

  protected override willUpdate(): void {
    const open = this.#session.value?.state === "open";
    if (!open) this.#desk.reset();
    void this.#chosen.open(open && this.#person?.kind !== "conflict" ? this.#person?.subject : undefined);
    this.#forms.follow(this.#formsFor());
  }

  protected override render(): TemplateResult {
    const text = this.#text;
    const open = this.#session.value?.state === "open";
    const form = this.#forms.open();
    if (form !== undefined) return this.#beside(form);
    return html`
      <header><img src="../icons/48.png" alt=""><h1 tabindex="-1">${text.panel}</h1></header>
      <main>
        ${open ? html`<section><h2>${text.scan}</h2>${this.#desk.field()}</section>` : nothing}
        ${open ? this.#subjectOfPanel() : nothing}
        ${open ? this.#forms.lists() : nothing}
        ${open ? this.#connectionNotice() : nothing}
        ${open ? this.#people() : nothing}
        ${open ? html`<section><h2>${text.queue}</h2><cadre-outbox-status require-trusted></cadre-outbox-status></section>` : waitingOnly(this.#outbox.value, text.queue)}
        ${open ? html`<section><h2>${text.roster}</h2><cadre-roster-status></cadre-roster-status></section>` : nothing}
        <section><h2>${text.account}</h2><cadre-session></cadre-session></section>
      </main>
    `;
  }

  /** An open form has the panel to itself, but for what keeps it safe: the queue and the session. */
  #beside(form: TemplateResult): TemplateResult {
    const text = this.#text;
    return html`
      <header><img src="../icons/48.png" alt=""><h1 tabindex="-1">${text.panel}</h1></header>
      <main>
        ${form}
        <section><h2>${text.queue}</h2><cadre-outbox-status mode="compact"></cadre-outbox-status></section>
        <section><h2>${text.account}</h2><cadre-session></cadre-session></section>
      </main>
    `;
  }

  /** Whom forms may be opened for: the person the panel is about, once it is certain who that is. */
  #formsFor(): string | undefined {
    if (this.#person !== undefined) return this.#person.kind === "managed" ? this.#person.subject : undefined;
    const view = this.#scanned ?? this.#subject.value;
    return view?.about.state === "managed" ? view.subject : undefined;
  }

  /** Below what is clicked most: a network that comes and goes must not move a button under somebody's hand. */
  #connectionNotice(): TemplateResult | typeof nothing {
    const connection = this.#connection.value;
    if (connection === undefined) return nothing;
    if (connection.clockOffSeconds !== undefined) return html`<p role="status">${this.#text.clock}</p>`;
    return connection.online ? nothing : html`<p role="status">${this.#text.offline}</p>`;
  }

  /** Whom the panel is about: the last word of the user's counts, and then the page's. */
  #subjectOfPanel(): TemplateResult | typeof nothing {
    if (this.#person !== undefined) return this.#chosenPerson(this.#person);
    return this.#scanned === undefined ? this.#patient() : this.#scannedPerson(this.#scanned);
  }

  #scannedPerson(scan: ScanView): TemplateResult {
    const text = this.#text;
    const { state } = scan.about;
    const onPage = scan.relation === "same" && this.#subject.value?.about.state === "managed";
    const openable = state === "managed" || (state === "possible" && scan.candidates.length < 2);
    // The page's own patient keeps what the page knows of them; anybody else is shown as scanned.
    const view = onPage ? undefined : scan;
    return html`
      <section>
        <h2>${onPage ? text.scannedOnPage : text.scanned}</h2>
        <cadre-scan-answer @cadre-open-person=${this.#choose}></cadre-scan-answer>
        ${
          onPage || openable
            ? html`
              <cadre-visit-steps require-trusted .view=${view}></cadre-visit-steps>
              <cadre-priority-banner mode="details" stated-by=${onPage ? "page" : "scan"} .view=${view}></cadre-priority-banner>
            `
            : nothing
        }
        <div class="actions"><button type="button" part="scan-done" @click=${this.#scanDone}>${text.scanDone}</button></div>
      </section>
    `;
  }

  #patient(): TemplateResult | typeof nothing {
    // The steps stay when the page has no patient now: a check-in that fails late is said there.
    const state = this.#subject.value?.about.state;
    if (state === undefined) return nothing;
    return html`
      <section>
        <h2>${this.#text.patient}</h2>
        <cadre-visit-steps require-trusted></cadre-visit-steps>
        <cadre-priority-banner mode="details"></cadre-priority-banner>
      </section>
    `;
  }

  #chosenPerson(person: PagePersonView): TemplateResult {
    const text = this.#text;
    const { details, problem } = this.#chosen;
    const [roster, connection] = [this.#roster.value, this.#connection.value];
    const view =
      details === undefined || roster === undefined || connection === undefined
        ? undefined
        : subjectViewOf(details, person.kind, { roster, connection });
    return html`
      <section>
        <h2>${text.chosen}</h2>
        ${problem === undefined ? nothing : html`<p role="alert">${problem.message[this.#session.value?.language ?? "vi"]}</p>`}
        ${
          view === undefined
            ? html`<p class="soft" role="status">${problem === undefined ? text.opening : nothing}</p>`
            : html`
              <cadre-visit-steps require-trusted .view=${view} .details=${details}></cadre-visit-steps>
              <cadre-priority-banner mode="details" .view=${view} .details=${details}></cadre-priority-banner>
            `
        }
        <div class="actions"><button type="button" @click=${this.#back}>${this.#scanned === undefined ? text.back : text.backToScan}</button></div>
      </section>
    `;
  }

  #people(): TemplateResult {
    const text = this.#text;
    const page = this.#page.value;
    const language = this.#session.value?.language ?? "vi";
    return html`
      <section>
        <h2>${text.people}</h2>
        ${siteStatus(page, text, (said) => said[language])}
        ${
          page?.site?.kind === "list"
            ? html`<cadre-priority-marks layout="list" @cadre-open-person=${this.#choose}></cadre-priority-marks>`
            : nothing
        }
      </section>
    `;
  }

  readonly #choose = (event: CadreOpenPersonEvent): void => {
    void this.service.showPerson(event.subject);
  };

  readonly #scanDone = (): void => {
    void this.service.forgetScan();
  };

  readonly #back = (): void => {
    void this.service.showPerson(null);
  };
}
