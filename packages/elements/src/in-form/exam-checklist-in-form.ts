import type { PropertyDeclarations } from "lit";
import { CadreExamChecklist } from "../exam-checklist/exam-checklist.ts";
import { FormPart } from "./form-part.ts";

/** `<cadre-exam-checklist>` as a control of a surrounding `<form>`; see `FormPart`. */
export class ExamChecklistInForm extends CadreExamChecklist {
  static override properties: PropertyDeclarations = {
    name: { reflect: true },
  };

  static readonly formAssociated = true;

  /** Name of the form's entry. Without one the element gives the form nothing. */
  name: string | null = null;

  readonly #part = new FormPart(this, this.attachInternals(), this.words);

  get form(): HTMLFormElement | null {
    return this.#part.form;
  }

  get validity(): ValidityState {
    return this.#part.validity;
  }

  get validationMessage(): string {
    return this.#part.validationMessage;
  }

  get willValidate(): boolean {
    return this.#part.willValidate;
  }

  checkValidity(): boolean {
    return this.#part.checkValidity();
  }

  reportValidity(): boolean {
    return this.#part.reportValidity();
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#part.enter(form);
  }
}
