import type { PatientDetails } from "@cadre-care/domain";

/** Events of ours pass shadow roots. Those that ask for something can be prevented: then the element does not do it. */
const passing: EventInit = { bubbles: true, composed: true, cancelable: true };

/** The user wants the care panel (bảng chăm sóc). */
export class CadreOpenPanelEvent extends Event {
  /** Token of the page's patient, if there is one. */
  readonly subject: string | undefined;
  constructor(subject: string | undefined) {
    super("cadre-open-panel", passing);
    this.subject = subject;
  }
}

/** The user wants to see one person of the page's list. */
export class CadreOpenPersonEvent extends Event {
  readonly subject: string;
  constructor(subject: string) {
    super("cadre-open-person", passing);
    this.subject = subject;
  }
}

/** Details were opened, audited, and are shown. */
export class CadreDetailsEvent extends Event {
  readonly details: PatientDetails;
  constructor(details: PatientDetails) {
    super("cadre-details", passing);
    this.details = details;
  }
}

/** The user checks a person in. `confirmed`: an identity paper was compared. */
export class CadreCheckInEvent extends Event {
  readonly subject: string;
  readonly confirmed: boolean;
  constructor(subject: string, confirmed: boolean) {
    super("cadre-check-in", passing);
    this.subject = subject;
    this.confirmed = confirmed;
  }
}

/** The user takes a check-in back. */
export class CadreUndoCheckInEvent extends Event {
  readonly visit: string;
  constructor(visit: string) {
    super("cadre-undo-check-in", passing);
    this.visit = visit;
  }
}

/** The user records a step of a visit, in a room where the step has rooms. */
export class CadreRecordStepEvent extends Event {
  readonly visit: string;
  readonly step: string;
  readonly room: string | undefined;
  constructor(visit: string, step: string, room: string | undefined) {
    super("cadre-record-step", passing);
    this.visit = visit;
    this.step = step;
    this.room = room;
  }
}

/** A code was scanned or typed; `text` is exactly what came. */
export class CadreScanEvent extends Event {
  readonly text: string;
  constructor(text: string) {
    super("cadre-scan", passing);
    this.text = text;
  }
}

/** The user chose a language. */
export class CadreLanguageEvent extends Event {
  /** `vi`, `en`, or the tag of a language that the page registered. */
  readonly language: string;
  constructor(language: string) {
    super("cadre-language", passing);
    this.language = language;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    "cadre-open-panel": CadreOpenPanelEvent;
    "cadre-open-person": CadreOpenPersonEvent;
    "cadre-details": CadreDetailsEvent;
    "cadre-check-in": CadreCheckInEvent;
    "cadre-undo-check-in": CadreUndoCheckInEvent;
    "cadre-record-step": CadreRecordStepEvent;
    "cadre-scan": CadreScanEvent;
    "cadre-language": CadreLanguageEvent;
  }
}
