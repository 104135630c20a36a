import type { PatientDetails, SubjectView } from "@cadre-care/domain";
import {
  adoptStyles,
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import { CadreElement } from "../care/cadre-element.ts";
import { ClockController } from "../care/clock-controller.ts";
import { firstPaint } from "../care/first-paint.ts";
import { OnDemand } from "../care/on-demand.ts";
import { TopicController } from "../care/topic-controller.ts";
import { CadreDetailsEvent, CadreOpenPanelEvent } from "../events/events.ts";
import { buttons } from "../theme/buttons.styles.ts";
import { signs } from "../theme/signs.styles.ts";
import { tokens } from "../theme/tokens.styles.ts";
import type { BannerDetails } from "./banner-details.ts";
import type { StatedBy } from "./comparison.ts";
import { type Headline, headlineOf } from "./headline.ts";
import { type Circumstance, circumstancesAtOnce, isMoreToSay } from "./offline.ts";
import { bannerMessages } from "./priority-banner.messages.ts";
import { bannerStyles } from "./priority-banner.styles.ts";
import { strip } from "./strip.ts";

export type * from "../events/events.ts";

const inWords = ({ title, body }: Headline): string =>
  body === nothing ? title : `${title}. ${String(body)}`;

/**
 * What is known about the page's patient: managed, possible, not managed, not enough information, reading, conflict,
 * locked, signed out, a page that cannot be read, no patient. Emergency goes before everything.
 *
 * With a service it follows the page's patient by itself; without one it shows `view` and `details`.
 *
 * @slot action - one more action of the strip, before its button; not shown in an emergency
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
  static override styles = [tokens, buttons, signs, bannerStyles];
  static override properties: PropertyDeclarations = {
    view: { attribute: false },
    mode: {},
    details: { attribute: false },
    statedBy: { attribute: "stated-by" },
    now: { attribute: false },
  };

  /** What to show. Without it the service's page patient. */
  view: SubjectView | undefined;

  /** `strip`: one line of 56 px without a name. `details`: everything, and an audited view. */
  mode: "strip" | "details" = "strip";

  /** Details to show in `details` mode. Without them the service is asked, once per patient. */
  details: PatientDetails | undefined;

  /** Whether `view` is the page's patient or somebody who was scanned: what the directory is compared with. */
  statedBy: StatedBy = "page";

  /** The present time; a portal with a better clock may give its own. */
  now: () => number = Date.now;

  readonly #subject = new TopicController(
    this,
    () => (this.view === undefined ? this.care : undefined),
    "subject",
  );
  readonly #onDemand = new OnDemand(this, () => this.worded(import("./banner-details.ts")));
  #opened: BannerDetails | undefined;
  #told: PatientDetails | undefined;
  #said = "";

  constructor() {
    super();
    new ClockController(this, 60_000);
  }

  get #shown(): SubjectView | undefined {
    return this.view ?? this.#subject.value;
  }

  protected override update(changed: PropertyValues): void {
    const detailed = this.mode === "details";
    if (detailed) this.#prepare();
    else this.#wantCircumstances();
    // Nothing is opened, and audited, for a banner that left the page.
    this.#opened?.update(detailed && this.isConnected);
    const headline = headlineOf(this.#shown, this.words);
    if (headline.name !== "reading") this.#said = inWords(headline);
    super.update(changed);
  }

  /** The network that brought the strip brings the details; when they are wanted it may be away. */
  protected override firstUpdated(): void {
    void firstPaint().then(() => this.#onDemand.want());
  }

  protected override updated(): void {
    const details = this.mode === "details" ? this.#opened?.present : undefined;
    if (details !== undefined && details !== this.#told) this.dispatchEvent(new CadreDetailsEvent(details));
    this.#told = details;
  }

  protected override render(): TemplateResult {
    const live = html`<div class="unseen" role="status">${this.#said}</div>`;
    if (this.mode === "details") return html`${this.#opened?.render() ?? this.#notYet()}${live}`;
    const open = this.acting(() => this.dispatchEvent(new CadreOpenPanelEvent(this.#shown?.subject)));
    const parts = {
      view: this.#shown,
      circumstances: this.#circumstances,
      words: this.words,
      now: this.now(),
      open,
    };
    return html`${strip(parts)}${live}`;
  }

  get #circumstances(): readonly Circumstance[] {
    const view = this.#shown;
    const { part, failed } = this.#onDemand;
    if (view === undefined) return [];
    return (
      part?.circumstancesOf(view, this.words, this.now()) ?? circumstancesAtOnce(view, this.words, failed)
    );
  }

  /** An old list or a wrong clock is said with the details' words. */
  #wantCircumstances(): void {
    const view = this.#shown;
    if (view !== undefined && isMoreToSay(view)) this.waitFor(this.#onDemand.want());
  }

  #prepare(): void {
    const { part } = this.#onDemand;
    if (part === undefined) this.waitFor(this.#onDemand.want());
    else if (this.#opened === undefined) {
      this.#opened = new part.BannerDetails(this, () => ({
        words: this.words,
        care: this.care,
        view: this.#shown,
        given: this.details,
        statedBy: this.statedBy,
        now: this.now(),
        acting: (act) => this.acting(act),
      }));
      if (this.shadowRoot !== null)
        adoptStyles(this.shadowRoot, CadrePriorityBanner.finalizeStyles(part.styles));
    }
  }

  /** What can be said before the details are here, or when they cannot be had. */
  #notYet(): TemplateResult {
    const text = this.words.of(bannerMessages);
    return html`<section aria-label=${text.label}>
      <p>${inWords(headlineOf(this.#shown, this.words))}</p>
      ${this.#onDemand.failed ? html`<p role="alert">${text.away}</p>` : nothing}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cadre-priority-banner": CadrePriorityBanner;
  }
}
