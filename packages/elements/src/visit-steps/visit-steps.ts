import type {
  PatientDetails,
  Problem,
  Result,
  SubjectView,
  VisitStepView,
  VisitView,
} from "@cadre-care/domain";
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { ActionController } from "../care/action-controller.ts";
import { CadreElement } from "../care/cadre-element.ts";
import { ClockController } from "../care/clock-controller.ts";
import { DetailsController } from "../care/details-controller.ts";
import { TopicController } from "../care/topic-controller.ts";
import { CadreCheckInEvent, CadreRecordStepEvent, CadreUndoCheckInEvent } from "../events/events.ts";
import { blocks } from "../theme/blocks.styles.ts";
import { controls } from "../theme/controls.styles.ts";
import { iconDone, iconEmergency, iconPossible, iconReading, iconWarning } from "../theme/icons.ts";
import { notice } from "../theme/notice.ts";
import { tokens } from "../theme/tokens.styles.ts";
import { checkIn, identity } from "./check-in.ts";
import { stepList } from "./step-list.ts";
import { stop } from "./stop.ts";
import { deliveryChip, resultClock } from "./visit-status.ts";
import { visitMessages } from "./visit-steps.messages.ts";
import { visitStyles } from "./visit-steps.styles.ts";

export type * from "../events/events.ts";

/**
 * Check-in with undo, then the steps that policy names: each one tap, with its time and person. In an emergency nothing
 * is offered. What was recorded is shown as recorded only after the service said so; entries stay when it fails.
 *
 * With a service it acts by itself. Without one it shows `view`, `details`, `busy` and `problem` and fires events.
 *
 * @fires {CadreCheckInEvent} cadre-check-in - before a check-in; prevent it to do it yourself
 * @fires {CadreUndoCheckInEvent} cadre-undo-check-in - before a check-in is taken back
 * @fires {CadreRecordStepEvent} cadre-record-step - before a step is recorded
 * @csspart identity - who is checked in
 * @csspart check-in - the check-in button
 * @csspart steps - the list of steps
 * @csspart step - one step
 * @csspart record - the button of a step
 * @csspart results - the clock of results
 * @csspart notice - a block that says one thing
 */
export class CadreVisitSteps extends CadreElement {
  static override styles = [tokens, controls, blocks, visitStyles];
  static override properties: PropertyDeclarations = {
    view: { attribute: false },
    details: { attribute: false },
    visit: { attribute: false },
    busy: { type: Boolean },
    problem: { attribute: false },
    now: { attribute: false },
    confirmed: { state: true },
    unconfirmed: { state: true },
    comparing: { state: true },
    rooms: { state: true },
    roomless: { state: true },
    missed: { state: true },
  };

  /** The page's patient. Without it the service's. */
  view: SubjectView | undefined;

  /** Who is checked in. Without it the service is asked, once per patient, which is an audited view. */
  details: PatientDetails | undefined;

  /** The visit, where it is not part of `view` or `details`. */
  visit: VisitView | undefined;

  /** Without a service: something is being recorded. */
  busy = false;

  /** Without a service: what went wrong. */
  problem: Problem | undefined;

  /** The clock by which times are told: milliseconds since 1970. */
  now: () => number = Date.now;

  private confirmed = false;
  private unconfirmed = false;
  private comparing = false;
  private rooms: ReadonlyMap<string, string> = new Map();
  private roomless: string | undefined;
  /** What could not be saved for the patient before this one. */
  private missed: Problem | undefined;

  readonly #subject = new TopicController(
    this,
    () => (this.view === undefined ? this.care : undefined),
    "subject",
  );
  readonly #opened = new DetailsController(this);
  readonly #action = new ActionController(this);
  #bound: string | undefined;
  #seen: SubjectView | undefined;
  #answered: VisitView | undefined;

  constructor() {
    super();
    new ClockController(this, 30_000);
  }

  get #shown(): SubjectView | undefined {
    return this.view ?? this.#subject.value;
  }

  get #token(): string | undefined {
    return this.#shown?.subject ?? (this.#shown === undefined ? this.details?.subject : undefined);
  }

  get #present(): PatientDetails | undefined {
    const token = this.#token;
    return this.details !== undefined && this.details.subject === token
      ? this.details
      : this.#opened.for(token);
  }

  /** The newest word on the visit: the service's answer, until the page's patient says something newer. */
  get #visit(): VisitView | undefined {
    const about = this.#shown?.about;
    const stated = about?.state === "managed" ? about.visit : undefined;
    return this.#answered ?? this.visit ?? stated ?? this.#present?.visit;
  }

  protected override update(changed: PropertyValues): void {
    const view = this.#shown;
    const token = this.#token;
    if (token !== this.#bound) this.#begin(token);
    if (view !== this.#seen) {
      this.#seen = view;
      if (view?.about.state === "managed" && view.about.visit !== undefined) this.#answered = undefined;
    }
    const state = view?.about.state;
    const wanted = state === "managed" || (state === "possible" && this.comparing);
    const ask = wanted && this.details?.subject !== token;
    this.#opened.open(this.care, ask ? token : undefined);
    super.update(changed);
  }

  /** Another patient: nothing of the one before stays. */
  #begin(token: string | undefined): void {
    this.#bound = token;
    this.#answered = undefined;
    this.#action.reset();
    this.confirmed = false;
    this.unconfirmed = false;
    this.comparing = false;
    this.rooms = new Map();
    this.roomless = undefined;
  }

  get #working(): string | undefined {
    return this.#action.busy ?? (this.busy ? "host" : undefined);
  }

  async #do(name: string, event: Event, act: () => Promise<Result<VisitView>> | undefined): Promise<boolean> {
    if (this.#working !== undefined || !this.dispatchEvent(event) || this.care === undefined) return false;
    const token = this.#bound;
    const visit = await this.#action.run(
      name,
      () => act() ?? Promise.reject(new Error("no service is connected")),
      (late) => {
        this.missed = late;
      },
    );
    if (visit === undefined || token !== this.#bound) return false;
    this.#answered = visit;
    this.requestUpdate();
    return true;
  }

  protected override render(): TemplateResult {
    const text = this.words.of(visitMessages);
    const problem = this.#action.problem ?? this.problem;
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">${text.title}</h2>
        ${this.#content()}
        <div role="alert">
          ${
            problem === undefined
              ? nothing
              : notice("urgent", iconWarning(), text.notSaved, this.words.explain(problem))
          }
          ${this.missed === undefined ? nothing : this.#missedNotice(this.missed)}
        </div>
      </section>
    `;
  }

  #missedNotice(problem: Problem): TemplateResult {
    const text = this.words.of(visitMessages);
    const understood = this.acting(() => {
      this.missed = undefined;
    });
    return notice(
      "urgent",
      iconWarning(),
      text.missed,
      `${this.words.explain(problem)} ${text.missedHow}`,
      html`<button type="button" class="small" @click=${understood}>${text.understood}</button>`,
    );
  }

  #content(): TemplateResult {
    const text = this.words.of(visitMessages);
    const view = this.#shown;
    const details = this.#present;
    const visit = this.#visit;
    const about = view?.about;
    const group = about?.state === "managed" && about.brief.statutoryGroups.includes("emergency");
    if (view?.emergency === true || group || details?.emergency === true) {
      return html`
        ${notice("urgent", iconEmergency(), text.emergency, text.emergencyHow)}
        ${visit === undefined || about?.state !== "managed" ? nothing : this.#steps(visit, true)}
      `;
    }
    const stopped = view === undefined && details !== undefined ? undefined : stop(view, this.words);
    if (stopped !== undefined) return html`<div role="status">${stopped}</div>`;
    if (details === undefined) return this.#unopened(about?.state === "possible");
    const open = visit !== undefined && visit.visit.status !== "cancelled";
    return html`
      ${identity(details, text, this.words)}
      ${
        open
          ? this.#steps(visit, false)
          : this.#checkIn(visit, about?.state === "possible" || (about?.state === "managed" && about.confirm))
      }
    `;
  }

  #unopened(possible: boolean): TemplateResult {
    const text = this.words.of(visitMessages);
    if (this.#opened.problem !== undefined) {
      const retry = this.acting(() => this.#opened.retry());
      const again = html`<button type="button" @click=${retry}>${text.retry}</button>`;
      return notice("urgent", iconWarning(), text.failed, this.words.explain(this.#opened.problem), again);
    }
    if (possible && !this.comparing) {
      const compare = this.acting(() => {
        this.comparing = true;
      });
      const show = html`<button type="button" @click=${compare}>${text.compare}</button>`;
      return notice("caution", iconPossible(), text.compareFirst, text.compareFirstHow, show);
    }
    return notice("plain", iconReading(), text.opening);
  }

  #checkIn(undone: VisitView | undefined, confirm: boolean): TemplateResult {
    return checkIn({
      text: this.words.of(visitMessages),
      undone: undone !== undefined,
      confirm,
      confirmed: this.confirmed,
      unconfirmed: this.unconfirmed,
      working: this.#working !== undefined,
      tick: (confirmed) => {
        this.confirmed = confirmed;
        this.unconfirmed = false;
      },
      checkIn: this.acting(() => this.#onCheckIn(confirm)),
    });
  }

  #onCheckIn(confirm: boolean): void {
    const token = this.#token;
    if (token === undefined) return;
    if (confirm && !this.confirmed) {
      this.unconfirmed = true;
      return;
    }
    const confirmed = confirm && this.confirmed;
    void this.#do("check-in", new CadreCheckInEvent(token, confirmed), () =>
      this.care?.checkIn(token, confirmed),
    );
  }

  #steps(visit: VisitView, still: boolean): TemplateResult {
    const text = this.words.of(visitMessages);
    const { words } = this;
    const now = this.now();
    const { id, checkedInAt, checkedInBy, status } = visit.visit;
    const undo = this.acting(() => {
      void this.#do("undo", new CadreUndoCheckInEvent(id), () => this.care?.undoCheckIn(id));
    });
    return html`
      <div class="row spread">
        <span class="number">${text.arrived(words.dates.moment(checkedInAt, now), checkedInBy)}</span>
        ${
          visit.undoable && !still
            ? html`<button
                type="button"
                class="quiet small"
                part="undo"
                aria-disabled=${this.#working === undefined ? "false" : "true"}
                @click=${undo}
              >
                ${this.#working === "undo" ? text.undoing : text.undo}
              </button>`
            : nothing
        }
      </div>
      <div role="status" part="delivery">${deliveryChip(visit, words)}</div>
      ${status === "finished" ? notice("good", iconDone(), text.finished) : nothing}
      ${resultClock(visit, words, now)}
      ${stepList({
        visit,
        words,
        now,
        still,
        busy: this.#working,
        rooms: this.rooms,
        roomless: this.roomless,
        choose: (step, room) => {
          this.rooms = new Map(this.rooms).set(step, room);
          this.roomless = undefined;
        },
        record: (step) => this.acting(() => this.#onRecord(id, step)),
      })}
    `;
  }

  #onRecord(visit: string, { step, rooms }: VisitStepView): void {
    const room = this.rooms.get(step) || undefined;
    if (rooms.length > 0 && room === undefined) {
      this.roomless = step;
      return;
    }
    const event = new CadreRecordStepEvent(visit, step, room);
    void this.#do(step, event, () => this.care?.recordStep(visit, step, room)).then((done) => {
      if (!done) return;
      const rest = new Map(this.rooms);
      rest.delete(step);
      this.rooms = rest;
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cadre-visit-steps": CadreVisitSteps;
  }
}
