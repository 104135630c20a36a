import type { PropertyDeclarations } from "lit";
import { CadreQuestionnaire } from "../questionnaire/questionnaire.ts";
import { FormPart } from "./form-part.ts";

/** `<cadre-questionnaire>` as a control of a surrounding `<form>`; see `FormPart`. */
export class QuestionnaireInForm extends CadreQuestionnaire {
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
