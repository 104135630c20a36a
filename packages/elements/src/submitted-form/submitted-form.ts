import type { CareService, Problem, ViewedForm } from "@cadre-care/domain";
import type { FormState } from "@cadre-care/forms/on-demand";
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { ActionController } from "../care/action-controller.ts";
import { CadreElement } from "../care/cadre-element.ts";
import { TopicController } from "../care/topic-controller.ts";
import { CadreFormCloseEvent } from "../events/form-events.ts";
import { inBoth } from "../language/catalogue.ts";
import { printerMessages } from "../questionnaire/form-printer.messages.ts";
import { FormPrinter } from "../questionnaire/form-printer.ts";
import { openForm } from "../questionnaire/open-form.ts";
import type { PaperHints, paper } from "../questionnaire/paper.ts";
import { paperAlone } from "../questionnaire/paper-alone.styles.ts";
import { blocks } from "../theme/blocks.styles.ts";
import { controls } from "../theme/controls.styles.ts";
import { iconLocked, iconReading, iconWarning } from "../theme/icons.ts";
import { iconInfo } from "../theme/icons-of-care.ts";
import { notice } from "../theme/notice.ts";
import { tokens } from "../theme/tokens.styles.ts";
import { submittedFormMessages } from "./submitted-form.messages.ts";
import { submittedFormStyles } from "./submitted-form.styles.ts";

export type * from "../events/form-events.ts";

/** What draws the form could not be fetched: no retry brings it, as browsers keep the failure as long as the page. */
const unshownProblem: Problem = { code: "paper-not-fetched", message: inBoth(printerMessages, "unshown") };

/**
 * A form that was submitted, as its own version has it: to look at and to print, never to change. Where it comes from is
 * said; where it cannot be had now, why. Only while the session is open, and for each user anew.
 *
 * @fires {CadreFormCloseEvent} cadre-form-close - the user is done with it
 * @csspart sheet - the form
 * @csspart identity - whom it is about
 * @csspart notice - a block that says one thing
 */
export class CadreSubmittedForm extends CadreElement {
  static override styles = [tokens, controls, blocks, paperAlone, submittedFormStyles];
  static override properties: PropertyDeclarations = {
    subject: {},
    entry: {},
    now: { attribute: false },
    viewed: { state: true },
    draw: { state: true },
  };

  /** Token of the person. */
  subject: string | undefined;

  /** Id of the entry that carried the form. */
  entry: string | undefined;

  /** The clock by which times are told: milliseconds since 1970. */
  now: () => number = Date.now;

  private viewed: ViewedForm | undefined;
  private draw: typeof paper | undefined;

  readonly #session = new TopicController(this, () => this.care, "session");
  readonly #opening = new ActionController(this);
  readonly #printer = new FormPrinter(this, () => this.#form, this.words);
  #form: FormState | undefined;
  #asked = "";
  #askedOf: CareService | undefined;

  constructor() {
    super();
    this.#printer.hints = () => this.#hints();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
    this.#asked = "";
  }

  protected override update(changed: PropertyValues): void {
    this.#follow();
    if (this.#form !== undefined) this.#form.language = this.words.current;
    super.update(changed);
  }

  /** What was looked at goes with the session, the user and the person; each view is asked for, and so audited, anew. */
  #follow(): void {
    const { care, subject, entry } = this;
    const session = this.#session.value;
    const asked = session?.state === "open" ? JSON.stringify([subject, entry, session.user?.id]) : "";
    if (asked === this.#asked && care === this.#askedOf) return;
    this.#asked = asked;
    this.#askedOf = care;
    this.#forget();
    if (asked !== "" && care !== undefined && subject !== undefined && entry !== undefined)
      void this.#open(care, subject, entry);
  }

  #forget(): void {
    this.#opening.reset();
    this.#form?.dispose();
    this.#form = undefined;
    this.viewed = undefined;
    this.#printer.clear();
  }

  async #open(care: CareService, subject: string, entry: string): Promise<void> {
    const opened = await this.#opening.run("open", async () => {
      // First of all: nobody is recorded to have looked at what cannot be shown.
      const draw = await this.#printer.prepare();
      if (draw === undefined) return { ok: false as const, problem: unshownProblem };
      const viewed = await care.viewForm(subject, entry);
      if (!viewed.ok) return viewed;
      const { questionnaire, response, valueSets } = viewed.value;
      const form = openForm({ questionnaire, response, valueSets, language: this.words.current });
      if (!form.ok) return form;
      await form.value.ready;
      return { ok: true as const, value: { viewed: viewed.value, form: form.value, draw } };
    });
    if (opened === undefined) return;
    this.#form = opened.form;
    this.draw = opened.draw;
    this.viewed = opened.viewed;
  }

  #hints(): PaperHints {
    const referral = this.viewed?.kind === "referral";
    const sample = this.viewed?.sample === true;
    return { sample, note: undefined, compact: referral, explained: referral, now: this.now() };
  }

  protected override render(): TemplateResult {
    return html`<div class="frame">
      <div role="status">${this.#status()}</div>
      ${this.#sheet()}
      ${this.#printer.element}
    </div>`;
  }

  #status(): TemplateResult {
    const text = this.words.of(submittedFormMessages);
    const { problem } = this.#opening;
    const session = this.#session.value;
    if (session !== undefined && session.state !== "open")
      return notice("plain", iconLocked(), text.locked, text.lockedHow, this.#closeButton());
    if (problem !== undefined)
      return notice(
        "caution",
        iconWarning(),
        text.failed,
        this.words.explain(problem),
        problem === unshownProblem
          ? this.#closeButton()
          : html`<button type="button" part="retry" @click=${this.#retry}>${text.retry}</button>${this.#closeButton()}`,
      );
    if (this.viewed === undefined) return notice("plain", iconReading(), text.opening);
    const { person, source } = this.viewed;
    return notice(
      "plain",
      iconInfo(),
      text.readOnly,
      html`
        <p class="who" part="identity"><b>${person.name}</b> · <span class="born">${text.born} ${this.words.dates.date(person.birthDate)}</span></p>
        <p class="soft">${text.source[source]}</p>
      `,
      html`
        ${this.#closeButton()}
        <button type="button" part="print" @click=${() => window.print()}>${text.print}</button>
      `,
    );
  }

  #sheet(): TemplateResult | typeof nothing {
    const form = this.#form;
    if (form === undefined || this.viewed === undefined || this.draw === undefined) return nothing;
    return html`<div class="sheet" part="sheet">${this.draw(form, this.words, this.#hints())}</div>`;
  }

  #closeButton(): TemplateResult {
    const text = this.words.of(submittedFormMessages);
    return html`<button type="button" part="close" @click=${this.#close}>${text.close}</button>`;
  }

  readonly #retry = (): void => {
    this.#asked = "";
    this.requestUpdate();
  };

  readonly #close = (): void => {
    this.dispatchEvent(new CadreFormCloseEvent(undefined, "submitted"));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "cadre-submitted-form": CadreSubmittedForm;
  }
}
