import type { PatientDetails, SubjectView } from "@cadre-care/domain";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { CadreElement } from "../care/cadre-element.ts";
import { ClockController } from "../care/clock-controller.ts";
import { DetailsController } from "../care/details-controller.ts";
import { LinkWithdrawal } from "../care/link-withdrawal.ts";
import { TopicController } from "../care/topic-controller.ts";
import { CadreDetailsEvent, CadreOpenPanelEvent } from "../events/events.ts";
import { blocks } from "../theme/blocks.styles.ts";
import { controls } from "../theme/controls.styles.ts";
import { iconReading, iconWarning } from "../theme/icons.ts";
import { notice } from "../theme/notice.ts";
import { tokens } from "../theme/tokens.styles.ts";
import { circumstancesOf } from "./circumstances.ts";
import type { StatedBy } from "./comparison.ts";
import { detailsOf } from "./details.ts";
import { headlineOf, isEmergency } from "./headline.ts";
import { bannerMessages } from "./priority-banner.messages.ts";
import { bannerStyles } from "./priority-banner.styles.ts";
import { siteLinkBlock } from "./site-link.ts";
import { strip } from "./strip.ts";

export type * from "../events/events.ts";

/**
 * What is known about the page's patient: managed, possible, not managed, not enough information, reading, conflict,
 * locked, signed out, a page that cannot be read, no patient. Emergency goes before everything.
 *
 * With a service it follows the page's patient by itself; without one it shows `view` and `details`.
 *
 * @fires {CadreOpenPanelEvent} cadre-open-panel - the one button of the strip, the same for every patient
 * @fires {CadreDetailsEvent} cadre-details - details were opened and audited, and are shown
 * @csspart strip - the strip
 * @csspart sign - the state's sign at the start of the strip
 * @csspart title - first line of the strip
 * @csspart body - second line of the strip
 * @csspart chips - card, book and exam
 * @csspart machine - offline, old list, wrong clock
 * @csspart statutory - the group that has priority by law
 * @csspart open - the button of the strip
 * @csspart identity - name, birth date and tier in the details
 * @csspart comparison - the page's identity beside the directory's
 * @csspart process - process, room and next step
 * @csspart facts - card, book, exam, clinic, doctor
 * @csspart guide - what to do in an emergency
 * @csspart link - that the page's HIS code is linked to the person
 * @csspart ask-withdraw-link - asks to take that link back
 * @csspart withdraw-link - takes it back
 * @csspart notice - a block that says one thing
 * @cssprop --cadre-font - font family
 * @cssprop --cadre-font-size - size of ordinary text, 0.9375rem
 * @cssprop --cadre-ground - ground
 * @cssprop --cadre-ink - text
 * @cssprop --cadre-accent - managed people and first buttons
 * @cssprop --cadre-radius - radius of corners, 8px
 */
export class CadrePriorityBanner extends CadreElement {
  static override styles = [tokens, controls, blocks, bannerStyles];

  /** What to show. Without it the service's page patient. */
  @property({ attribute: false }) view: SubjectView | undefined;

  /** `strip`: one line of 56 px without a name. `details`: everything, and an audited view. */
  @property() mode: "strip" | "details" = "strip";

  /** Details to show in `details` mode. Without them the service is asked, once per patient. */
  @property({ attribute: false }) details: PatientDetails | undefined;

  /** Whether `view` is the page's patient or somebody who was scanned: what the directory is compared with. */
  @property({ attribute: "stated-by" }) statedBy: StatedBy = "page";

  /** The present time; a portal with a better clock may give its own. */
  @property({ attribute: false }) now: () => number = Date.now;

  readonly #subject = new TopicController(
    this,
    () => (this.view === undefined ? this.care : undefined),
    "subject",
  );
  readonly #opened = new DetailsController(this);
  readonly #withdrawal = new LinkWithdrawal(this);
  #compared: string | undefined;
  #told: PatientDetails | undefined;
  #said = "";

  constructor() {
    super();
    new ClockController(this, 60_000);
  }

  get #shown(): SubjectView | undefined {
    return this.view ?? this.#subject.value;
  }

  /** Details of exactly the patient that is shown; those of another one are never drawn. */
  get #present(): PatientDetails | undefined {
    const view = this.#shown;
    const given = this.details;
    if (view === undefined) return this.care === undefined ? given : undefined;
    if (view.about.state !== "managed" && view.about.state !== "possible") return undefined;
    return given !== undefined && given.subject === view.subject ? given : this.#opened.for(view.subject);
  }

  protected override update(changed: PropertyValues): void {
    const view = this.#shown;
    const state = view?.about.state;
    if (this.#compared !== view?.subject) this.#compared = undefined;
    const wanted = state === "managed" || (state === "possible" && this.#compared !== undefined);
    const ask = this.mode === "details" && wanted && this.details?.subject !== view?.subject;
    this.#opened.open(this.care, ask ? view?.subject : undefined);
    this.#withdrawal.about(view?.subject ?? this.details?.subject);
    const headline = headlineOf(view, this.words);
    if (headline.name !== "reading") {
      const body = headline.body === nothing ? "" : `. ${String(headline.body)}`;
      this.#said = `${headline.title}${body}`;
    }
    super.update(changed);
  }

  protected override updated(): void {
    const details = this.mode === "details" ? this.#present : undefined;
    if (details !== undefined && details !== this.#told) this.dispatchEvent(new CadreDetailsEvent(details));
    this.#told = details;
  }

  protected override render(): TemplateResult {
    const live = html`<div class="unseen" role="status">${this.#said}</div>`;
    if (this.mode === "details") return html`${this.#details()}${live}`;
    const open = this.acting(() => this.dispatchEvent(new CadreOpenPanelEvent(this.#shown?.subject)));
    return html`${strip({ view: this.#shown, words: this.words, now: this.now(), open })}${live}`;
  }

  #details(): TemplateResult {
    const text = this.words.of(bannerMessages);
    const view = this.#shown;
    const details = this.#present;
    const emergency = (view !== undefined && isEmergency(view)) || details?.emergency === true;
    return html`
      <section class="stack" part="details" aria-label=${text.label} data-state=${headlineOf(view, this.words).name}>
        ${this.#head(view, details, emergency)}
        ${
          view === undefined
            ? nothing
            : view.warnings.map((warning) =>
                notice("caution", iconWarning(), text.advice, this.words.say(warning.message)),
              )
        }
        ${
          details === undefined
            ? this.#waiting(view)
            : detailsOf(details, view, emergency, this.words, this.statedBy, this.#link(details))
        }
        ${
          view === undefined
            ? nothing
            : circumstancesOf(view, this.words, this.now())
                .filter((entry) => entry.word !== headlineOf(view, this.words).title)
                .map((entry) => notice("plain", entry.icon, entry.word, entry.advice))
        }
      </section>
    `;
  }

  #link({ subject, link }: PatientDetails): TemplateResult | typeof nothing {
    const { care } = this;
    const act =
      care &&
      ((what: "ask" | "keep" | "withdraw") =>
        this.acting(() => {
          if (what === "withdraw") void this.#withdrawal.withdraw(care, subject);
          else this.#withdrawal.ask(what === "ask");
        }));
    return siteLinkBlock({ link, withdrawal: this.#withdrawal, words: this.words, now: this.now(), act });
  }

  #head(
    view: SubjectView | undefined,
    details: PatientDetails | undefined,
    emergency: boolean,
  ): TemplateResult | typeof nothing {
    const headline = headlineOf(view, this.words);
    if (view === undefined && details !== undefined) {
      const text = this.words.of(bannerMessages);
      return emergency ? notice("urgent", iconWarning(), text.emergency, text.emergencyHow) : nothing;
    }
    if (headline.name === "managed") {
      const confirm = view?.about.state === "managed" && view.about.confirm;
      const text = this.words.of(bannerMessages);
      return confirm ? notice("caution", iconWarning(), text.confirm, text.confirmHow) : nothing;
    }
    return notice(headline.tone, headline.icon, headline.title, headline.body);
  }

  #waiting(view: SubjectView | undefined): TemplateResult | typeof nothing {
    const text = this.words.of(bannerMessages);
    if (this.#opened.problem !== undefined) {
      const again = this.acting(() => this.#opened.retry());
      return notice(
        "urgent",
        iconWarning(),
        text.failed,
        this.words.say(this.#opened.problem.message),
        html`<button type="button" @click=${again}>${text.retry}</button>`,
      );
    }
    if (this.#opened.busy) return notice("plain", iconReading(), text.opening);
    if (view?.about.state === "possible" && this.care !== undefined && view.subject !== undefined) {
      const compare = this.acting(() => {
        this.#compared = view.subject;
        this.requestUpdate();
      });
      return html`<div><button type="button" @click=${compare}>${text.compare}</button></div>`;
    }
    return nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cadre-priority-banner": CadrePriorityBanner;
  }
}
