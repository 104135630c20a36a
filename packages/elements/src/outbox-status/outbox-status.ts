import type { CareService, OutboxAction, OutboxView, Result, SessionView } from "@cadre-care/domain";
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { ActionController } from "../care/action-controller.ts";
import { CadreElement } from "../care/cadre-element.ts";
import { ClockController } from "../care/clock-controller.ts";
import { dress } from "../care/dress.ts";
import { firstPaint } from "../care/first-paint.ts";
import { OnDemand } from "../care/on-demand.ts";
import { TopicController } from "../care/topic-controller.ts";
import { wordFor } from "../language/catalogue.ts";
import { localeOf } from "../language/locale.ts";
import { blocks } from "../theme/blocks.styles.ts";
import { controls } from "../theme/controls.styles.ts";
import { iconReading, iconWarning } from "../theme/icons.ts";
import { notice } from "../theme/notice.ts";
import { tokens } from "../theme/tokens.styles.ts";
import { announcement } from "./announcement.ts";
import { type EntryOpener, entryGroup } from "./entry-group.ts";
import { OpenedEntry } from "./opened-entry.ts";
import { outboxMessages } from "./outbox-status.messages.ts";
import { outboxStyles } from "./outbox-status.styles.ts";
import { overview } from "./overview.ts";
import { receiptList } from "./receipts.ts";
import { sortEntries } from "./sort-entries.ts";

/** Without a word from the service for this long, the element says that something is wrong. */
const SLOW = 10_000;
/** Entries on their way that are listed before somebody asks for all. */
const LISTED = 10;
/** Entries that need a person, in the compact form. */
const LISTED_COMPACT = 3;

/**
 * What waits to be sent: for whom (while unlocked), since when, how far and why; what needs a person and what that
 * person can do; what was delivered. Nothing that was accepted is ever missing here until the board has it.
 *
 * @csspart entry - one waiting entry
 * @csspart opened - the entry that is open
 * @csspart notice - a block that says one thing
 * @csspart versions - the comparison of two versions
 * @csspart progress - how far a delivery is
 * @csspart receipts - what was delivered lately
 */
export class CadreOutboxStatus extends CadreElement {
  static override styles = [tokens, controls, blocks, outboxStyles];
  static override properties: PropertyDeclarations = {
    view: { attribute: false },
    mode: {},
    now: { attribute: false },
    all: { state: true },
    spoken: { state: true },
  };

  /** What to show. Without it the service's outbox. */
  view: OutboxView | undefined;

  /** `compact`: counts, and the first entries that need a person. */
  mode: "full" | "compact" = "full";

  /** The clock by which times are told: milliseconds since 1970. */
  now: () => number = Date.now;

  private all = false;
  private spoken = "";

  readonly #followed = new TopicController(
    this,
    () => (this.view === undefined ? this.care : undefined),
    "outbox",
  );
  readonly #session = new TopicController(this, () => this.care, "session");
  readonly #connection = new TopicController(this, () => this.care, "connection");
  readonly #sending = new ActionController(this);
  readonly #opened = new OpenedEntry(
    this,
    new OnDemand(this, () => this.worded(import("./entry-details.ts"))),
  );
  #heard: OutboxView | undefined;
  #started: OutboxView | undefined;
  #askedAt: number | undefined;
  #focus: string | undefined;

  constructor() {
    super();
    new ClockController(this, 15_000);
  }

  get #view(): OutboxView | undefined {
    return this.view ?? this.#followed.value;
  }

  /** Without a service nothing is known of a session, and nothing can be done. */
  get #state(): SessionView["state"] {
    return this.#session.value?.state ?? "open";
  }

  get #locked(): boolean {
    return this.#state !== "open";
  }

  protected override update(changed: PropertyValues): void {
    this.#askedAt ??= this.now();
    const view = this.#view;
    if (view !== undefined && view !== this.#heard) this.#hear(view);
    const { id } = this.#opened;
    if (id !== undefined && this.#locked) this.#opened.close();
    else if (id !== undefined && view?.entries.every((entry) => entry.id !== id) === true) this.#left();
    super.update(changed);
  }

  /** The network that brought the queue brings what opens its entries; when that is wanted it may be away. */
  protected override firstUpdated(): void {
    void firstPaint().then(() => this.#opened.view.want());
  }

  protected override updated(): void {
    const target = this.#focus === undefined ? null : this.renderRoot.querySelector(this.#focus);
    this.#focus = undefined;
    if (target instanceof HTMLElement) target.focus();
  }

  #hear(view: OutboxView): void {
    const before = this.#heard;
    this.#heard = view;
    if (before === undefined || (view.draining && !before.draining)) this.#started = before ?? view;
    if (before === undefined) return;
    this.spoken = announcement(before, view, this.#started ?? before, this.words) ?? this.spoken;
  }

  /** The open entry was sent, or settled elsewhere: whoever was working in it must not be left in nothing. */
  #left(): void {
    const inside = this.renderRoot.querySelector("li:has([part=opened])")?.matches(":focus-within") === true;
    this.#opened.close();
    this.spoken = this.words.of(outboxMessages).gone;
    if (inside) this.#focus = "#top";
  }

  protected override render(): TemplateResult {
    const text = this.words.of(outboxMessages);
    const view = this.#view;
    const problem = this.#sending.problem ?? (this.#opened.details ? undefined : this.#opened.problem);
    return html`
      <section class="stack" id="top" tabindex="-1" aria-label=${text.title}>
        <p class="unseen spoken" role="status">${this.spoken}</p>
        ${view === undefined ? this.#loading() : this.#queue(view)}
        <div role="alert">
          ${problem === undefined ? nothing : notice("urgent", iconWarning(), text.failed, this.words.explain(problem))}
        </div>
        ${view === undefined ? nothing : this.#entries(view)}
        ${view === undefined || this.mode === "compact" ? nothing : receiptList(view.receipts ?? [], this.words, this.now())}
      </section>
    `;
  }

  #loading(): TemplateResult {
    const text = this.words.of(outboxMessages);
    const slow = this.#askedAt !== undefined && this.now() - this.#askedAt > SLOW;
    return html`<div role="status">
      ${slow ? notice("caution", iconWarning(), text.slow, text.slowHow) : notice("plain", iconReading(), text.connecting)}
    </div>`;
  }

  #queue(view: OutboxView): TemplateResult {
    const online = this.#connection.value?.online ?? true;
    const waits = view.waiting + view.parked > 0;
    return html`
      ${overview(view, this.words, { session: this.#state, online, now: this.now() })}
      ${waits && this.care !== undefined ? this.#send(view) : nothing}
    `;
  }

  #send(view: OutboxView): TemplateResult {
    const text = this.words.of(outboxMessages);
    const sending = view.draining || this.#sending.busy !== undefined;
    const send = this.acting(() => {
      const care = this.care;
      if (care !== undefined && !view.draining) void this.#sending.run("send", () => care.sendNow());
    });
    return html`
      <div>
        <button type="button" part="send" aria-disabled=${sending ? "true" : "false"} @click=${send}>
          ${sending ? text.sending : text.sendNow}
        </button>
      </div>
    `;
  }

  #entries(view: OutboxView): TemplateResult {
    const text = this.words.of(outboxMessages);
    const { person, onWay, byAnother } = sortEntries(view.entries);
    const opener = this.#opener;
    const format = new Intl.NumberFormat(localeOf(this.words.current));
    if (this.mode === "compact") {
      const more = view.parked - Math.min(person.length, LISTED_COMPACT);
      return html`
        ${entryGroup(text.needPerson, person.slice(0, LISTED_COMPACT), opener)}
        ${more > 0 && person.length > 0 ? html`<p class="hint">${text.morePeople(format.format(more))}</p>` : nothing}
      `;
    }
    const total = view.waiting + view.parked;
    const shown = this.all ? onWay : onWay.slice(0, LISTED);
    const next = onWay[shown.length];
    return html`
      ${
        total > view.entries.length && view.entries.length > 0
          ? html`<p class="hint" part="limit">${text.firstOnly(format.format(view.entries.length), format.format(total))}</p>`
          : nothing
      }
      ${entryGroup(text.needPerson, person, opener)} ${entryGroup(text.onWay, shown, opener)}
      ${next === undefined ? nothing : this.#showAll(text.showAll(format.format(onWay.length)), next.id)}
      ${entryGroup(text.byAnother, byAnother, opener, text.byAnotherHow)}
    `;
  }

  #showAll(label: string, next: string): TemplateResult {
    const show = this.acting(() => {
      this.all = true;
      this.#focus = `[data-entry="${CSS.escape(next)}"]`;
    });
    return html`<div><button type="button" class="quiet" part="show-all" @click=${show}>${label}</button></div>`;
  }

  get #opener(): EntryOpener {
    return {
      words: this.words,
      now: this.now(),
      opened: this.#opened,
      openable: this.care !== undefined && !this.#locked,
      acting: (act) => this.acting(act),
      open: (id) => void this.#open(id),
      close: () => this.#close(),
      start: (action) => this.#start(action),
      act: (action, ask) => void this.#act(action, ask),
    };
  }

  async #open(id: string): Promise<void> {
    const care = this.care;
    if (care === undefined) return;
    this.waitFor(this.#opened.view.want());
    if (!(await this.#opened.open(care, id))) return;
    const { part } = this.#opened.view;
    if (part !== undefined) dress(this, part.openedEntryStyles);
    this.#focus = "#opened-title";
    this.requestUpdate();
  }

  #start(action: OutboxAction | undefined): void {
    const before = this.#opened.handling;
    this.#opened.start(action);
    this.#focus = action === undefined ? `[data-action="${before}"]` : "#handling-title";
  }

  async #act(action: OutboxAction, ask: (care: CareService) => Promise<Result<OutboxView>>): Promise<void> {
    const care = this.care;
    if (care === undefined || !(await this.#opened.act(() => ask(care)))) return;
    this.spoken = wordFor(this.words.of(outboxMessages).done, action);
    this.#close();
  }

  #close(): void {
    const { id } = this.#opened;
    this.#opened.close();
    const row = this.#view?.entries.some((entry) => entry.id === id) === true;
    this.#focus = row && id !== undefined ? `[data-open="${CSS.escape(id)}"]` : "#top";
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cadre-outbox-status": CadreOutboxStatus;
  }
}
