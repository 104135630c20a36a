import type { FormKind } from "@cadre-care/domain";
import { html, type TemplateResult } from "lit";
import { CareFormElement } from "../care-form/care-form-element.ts";
import type { PaperHints } from "../questionnaire/paper.ts";
import { referralMessages } from "./referral-form.messages.ts";

export type * from "../events/form-events.ts";

/**
 * The referral of one person (phiếu chuyển cơ sở khám bệnh, chữa bệnh; TT 01/2025 annex VI): a questionnaire bound to the
 * care service. It is a draft and says so, on the screen and on paper: the legal form is signed in the HIS (DOMAIN 4.3).
 *
 * @fires {CadreFormChangeEvent} cadre-form-change - an answer changed
 * @fires {CadreDraftSavedEvent} cadre-draft-saved - the draft is durable
 * @fires {CadreFormSubmitEvent} cadre-form-submit - before a form without problems is submitted; prevent it to do it yourself
 * @fires {CadreFormSubmittedEvent} cadre-form-submitted - it was accepted
 * @fires {CadreFormLockedEvent} cadre-form-locked - it was locked, or goes on
 * @fires {CadreFormCloseEvent} cadre-form-close - the user is done with it here
 * @fires {CadreOpenPanelEvent} cadre-open-panel - the user goes on with the form in a window of its own
 * @csspart draft-only - the line that says that this is a draft
 * @csspart identity - whom the form is about, beside the submit button
 * @csspart draft - whether the draft is safe
 * @csspart submit - the submit button
 * @csspart outline - the sections with their progress
 * @csspart to-do - what is left to do
 * @csspart notice - a block that says one thing
 */
export class CadreReferralForm extends CareFormElement {
  protected override readonly kind: FormKind = "referral";

  protected override heading(): TemplateResult {
    return html`<p class="draft-only" part="draft-only">${this.words.of(referralMessages).draftOnly}</p>`;
  }

  protected override paperHints(): PaperHints {
    return {
      sample: this.careForm.opened?.sample === true,
      note: this.words.of(referralMessages).draftOnly,
      compact: true,
      explained: true,
      now: this.now(),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cadre-referral-form": CadreReferralForm;
  }
}
