import type { CareService, FhirJson, FormKind, OpenedForm } from "@cadre-care/domain";
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { CadreElement } from "../care/cadre-element.ts";
import { ClockController } from "../care/clock-controller.ts";
import { firstPaint } from "../care/first-paint.ts";
import { CadreOpenPanelEvent } from "../events/events.ts";
import { CadreFormCloseEvent, CadreFormSubmitEvent } from "../events/form-events.ts";
import { choiceStyles } from "../questionnaire/choices.styles.ts";
import { fieldStyles } from "../questionnaire/fields.styles.ts";
import { FormView } from "../questionnaire/form-view.ts";
import { loadFurtherParts } from "../questionnaire/further-parts.ts";
import type { PaperHints } from "../questionnaire/paper.ts";
import { paperAlone } from "../questionnaire/paper-alone.styles.ts";
import { questionnaireStyles } from "../questionnaire/questionnaire.styles.ts";
import { blocks } from "../theme/blocks.styles.ts";
import { controls } from "../theme/controls.styles.ts";
import { tokens } from "../theme/tokens.styles.ts";
import { careFormStyles } from "./care-form.styles.ts";
import { CareForm, type FormContent } from "./care-form.ts";
import { formFoot } from "./form-foot.ts";
import {
  closedState,
  earlierState,
  failedState,
  lockedSession,
  lockedState,
  nobodyState,
  openingState,
  submittedState,
} from "./form-states.ts";
import { launchContextOf } from "./launch-context.ts";
import { holdsUnsaved, savedElsewhereState } from "./saved-elsewhere.ts";
import { SubmitGate } from "./submit-gate.ts";

/** Opening takes longer than usual after this many milliseconds. */
const SLOW = 1_000;

/**
 * A form that is bound to one person: opened from the service, kept as a draft at every pause, locked while the page
 * shows somebody else, submitted by a real click beside the person's name. What kind of form, its element says.
 */
export abstract class CareFormElement extends CadreElement {
  static override styles = [
    tokens,
    controls,
    blocks,
    questionnaireStyles,
    fieldStyles,
    choiceStyles,
    careFormStyles,
    paperAlone,
  ];
  static override properties: PropertyDeclarations = {
    subject: {},
    questionnaire: {},
    now: { attribute: false },
    requireVisible: { type: Boolean, attribute: "require-visible" },
    slow: { state: true },
    sure: { state: true },
    blocked: { state: true },
  };

  /** Token of the person. Without it the page's patient, once there is one. */
  subject: string | undefined;

  /** Canonical `url|version`. Without it the form of this kind that is offered, a draft before a new one. */
  questionnaire: string | undefined;

  /** The clock by which times are told: milliseconds since 1970. */
  now: () => number = Date.now;

  /**
   * Inside a page of others: submitted only by a click on a button that was really seen, or elsewhere. No draft is
   * discarded there.
   */
  requireVisible = false;

  private slow = false;
  private sure = false;
  private blocked: number | undefined;

  protected readonly view = new FormView(this, this.words);
  protected readonly careForm = new CareForm(this, () => this.care, this.#content());
  readonly #gate = new SubmitGate(this, () => this.requireVisible);
  #slowTimer: ReturnType<typeof setTimeout> | undefined;
  /** The form whose submit button was pressed, and that is not yet ready for it. */
  #pressed: OpenedForm | undefined;

  constructor() {
    super();
    new ClockController(this, 30_000);
    // While nobody waits for it: the network may be gone when a form opens.
    void firstPaint().then(loadFurtherParts);
    this.view.printer.hints = () => (this.#isClosed ? undefined : this.paperHints());
    this.view.atEnd = () => this.renderRoot.querySelector<HTMLElement>("[part=submit]")?.focus();
    this.addEventListener("cadre-form-change", () => {
      this.blocked = undefined;
      this.careForm.changed();
    });
    this.addEventListener("focusout", () => void this.careForm.flush());
  }

  protected abstract readonly kind: FormKind;

  /** What stands above the items. */
  protected abstract heading(): TemplateResult | typeof nothing;

  /** What this kind of form puts on paper. */
  protected abstract paperHints(): PaperHints;

  /** What was answered so far; undefined without a form. */
  get response(): FhirJson | undefined {
    return this.view.isOpen ? this.view.response("in-progress") : undefined;
  }

  /** Whether a form is open and nothing in it is left to do. */
  get isComplete(): boolean {
    return this.view.isOpen && this.view.toDoCount === 0;
  }

  /** What was answered, as a completed QuestionnaireResponse; undefined while something is left to do. */
  get completedResponse(): FhirJson | undefined {
    return this.isComplete ? this.view.response("completed") : undefined;
  }

  /** Shows everything that is left to do and puts the focus on the first. Whether nothing is. */
  check(): boolean {
    if (!this.view.isOpen) return false;
    if (this.view.toDoCount === 0) return true;
    this.view.showAllProblems();
    return false;
  }

  /** Saves what is not saved yet, for instance before this document goes away. */
  save(): Promise<void> {
    return this.careForm.flush();
  }

  protected override update(changed: PropertyValues): void {
    const { subject } = this;
    const restated =
      changed.has("subject") &&
      (changed.get("subject") !== undefined ||
        (subject !== undefined && this.careForm.opened?.subject !== subject));
    if (changed.has("questionnaire") || restated) this.careForm.close();
    this.careForm.follow(this.care, this.subject, this.kind, this.questionnaire);
    if (this.#isClosed) this.view.printer.clear();
    this.#watchOpening();
    const focused = this.shadowRoot?.activeElement;
    const inForm = focused?.closest(".form") != null;
    const inStatus = focused?.closest(".frame > [role=status]") != null;
    super.update(changed);
    // What had the focus is hidden or gone: the next Tab would leave what stands in its place, or the document.
    const left = this.careForm.lock?.reason === "saved-elsewhere" && document.hasFocus();
    if (
      (inForm && (left || this.careForm.submitted !== undefined)) ||
      (inStatus && focused?.isConnected === false)
    )
      this.renderRoot.querySelector<HTMLElement>("[role=status]")?.focus();
  }

  /** Nothing of the form may be seen now, on paper neither. */
  get #isClosed(): boolean {
    return this.careForm.lock !== undefined || !this.careForm.sessionOpen;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#slowTimer);
    this.#slowTimer = undefined;
  }

  #content(): FormContent {
    return {
      prepare: ({ questionnaire, previous }) => {
        const coming = this.view.prepare(questionnaire, previous);
        if (coming !== undefined) this.waitFor(coming);
        return coming;
      },
      show: (opened: OpenedForm, service: CareService) => {
        this.view.open(
          {
            questionnaire: opened.questionnaire,
            response: opened.response,
            valueSets: opened.valueSets,
            prefilled: opened.prefilled,
            launchContext: launchContextOf(opened),
            language: this.words.current,
          },
          {
            previous: opened.previous,
            lookup: (valueSet, text) => service.searchCodes(valueSet, text),
            sample: opened.sample,
          },
        );
        if (this.autofocus) void this.updateComplete.then(() => this.#takeFocus());
      },
      response: () => this.view.response("in-progress"),
      forget: () => {
        this.view.close();
        this.sure = false;
        this.blocked = undefined;
      },
    };
  }

  /** Inside a page of others a form that opens late takes no key from what the user types there meanwhile. */
  #takeFocus(): void {
    if (!this.requireVisible || document.hasFocus()) this.view.focusFirst();
  }

  #watchOpening(): void {
    const { opening } = this.careForm;
    if (opening === (this.#slowTimer !== undefined)) return;
    clearTimeout(this.#slowTimer);
    this.#slowTimer = undefined;
    this.slow = false;
    if (opening)
      this.#slowTimer = setTimeout(() => {
        this.slow = true;
      }, SLOW);
  }

  protected override render(): TemplateResult {
    return html`<div class="frame" @keydown=${this.#onKey} @focusin=${this.view.onFocus}>
      <div role="status" tabindex="-1">${this.#status()}</div>
      ${this.#form()}
      ${this.view.printer.element}
    </div>`;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (this.careForm.lock === undefined && this.careForm.submitted === undefined) this.view.onKey(event);
  };

  #status(): TemplateResult | typeof nothing {
    const { words, careForm } = this;
    const { opened, lock, submitted, delivery } = careForm;
    if (opened !== undefined && submitted !== undefined && delivery !== undefined)
      return submittedState(
        words,
        delivery,
        this.#press(() => this.#leave("submitted")),
        this.#press(() => void this.view.printer.prepare().then(() => window.print())),
      );
    if (opened !== undefined && lock !== undefined) {
      if (lock.reason === "saved-elsewhere")
        return savedElsewhereState(words, lock, {
          now: this.now(),
          draft: careForm.draft,
          problem: careForm.problem,
          open: this.#press(() => void careForm.reopen()),
          leave: this.#press(() => this.#leave("draft")),
        });
      return lockedState(words, lock, opened, {
        sure: this.sure,
        leave: this.#press(() => this.#leave("draft")),
        discard: this.requireVisible
          ? undefined
          : this.#press(() => {
              this.sure = true;
            }),
        discardNo: this.#press(() => {
          this.sure = false;
        }),
        discardYes: this.#press(() => void this.#discard()),
        problem: careForm.problem,
        draft: careForm.draft,
      });
    }
    if (opened !== undefined) return nothing;
    if (careForm.discarded || careForm.left)
      return closedState(
        words,
        careForm.discarded ? "discarded" : "left",
        this.#press(() => careForm.again()),
      );
    if (!careForm.sessionOpen) return lockedSession(words);
    const { openProblem } = careForm;
    if (openProblem !== undefined)
      return failedState(
        words,
        openProblem,
        this.#press(() => careForm.again()),
      );
    return careForm.subjectNow(this.subject) === undefined
      ? nobodyState(words)
      : openingState(words, this.slow);
  }

  /** The form itself: hidden and kept while it is locked or done with. */
  #form(): TemplateResult | typeof nothing {
    const { careForm, view } = this;
    const { opened } = careForm;
    if (opened === undefined) return nothing;
    const stopped = careForm.lock !== undefined || careForm.submitted !== undefined;
    const hidden = stopped && !holdsUnsaved(careForm.lock, careForm.draft);
    return html`<div class="form" ?hidden=${hidden} ?inert=${stopped}>
      ${earlierState(this.words, opened)}
      <div class="content" ?inert=${careForm.busy === "submit"}>${view.content(this.heading())}</div>
      ${
        view.isOpen
          ? html`<div class="foot">
              ${view.toDo()}
              ${formFoot(this.words, {
                opened,
                draft: careForm.draft,
                now: this.now(),
                offline: careForm.offline,
                busy: careForm.busy === "submit",
                problem: careForm.problem,
                blocked: this.blocked,
                unseen: this.#gate.unseen,
                elsewhere: this.#gate.elsewhere ? this.#press(() => void this.#elsewhere()) : undefined,
                submit: this.#onSubmit,
              })}
            </div>`
          : nothing
      }
    </div>`;
  }

  /** Submitting is for real clicks and keys only, whatever surrounds the element (DESIGN 6). */
  readonly #onSubmit = (event: Event): void => {
    const { opened, busy } = this.careForm;
    if (!this.#gate.lets(event) || this.#pressed === opened || busy !== undefined) return;
    this.#pressed = opened;
    void this.view.ready.then(() => {
      // Another person's form may have taken its place: nobody pressed there.
      if (this.#pressed !== opened) return;
      this.#pressed = undefined;
      if (this.careForm.opened === opened) this.#submit();
    });
  };

  #submit(): void {
    if (!this.view.isOpen || this.careForm.lock !== undefined || this.careForm.submitted !== undefined)
      return;
    const { toDoCount } = this.view;
    this.blocked = toDoCount > 0 ? toDoCount : undefined;
    if (toDoCount > 0) {
      this.view.showAllProblems();
      return;
    }
    const response = this.view.response("completed");
    const asked = new CadreFormSubmitEvent(this.careForm.opened?.form, response);
    if (this.dispatchEvent(asked)) void this.careForm.submit(response);
  }

  #press(act: () => void): (event: Event) => void {
    return this.acting(act);
  }

  #leave(left: CadreFormCloseEvent["left"]): void {
    const form = this.careForm.opened?.form;
    this.careForm.leave();
    this.dispatchEvent(new CadreFormCloseEvent(form, left));
  }

  /** Goes on in a window of its own, with what is entered so far. */
  async #elsewhere(): Promise<void> {
    await this.careForm.flush();
    // What could not be saved is not left behind.
    if (this.careForm.draft.state === "failed") return;
    this.dispatchEvent(new CadreOpenPanelEvent(this.careForm.opened?.subject));
    this.#leave("draft");
  }

  async #discard(): Promise<void> {
    const form = this.careForm.opened?.form;
    this.sure = false;
    if (await this.careForm.discard()) this.dispatchEvent(new CadreFormCloseEvent(form, "discarded"));
  }
}
