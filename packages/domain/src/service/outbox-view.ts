import type { Problem, Result } from "../result/result.ts";
import type { LocalizedText } from "../text/localized-text.ts";

/** What an entry does; says nothing about anybody. `other`: of a later version, which this one cannot read. */
export type OutboxEntryKind =
  | "check-in"
  | "check-in-undo"
  | "visit-step"
  | "audit"
  | "amendment"
  | "response"
  | "referral"
  | "hand-over"
  | "site-link"
  | "site-link-withdrawal"
  | "other";

/**
 * Where an entry stands (DESIGN 5). `paused`: its credential needs a sign-in. `reconcile`: compared with what the board
 * holds. `parked`: refused, a person must act. `quarantined`: this version cannot read it; kept as it is.
 */
export type OutboxEntryState =
  | "waiting"
  | "sending"
  | "retry"
  | "paused"
  | "reconcile"
  | "parked"
  | "quarantined";

/** `choose`: the board holds another version, a person chooses. `hand-over`: the board's own staff take it from here. */
export type OutboxAction = "resend" | "correct" | "choose" | "hand-over";

/** One waiting entry, without who it is about while locked. */
export interface OutboxEntryView {
  readonly id: string;
  readonly kind: OutboxEntryKind;
  readonly acceptedAt: string;
  readonly state: OutboxEntryState;
  readonly nextAttemptAt?: string;
  readonly attempts: number;
  readonly about?: string;
  readonly problem?: Problem;
  /** What a person can do about it now; empty where waiting is all there is to do. */
  readonly actions: readonly OutboxAction[];
  /** Accepted by another user of this machine. */
  readonly byAnother?: boolean;
  /** Instant by which law wants the result returned (24 hours, DOMAIN 3.1), where the entry carries one. */
  readonly dueAt?: string;
}

/** What was delivered, for as long as policy keeps receipts. Names nobody. */
export interface ReceiptView {
  readonly id: string;
  readonly kind: OutboxEntryKind;
  readonly deliveredAt: string;
  /** Logical reference at the board, such as `Encounter/17`. */
  readonly reference: string;
}

export interface OutboxView {
  readonly waiting: number;
  /** Entries that need a person, quarantined ones among them. */
  readonly parked: number;
  readonly oldestAcceptedAt?: string;
  readonly draining: boolean;
  /** While draining: how many of those that were due are through. */
  readonly progress?: { readonly done: number; readonly total: number };
  readonly entries: readonly OutboxEntryView[];
  readonly lastDeliveredAt?: string;
  readonly receipts?: readonly ReceiptView[];
  /** The board does not answer: nothing is sent before `until`. */
  readonly boardAway?: { readonly until: string; readonly problem: Problem };
}

/** What a value of an entry is, where it is no answer of a form. */
export type OutboxFieldName = "person" | "process" | "step" | "room" | "at" | "status" | "reason" | "note";

/** One value of an entry as a person reads it, and may correct it where `input` is not `none`. */
export interface OutboxFieldView {
  /** An `OutboxFieldName`, or where it stands in its resource: `reasonCode.0.text`, `note.0.text`, `item.2.answer.0.valueString`. */
  readonly id: string;
  readonly label: LocalizedText;
  readonly value: string;
  readonly input: "none" | "text" | "moment" | "choice";
  readonly choices?: readonly { readonly value: string; readonly label: LocalizedText }[];
}

/** An entry opened by a person; the opening is an audited view where it concerns one (DESIGN rule 9). */
export interface OutboxEntryDetails {
  readonly entry: OutboxEntryView;
  readonly fields: readonly OutboxFieldView[];
  /** What the board holds, where a person must choose. */
  readonly theirs?: readonly OutboxFieldView[];
}

/** What a person can do about one waiting entry. Every call leaves it on the machine or at the board, never nowhere. */
export interface OutboxCommands {
  openEntry(id: string): Promise<Result<OutboxEntryDetails>>;
  resendEntry(id: string): Promise<Result<OutboxView>>;
  /** `values` by field id; the entry keeps its UUID, so that a correction cannot double it. */
  correctEntry(id: string, values: Readonly<Record<string, string>>): Promise<Result<OutboxView>>;
  chooseVersion(id: string, choice: "mine" | "theirs"): Promise<Result<OutboxView>>;
  /** Sends the entry to the board's staff as it is, with a note; it stays here until the board has it. */
  handOverEntry(id: string, note: string): Promise<Result<OutboxView>>;
}
