import type {
  FhirJson,
  FormCode,
  FormCommands,
  FormOffer,
  FormsView,
  OpenedForm,
  Result,
  SubmittedForm,
} from "@cadre-care/domain";
import { formProblems } from "@cadre-care/domain";
import { Topic } from "./topic.ts";

const { refuse } = formProblems;

/** The forms of one page: what may be opened for its people, and what is open. */
export class ScopeForms implements FormCommands {
  readonly view = new Topic<FormsView>({ drafts: [], bound: [] });

  async listForms(_subject: string): Promise<Result<readonly FormOffer[]>> {
    return refuse("forms-missing");
  }

  async openForm(_subject: string, _questionnaire: string): Promise<Result<OpenedForm>> {
    return refuse("forms-missing");
  }

  async saveDraft(_form: string, _response: FhirJson): Promise<Result<{ readonly savedAt: string }>> {
    return refuse("form-unknown");
  }

  async discardDraft(_form: string): Promise<Result<null>> {
    return refuse("form-unknown");
  }

  async submitForm(_form: string, _response: FhirJson): Promise<Result<SubmittedForm>> {
    return refuse("form-unknown");
  }

  async searchCodes(_valueSet: string, _text: string): Promise<Result<readonly FormCode[]>> {
    return refuse("codes-missing");
  }
}
