import type { FhirJson, PrefilledAnswer, PreviousValue } from "@cadre-care/domain";
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { CadreElement } from "../care/cadre-element.ts";
import { blocks } from "../theme/blocks.styles.ts";
import { controls } from "../theme/controls.styles.ts";
import { tokens } from "../theme/tokens.styles.ts";
import { choiceStyles } from "./choices.styles.ts";
import { fieldStyles } from "./fields.styles.ts";
import type { CodeLookup } from "./form-context.ts";
import { FormView } from "./form-view.ts";
import { paperAlone } from "./paper-alone.styles.ts";
import { questionnaireStyles } from "./questionnaire.styles.ts";

export type * from "../events/form-events.ts";

/**
 * Any FHIR R4 Questionnaire, to be filled in: one shadow root for the whole form, drawn piece by piece. It keeps nothing
 * and sends nothing; who uses it hears `cadre-form-change` and asks for `response`.
 *
 * @fires {CadreFormChangeEvent} cadre-form-change - an answer changed
 * @csspart outline - the sections with their progress
 * @csspart to-do - what is left to do
 * @csspart sample - the band of a form that the unit has not confirmed
 * @csspart prefill - what says that a section was filled in before
 * @csspart confirm - the button that confirms such a section
 * @csspart notice - a block that says one thing
 */
export class CadreQuestionnaire extends CadreElement {
  static override styles = [
    tokens,
    controls,
    blocks,
    questionnaireStyles,
    fieldStyles,
    choiceStyles,
    paperAlone,
  ];
  static override properties: PropertyDeclarations = {
    questionnaire: { attribute: false },
    initialResponse: { attribute: false },
    valueSets: { attribute: false },
    prefilled: { attribute: false },
    previous: { attribute: false },
    lookup: { attribute: false },
    sample: { type: Boolean },
    now: { attribute: false },
  };

  /** The form. Another one takes its place with all answers. */
  questionnaire: FhirJson | undefined;

  /** A draft to go on with, or a response to amend; read when the form is opened. */
  initialResponse: FhirJson | undefined;

  /** Expanded ValueSets that the form names. */
  valueSets: readonly FhirJson[] = [];

  /** Answers that are shown as prefilled until somebody confirms them. */
  prefilled: readonly PrefilledAnswer[] = [];

  /** Earlier measurements, shown beside the questions of the same code. */
  previous: readonly PreviousValue[] = [];

  /** Looks codes up that did not come with the form. Without it the service's `searchCodes`. */
  lookup: CodeLookup | undefined;

  /** The unit has not confirmed the template. */
  sample = false;

  /** The clock by which times are told: milliseconds since 1970. */
  now: () => number = Date.now;

  protected readonly view = new FormView(this, this.words);

  /** Parts of the form that is meant now, on their way. */
  #coming: Promise<void> | undefined;

  /** What was answered so far, as a QuestionnaireResponse in progress; undefined without a form. */
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

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("questionnaire") || changed.has("initialResponse")) this.#begin();
  }

  /** What a form needs is here before anything of it is drawn; nothing of the form before stays meanwhile. */
  #begin(): void {
    const { questionnaire } = this;
    const coming = questionnaire === undefined ? undefined : this.view.prepare(questionnaire, this.previous);
    this.#coming = coming;
    if (coming === undefined) {
      this.#open();
      return;
    }
    this.view.close();
    this.waitFor(
      coming.then(() => {
        // Another form may be meant by now, or none.
        if (this.#coming !== coming) return;
        this.#coming = undefined;
        this.#open();
        this.requestUpdate();
      }),
    );
  }

  #open(): void {
    const { questionnaire, care } = this;
    if (questionnaire === undefined) {
      this.view.close();
      return;
    }
    this.view.printer.hints = () => ({
      sample: this.sample,
      note: undefined,
      compact: false,
      explained: false,
      now: this.now(),
    });
    this.view.open(
      {
        questionnaire,
        response: this.initialResponse,
        valueSets: this.valueSets,
        prefilled: this.prefilled,
        language: this.words.current,
      },
      {
        previous: this.previous,
        lookup: this.lookup ?? (care === undefined ? undefined : (set, text) => care.searchCodes(set, text)),
        sample: this.sample,
      },
    );
  }

  protected override render(): TemplateResult {
    return html`<div class="frame" @keydown=${this.view.onKey} @focusin=${this.view.onFocus}>
      <div class="form">
        ${this.view.content()}
        ${this.view.isOpen ? html`<div class="foot">${this.view.toDo()}</div>` : nothing}
      </div>
      ${this.view.printer.element}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cadre-questionnaire": CadreQuestionnaire;
  }
}
