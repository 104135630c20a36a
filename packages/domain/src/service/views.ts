import type { DirectoryEntry, ExamRound } from "../directory/directory-entry.ts";
import type { ConflictReason, MatchRung, ShortageReason } from "../match/match-outcome.ts";
import type { Problem } from "../result/result.ts";
import type { ScanSource } from "../scan/scan.ts";
import type { LocalizedText } from "../text/localized-text.ts";
import type { Visit } from "../visit/visit.ts";

/** Roles of the board's sign-in. */
export type Role = "receptionist" | "doctor" | "board-officer" | "it";

/**
 * `new`: nobody has signed in on this machine. `needs-secret`: signed in, no unlock secret chosen yet.
 * `needs-board`: signed in, but this machine's keys are closed to this user until the board lets them in.
 * `locked`: data is here, keys are not. `open`: keys are in memory.
 */
export interface SessionView {
  readonly state: "new" | "needs-secret" | "needs-board" | "locked" | "open";
  readonly user?: {
    /** Tells users of one name apart; says nothing about anybody. Absent before they have a place on this machine. */
    readonly id?: string;
    readonly name: string;
    readonly role: Role;
  };
  /** Instant (ISO) before which no further secret is tried, after wrong ones. */
  readonly retryAt?: string;
  readonly minimumSecretLength: number;
  /** By policy. Absent: a number will do. */
  readonly secretKind?: "pin" | "passphrase";
  /** The hospital's IT keeps this machine shut, and why: nothing opens, whatever `state` says. */
  readonly shut?: Problem;
  /** The language of the product that is spoken: Vietnamese unless the user chose English. */
  readonly language: "vi" | "en";
  /**
   * What the user chose, a BCP 47 tag in lower case: `vi`, `en`, or a language that the portal's own code registered with
   * the elements. Absent: nobody chose.
   */
  readonly chosenLanguage?: string;
  /** While locked: who can unlock here, by number and without a name. */
  readonly users?: readonly SessionUser[];
  /** Why the board is needed: another user's machine, or one whose slots the board had destroyed. */
  readonly reason?: "other-user" | "wiped";
  /** With `new`: people worked here before, and what was kept is gone without anybody having destroyed it here. */
  readonly lost?: true;
  /** The board can let a user in who has no secret here, or no longer (`CareService.recover`). */
  readonly recoverable?: true;
  /** How this machine stands with the board. Absent: this build knows no keys of the board. */
  readonly device?: {
    readonly state: "not-enrolled" | "enrolled" | "refused";
    readonly name?: string;
  };
}

export interface SessionUser {
  readonly id: string;
  /** 1 for the first user of this machine. */
  readonly ordinal: number;
  /** Meant when nobody is chosen. */
  readonly current: boolean;
  /** Too many wrong secrets: opens through the board. */
  readonly closed: boolean;
  /** An authenticator opens it too (WebAuthn PRF): credential id and input, base64url. */
  readonly passkey?: { readonly credential: string; readonly salt: string };
}

/** Age and state of the directory copy. `stale` by policy; `cut-off`: the last synchronisation ended early and resumes. */
export interface RosterView {
  readonly state: "empty" | "syncing" | "current" | "stale" | "cut-off";
  readonly syncedAt?: string;
  readonly entries?: number;
  readonly progress?: { readonly done: number; readonly total?: number };
  readonly problem?: Problem;
}

export interface ConnectionView {
  readonly online: boolean;
  /** The board's clock minus this machine's, in seconds; present when it is more than two minutes out. */
  readonly clockOffSeconds?: number;
}

/** Người bệnh thuộc nhóm ưu tiên theo Luật KCB 15/2023/QH15 Điều 3 khoản 2 (DOMAIN 6.1). */
export type StatutoryGroup = "emergency" | "age-75";

export interface ExamView extends ExamRound {
  readonly state: "done" | "due" | "overdue" | "not-yet";
}

export interface ProcessView {
  readonly id: string;
  readonly label: LocalizedText;
  readonly room: LocalizedText;
  readonly directions?: LocalizedText;
  readonly escort: boolean;
  readonly instruction: LocalizedText;
  readonly nextStep: LocalizedText;
}

/** A managed person as a desk needs to see them. */
export interface ManagedPersonView {
  readonly personId: string;
  readonly name: string;
  /** FHIR date of whatever precision is known: yyyy-MM-dd, yyyy-MM or yyyy. */
  readonly birthDate: string;
  readonly sex: DirectoryEntry["sex"];
  readonly tier: LocalizedText;
  readonly standing: DirectoryEntry["standing"];
  readonly card?: { readonly number: string; readonly state: string; readonly validTo?: string };
  readonly medicalBook: DirectoryEntry["medicalBook"];
  readonly exam?: ExamView;
  readonly homeClinic?: { readonly name: string; readonly here: boolean };
  readonly familyDoctor?: string;
  readonly process: ProcessView;
  readonly alerts: readonly LocalizedText[];
  readonly statutoryGroups: readonly StatutoryGroup[];
}

/**
 * What banner and strip say about the page's patient (DESIGN rule 10). One state at a time, never two.
 * `person` is present in `managed` only when details were asked for (an audited view); the strip lives on `brief`.
 */
export type SubjectState =
  | { readonly state: "signed-out" }
  | { readonly state: "locked" }
  | { readonly state: "reading" }
  | { readonly state: "no-patient" }
  | { readonly state: "profile-mismatch"; readonly problem: Problem }
  | { readonly state: "not-enough"; readonly reason: ShortageReason }
  | { readonly state: "conflict"; readonly reason: ConflictReason }
  | { readonly state: "not-managed" }
  | { readonly state: "possible"; readonly rung: MatchRung; readonly candidates: number }
  | {
      readonly state: "managed";
      readonly rung: MatchRung;
      readonly confirm: boolean;
      readonly brief: ManagedBrief;
      readonly visit?: VisitView;
    };

/** The part of a managed person that the in-page strip shows: short, neutral, no name (DOMAIN 6.2). */
export interface ManagedBrief {
  readonly process: LocalizedText;
  readonly room: LocalizedText;
  readonly nextStep: LocalizedText;
  readonly cardState?: string;
  readonly bookState: string;
  readonly examState?: ExamView["state"];
  readonly homeClinicHere?: boolean;
  readonly tier: LocalizedText;
  readonly standing: DirectoryEntry["standing"];
  readonly statutoryGroups: readonly StatutoryGroup[];
}

/** The page's patient, from reading to answer. `subject` is an opaque token; a changed patient has another one. */
export interface SubjectView {
  readonly subject?: string;
  /** Generation of the patient reading that this view answers; an older one must not be shown. */
  readonly generation?: number;
  readonly emergency: boolean;
  readonly about: SubjectState;
  /** Advice that never blocks, e.g. a CCCD whose digits contradict the birth year. */
  readonly warnings: readonly Problem[];
  readonly roster: RosterView;
  readonly connection: ConnectionView;
}

/**
 * The person who was scanned, beside the page's patient. `alone`: the page shows nobody, or is being read. `same`: a
 * number says so. `unclear`: nothing contradicts, and no number can be compared; namesakes born the same day exist.
 */
export type ScanRelation = "alone" | "same" | "another" | "unclear";

/** The answer to a scan, in the states of a page's patient and without a name. `source` undefined: nobody is scanned. */
export interface ScanAnswer extends SubjectView {
  readonly source?: ScanSource;
  readonly relation: ScanRelation;
}

/** The scanned person as a screen of their own sees them. Names only where two people must be told apart. */
export interface ScanView extends ScanAnswer {
  readonly names: { readonly scanned?: string; readonly page?: string };
  /** Whom to choose from, when several people fit. */
  readonly candidates: readonly PagePersonView[];
}

export interface VisitStepView {
  readonly step: string;
  readonly label: LocalizedText;
  readonly state: "done" | "next" | "later";
  readonly at?: string;
  readonly by?: string;
  readonly room?: LocalizedText;
  readonly rooms: readonly { readonly id: string; readonly label: LocalizedText }[];
  readonly repeatable: boolean;
}

/** A visit with the steps that policy names, and how far each record has travelled. */
export interface VisitView {
  readonly visit: Visit;
  readonly steps: readonly VisitStepView[];
  /** `saved`: durable on this machine, waiting. `delivered`: the board has it. `parked`: needs a person. */
  readonly delivery: "saved" | "sending" | "delivered" | "parked";
  readonly undoable: boolean;
  /** Result clock (DOMAIN 3.1): ISO instants. */
  readonly resultsDue?: { readonly startedAt: string; readonly dueAt: string; readonly returnedAt?: string };
}

/** The link of the page's HIS code to a person (DESIGN 5, Site links). */
export interface SiteLinkView {
  /** Nothing but this link leads to the person here. */
  readonly alone: boolean;
  /** Other machines of the hospital know it too. */
  readonly shared: boolean;
  /** ISO instant. */
  readonly since: string;
  /** Who had the person before them when it was shared, where this machine knows. */
  readonly by?: string;
}

/** Details of one person, given after the view was audited. */
export interface PatientDetails {
  readonly subject: string;
  readonly person: ManagedPersonView;
  readonly stated: { readonly name?: string; readonly birthDate?: string };
  readonly emergency: boolean;
  readonly visit?: VisitView;
  readonly link?: SiteLinkView;
  readonly guide?: LocalizedText;
}

/** One mark of a list. `key` is the row's opaque key of that page report. */
export interface MarkView {
  readonly key: string;
  readonly kind: "managed" | "possible" | "conflict" | "none";
  readonly top: number;
  readonly height: number;
}

/** What the strip of one list draws. `lane` names the generation, so that old marks never sit on new rows. */
export interface MarksView {
  readonly generation: number;
  readonly state: "marked" | "locked" | "signed-out" | "not-enough" | "roster-empty";
  readonly marks: readonly MarkView[];
  readonly counts: {
    readonly managed: number;
    readonly possible: number;
    readonly conflict: number;
    readonly rows: number;
  };
}

/** This page as the popup and the side panel describe it. Names come from the directory, never from the page. */
export interface PageView {
  readonly site?: { readonly name: string; readonly kind: "list" | "patient" | "other" | "unknown" };
  readonly state:
    | "no-site"
    | "not-recognised"
    | "reading"
    | "read"
    | "profile-mismatch"
    | "gave-up"
    | "switched-off";
  readonly problem?: Problem;
  /** Everything that does not fit between the page and its site profile; absent while all does. */
  readonly misfits?: readonly Problem[];
  readonly people: readonly PagePersonView[];
  readonly rowsRead: number;
  readonly rowsWithoutIdentifiers: number;
}

export interface PagePersonView {
  readonly subject: string;
  readonly kind: "managed" | "possible" | "conflict";
  readonly name?: string;
  readonly birthDate?: string;
  readonly process?: LocalizedText;
  readonly reason?: ConflictReason;
}
