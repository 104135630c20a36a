/** Events of the forms. They carry answers, so they go no further than the document that the form is in. */
const passing: EventInit = { bubbles: true, composed: true };

/** A FHIR resource as plain JSON. */
type FhirJson = Readonly<Record<string, unknown>>;

/** An answer changed. `response` is made when it is asked for: the QuestionnaireResponse as it is then. */
export class CadreFormChangeEvent extends Event {
  /** Item whose answer changed; undefined where several did at once (a draft was loaded). */
  readonly linkId: string | undefined;
  readonly #response: () => FhirJson;
  constructor(linkId: string | undefined, response: () => FhirJson) {
    super("cadre-form-change", passing);
    this.linkId = linkId;
    this.#response = response;
  }
  get response(): FhirJson {
    return this.#response();
  }
}

/** The draft is durable on this machine. */
export class CadreDraftSavedEvent extends Event {
  /** Id of the draft. */
  readonly form: string;
  /** Instant (ISO). */
  readonly savedAt: string;
  constructor(form: string, savedAt: string) {
    super("cadre-draft-saved", passing);
    this.form = form;
    this.savedAt = savedAt;
  }
}

/** The user submits a form without blocking issues. Prevent it to submit `response` yourself. */
export class CadreFormSubmitEvent extends Event {
  readonly form: string | undefined;
  readonly response: FhirJson;
  constructor(form: string | undefined, response: FhirJson) {
    super("cadre-form-submit", { ...passing, cancelable: true });
    this.form = form;
    this.response = response;
  }
}

/** The form was accepted, and is on its way or at the board. */
export class CadreFormSubmittedEvent extends Event {
  readonly form: string;
  readonly delivery: string;
  constructor(form: string, delivery: string) {
    super("cadre-form-submitted", passing);
    this.form = form;
    this.delivery = delivery;
  }
}

/**
 * `patient-changed`: the page shows somebody else. `session-locked`: the keys are closed. `saved-elsewhere`: the form was
 * filled in further in another window. `unlocked`: the form goes on.
 */
export type FormLockReason = "patient-changed" | "session-locked" | "saved-elsewhere" | "unlocked";

/** The form was locked, or goes on. What was entered stays. */
export class CadreFormLockedEvent extends Event {
  readonly form: string;
  readonly reason: FormLockReason;
  constructor(form: string, reason: FormLockReason) {
    super("cadre-form-locked", passing);
    this.form = form;
    this.reason = reason;
  }
}

/** The user is done with this form here: it was submitted, discarded, or left as a draft. */
export class CadreFormCloseEvent extends Event {
  readonly form: string | undefined;
  readonly left: "submitted" | "discarded" | "draft";
  constructor(form: string | undefined, left: CadreFormCloseEvent["left"]) {
    super("cadre-form-close", passing);
    this.form = form;
    this.left = left;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    "cadre-form-change": CadreFormChangeEvent;
    "cadre-draft-saved": CadreDraftSavedEvent;
    "cadre-form-submit": CadreFormSubmitEvent;
    "cadre-form-submitted": CadreFormSubmittedEvent;
    "cadre-form-locked": CadreFormLockedEvent;
    "cadre-form-close": CadreFormCloseEvent;
  }
}
