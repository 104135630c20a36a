import type { DirectoryEntry } from "../directory/directory-entry.ts";
import type { LocalizedText } from "../text/localized-text.ts";

/** A FHIR resource or a part of one as plain JSON. Whoever reads it parses it at the edge (`fhir`, `forms`). */
export type FhirJson = Readonly<Record<string, unknown>>;

/** `exam`: phiếu khám sức khỏe định kỳ. `chronic`: theo dõi bệnh mạn tính. `referral`: phiếu chuyển cơ sở. */
export type FormKind = "exam" | "chronic" | "referral" | "other";

/** How far a submitted form has travelled, as with visits: `saved` waits on this machine, `parked` needs a person. */
export type FormDelivery = "saved" | "sending" | "delivered" | "parked";

/** A form that may be opened for a person now, in the version of the event's date. */
export interface FormOffer {
  /** Canonical `url|version`. A draft keeps its own version, whatever is in force by then. */
  readonly questionnaire: string;
  readonly kind: FormKind;
  readonly title: LocalizedText;
  /** "Mẫu tham khảo": the unit has not confirmed the template. */
  readonly sample: boolean;
  /** This user's draft for this person and encounter. */
  readonly draft?: { readonly form: string; readonly savedAt: string };
  /** The last one that this machine submitted for this person and encounter. */
  readonly submitted?: SubmittedForm & { readonly at: string };
}

export interface SubmittedForm {
  /** Id of the outbox entry that carries it; topic `outbox` follows it. */
  readonly entry: string;
  readonly delivery: FormDelivery;
}

/** A value proposed for one item; shown as prefilled until the user confirms it. */
export interface PrefilledAnswer {
  readonly linkId: string;
  /** One answer's value in FHIR's terms: `{ valueString: … }`, `{ valueDate: … }`, `{ valueCoding: … }`. */
  readonly value: FhirJson;
  /**
   * `page`: read from the HIS page. `roster`: from the board's list. `form`: from a form of the same encounter. `visit`:
   * from the encounter itself. `user`: who is signed in.
   */
  readonly source: "page" | "roster" | "form" | "visit" | "user";
}

/** Earlier measurements of one kind. Shown beside the question, never copied into the answer (DOMAIN 3.1). */
export interface PreviousValue {
  /** `system|code` of the Observation. */
  readonly code: string;
  /** Newest last. `at`: FHIR date or instant; `unit`: UCUM code, empty where there is none. */
  readonly points: readonly { readonly at: string; readonly value: number; readonly unit: string }[];
}

/** Whether earlier values are complete. `unavailable`: the board could not be asked, and nothing is kept here. */
export type PreviousSource = "board" | "kept" | "unavailable";

/**
 * One opening of a draft in one place: a tab, a panel. What is saved or submitted says which one it comes from, so that a
 * place that was left behind writes over nothing that another one saved.
 */
export interface DraftOpening {
  /** Minted at each opening; a UUID. */
  readonly id: string;
  /** Instant (ISO) at which what was opened had been saved; absent where nothing was. */
  readonly savedAt?: string;
}

/** A form, open for one person and encounter. */
export interface OpenedForm {
  /** Id of the draft; a UUID, and nothing about anybody. */
  readonly form: string;
  readonly opening: DraftOpening;
  /** Token of the person when it was opened. Whether the page still shows them is in topic `forms` (`bound`). */
  readonly subject: string;
  readonly person: {
    readonly name: string;
    /** FHIR date of whatever precision is known. */
    readonly birthDate: string;
    readonly sex: DirectoryEntry["sex"];
  };
  /** Who fills it in: launchContext `user` of forms that ask for it. */
  readonly author?: { readonly name: string };
  /** Id of the visit (Encounter) that it belongs to; absent where nobody was checked in. */
  readonly visit?: string;
  /** FHIR dateTime: the encounter's start, else when the form was first opened. Chooses the version. */
  readonly eventDate: string;
  readonly kind: FormKind;
  readonly sample: boolean;
  readonly questionnaire: FhirJson;
  /** Expanded ValueSets that the questionnaire names, as far as they are kept here; large ones by `searchCodes`. */
  readonly valueSets: readonly FhirJson[];
  /** Canonicals whose codes are looked up by `searchCodes` instead of being sent along. */
  readonly searched: readonly string[];
  /** The draft. */
  readonly response?: FhirJson;
  readonly prefilled: readonly PrefilledAnswer[];
  readonly previous: readonly PreviousValue[];
  readonly previousSource: PreviousSource;
}

/** A form that was submitted, to be looked at: never changed again, and always in its own version. */
export interface ViewedForm {
  /** Id of the outbox entry that carried it. */
  readonly entry: string;
  readonly person: OpenedForm["person"];
  readonly kind: FormKind;
  readonly sample: boolean;
  readonly questionnaire: FhirJson;
  readonly valueSets: readonly FhirJson[];
  /** The QuestionnaireResponse, completed. */
  readonly response: FhirJson;
  /** `queue`: as it waits on this machine. `board`: as the board has it now. */
  readonly source: "queue" | "board";
}

export interface FormCode {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

/** A draft of the user who is signed in. */
export interface FormDraftView {
  readonly form: string;
  readonly questionnaire: string;
  readonly kind: FormKind;
  readonly title: LocalizedText;
  readonly savedAt: string;
  readonly person: { readonly name: string; readonly birthDate: string };
  /** Token of the page's patient where the draft is theirs: it resumes here by `openForm`. */
  readonly subject?: string;
}

/** A draft of this user that does not open any more. It stays on the machine until the user discards it. */
export interface DamagedFormView {
  /** To name it by when it is reported. */
  readonly form: string;
  readonly savedAt?: string;
  /** Absent where not even that can be read. */
  readonly title?: LocalizedText;
  readonly person?: { readonly name: string };
}

/**
 * Whether the page shows the person a form is bound to. By the person, not by the token: the same patient may get
 * another token. `another`: the form is locked. `none`: the page shows nobody, or is being read.
 */
export interface BoundForm {
  readonly form: string;
  readonly page: "same" | "another" | "none";
  /** When its draft was last saved (ISO), and which opening did it; absent before the first time. */
  readonly saved?: { readonly at: string; readonly opening?: string };
}

/** This user's forms on this machine. Empty unless the session is open. */
export interface FormsView {
  /** To resume, last saved first. */
  readonly drafts: readonly FormDraftView[];
  /** Every form that was opened and is neither submitted nor discarded, saved or not. */
  readonly bound: readonly BoundForm[];
  /** Absent where there are none. */
  readonly damaged?: readonly DamagedFormView[];
  /** The page's patient as the list, else the page itself, names them; for a locked form's second name. */
  readonly patient?: { readonly name: string; readonly birthDate?: string };
}
