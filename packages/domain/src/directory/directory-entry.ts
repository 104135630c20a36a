import type { PartialDate, Sex, StatedIdentifier } from "../identity/stated-identity.ts";

/** đương chức (serving) or nguyên chức (former). */
export type Standing = "serving" | "former";
export type PriorityCardState = "valid" | "expired" | "lost" | "replaced";
export type MedicalBookState = "none" | "valid" | "to-be-replaced";

export interface PriorityCard {
  readonly number: string;
  readonly state: PriorityCardState;
  /** Last day of validity, yyyy-MM-dd. */
  readonly validTo?: string;
}

/** A round of periodic exams (đợt khám định kỳ) and where this person stands in it. Dates are yyyy-MM-dd. */
export interface ExamRound {
  readonly round: string;
  readonly dueFrom: string;
  readonly dueTo: string;
  readonly completedOn?: string;
}

/**
 * The minimum that serves a managed person at a desk (thẻ, sổ, đợt khám, quy trình); never a diagnosis.
 * `personId` is the board's logical id of the Patient resource, meaningless outside the board.
 */
export interface DirectoryEntry {
  readonly personId: string;
  readonly name: string;
  readonly birthDate: PartialDate;
  readonly sex: Sex;
  /** Every identifier that the board knows, normalised. Used to find the entry and to notice a contradiction. */
  readonly identifiers: readonly StatedIdentifier[];
  /** Code of the tier in the policy. */
  readonly tier: string;
  readonly standing: Standing;
  readonly card?: PriorityCard;
  readonly medicalBook: { readonly state: MedicalBookState; readonly number?: string };
  readonly homeClinic?: { readonly id: string; readonly name: string };
  readonly familyDoctor?: string;
  readonly exam?: ExamRound;
  /** Codes of service alerts in the policy. */
  readonly alerts: readonly string[];
}
