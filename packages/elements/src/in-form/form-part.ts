import type { FhirJson } from "@cadre-care/domain";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { LanguageController } from "../language/language-controller.ts";
import { inFormMessages } from "./in-form.messages.ts";

/** An element with answers as FHIR. */
export interface Answering extends ReactiveControllerHost, HTMLElement {
  /** Name of the form's entry. Without one the element gives the form nothing. */
  readonly name: string | null;
  readonly response: FhirJson | undefined;
  /** Undefined while something is left to do. */
  readonly completedResponse: FhirJson | undefined;
  /** Whether nothing is left to do; costs less than asking for the response. */
  readonly isComplete: boolean;
  /** Shows what is left to do. Whether nothing is. */
  check(): boolean;
}

/**
 * The part of an element in a surrounding `<form>`: the form is not submitted while something is left to do, and gets the
 * QuestionnaireResponse as JSON under the element's name. For portals only: inside the extension nothing is
 * form-associated (DESIGN rule 4).
 *
 * The answers are handed over in the form's `formdata` event. `setFormValue` is not called anywhere: browsers write what
 * goes through it into their session files (RECIPES, "Seen by attacking").
 */
export class FormPart implements ReactiveController {
  readonly #host: Answering;
  readonly #internals: ElementInternals;
  readonly #words: LanguageController;
  #form: HTMLFormElement | null = null;

  constructor(host: Answering, internals: ElementInternals, words: LanguageController) {
    this.#host = host;
    this.#internals = internals;
    this.#words = words;
    host.addController(this);
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  checkValidity(): boolean {
    this.hostUpdated();
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.checkValidity() || this.#host.check();
  }

  /** The element came into a form, or left it. */
  enter(form: HTMLFormElement | null): void {
    this.#form?.removeEventListener("formdata", this.#onFormData);
    this.#form = form;
    form?.addEventListener("formdata", this.#onFormData);
  }

  hostUpdated(): void {
    if (this.#host.isComplete) this.#internals.setValidity({});
    else {
      const message = this.#words.of(inFormMessages).incomplete;
      // The browser says it beside the first control, and puts the focus there.
      const anchor = this.#host.shadowRoot?.querySelector<HTMLElement>("input, select, textarea");
      this.#internals.setValidity({ customError: true }, message, anchor ?? undefined);
    }
  }

  readonly #onFormData = ({ formData }: FormDataEvent): void => {
    const { name, response, completedResponse } = this.#host;
    if (name === null || name === "" || response === undefined) return;
    formData.append(name, JSON.stringify(completedResponse ?? response));
  };
}
