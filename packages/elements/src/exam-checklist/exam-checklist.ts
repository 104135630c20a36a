import type { FormKind } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import { CareFormElement } from "../care-form/care-form-element.ts";
import type { PaperHints } from "../questionnaire/paper.ts";
import { examMessages } from "./exam-checklist.messages.ts";
import { specialtyClasses } from "./specialty-classes.ts";

export type * from "../events/form-events.ts";

/**
 * The periodic exam of one person (phiếu khám sức khỏe định kỳ): a questionnaire bound to the care service, with the
 * overall class above it, which is the worst of all specialties and none while one is missing.
 *
 * @fires {CadreFormChangeEvent} cadre-form-change - an answer changed
 * @fires {CadreDraftSavedEvent} cadre-draft-saved - the draft is durable
 * @fires {CadreFormSubmitEvent} cadre-form-submit - before a form without problems is submitted; prevent it to do it yourself
 * @fires {CadreFormSubmittedEvent} cadre-form-submitted - it was accepted
 * @fires {CadreFormLockedEvent} cadre-form-locked - it was locked, or goes on
 * @fires {CadreFormCloseEvent} cadre-form-close - the user is done with it here
 * @fires {CadreOpenPanelEvent} cadre-open-panel - the user goes on with the form in a window of its own
 * @csspart overall - the overall class
 * @csspart identity - whom the form is about, beside the submit button
 * @csspart draft - whether the draft is safe
 * @csspart submit - the submit button
 * @csspart outline - the sections with their progress
 * @csspart to-do - what is left to do
 * @csspart notice - a block that says one thing
 */
export class CadreExamChecklist extends CareFormElement {
  protected override readonly kind: FormKind = "exam";

  protected override heading(): TemplateResult | typeof nothing {
    if (!this.view.isOpen) return nothing;
    const classes = specialtyClasses(this.view.form);
    if (classes === undefined) return nothing;
    const text = this.words.of(examMessages);
    return html`<p class="overall" part="overall">
      <span class="soft">${text.overall}</span>
      ${
        classes.overall === undefined
          ? html`<span>${text.overallNone} – ${text.overallMissing(classes.missing)}</span>`
          : html`<strong>${classes.overall}</strong> <span class="soft">${text.overallRule}</span>`
      }
    </p>`;
  }

  protected override paperHints(): PaperHints {
    return {
      sample: this.careForm.opened?.sample === true,
      note: undefined,
      compact: false,
      explained: false,
      now: this.now(),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cadre-exam-checklist": CadreExamChecklist;
  }
}
