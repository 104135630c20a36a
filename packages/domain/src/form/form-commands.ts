import type { Result } from "../result/result.ts";
import type {
  DraftOpening,
  FhirJson,
  FormCode,
  FormOffer,
  OpenedForm,
  SubmittedForm,
  ViewedForm,
} from "./form-view.ts";

/**
 * Forms of a person in the directory. A form is bound to the person and encounter that it was opened for: saving and
 * submitting are refused (`form-of-another-patient`) while the page shows somebody else, and nothing is lost by that.
 * Both are refused (`form-saved-elsewhere`) from an opening that does not have what another one saved after it.
 */
export interface FormCommands {
  /** Forms that this user may open for this person now. */
  listForms(subject: string): Promise<Result<readonly FormOffer[]>>;
  /** Opens or resumes a form; an audited view (DESIGN rule 9). `questionnaire`: of the offer, `url|version`. */
  openForm(subject: string, questionnaire: string): Promise<Result<OpenedForm>>;
  /** `response`: the QuestionnaireResponse as far as it goes. Answers after the commit. */
  saveDraft(
    form: string,
    response: FhirJson,
    opening: DraftOpening,
  ): Promise<Result<{ readonly savedAt: string }>>;
  /** Without an opening whatever is kept of it goes: of one that does not open. */
  discardDraft(form: string, opening?: DraftOpening): Promise<Result<null>>;
  /**
   * Turns the draft into an outbox entry, both in one commit. A second call with the same answers answers with
   * the same entry; others are refused (`form-submitted`).
   */
  submitForm(form: string, response: FhirJson, opening: DraftOpening): Promise<Result<SubmittedForm>>;
  /**
   * Shows a form again that this user submitted (`entry` of the offer); an audited view. Once the board has it, only the
   * board says what it says: `form-view-offline` where that cannot be asked, `form-view-mismatch` where it answers with
   * anything but this one form of this person.
   */
  viewForm(subject: string, entry: string): Promise<Result<ViewedForm>>;
  /** Codes of a kept value set whose code or folded display fits; best first, at most 50. */
  searchCodes(valueSet: string, text: string): Promise<Result<readonly FormCode[]>>;
}
