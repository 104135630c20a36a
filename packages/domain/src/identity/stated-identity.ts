/** Kinds of identifier that a HIS page or a scan can state about a person. */
export const IDENTIFIER_KINDS = [
  "cccd", // căn cước công dân, 12 digits
  "cmnd", // chứng minh nhân dân, 9 digits
  "bhyt", // thẻ bảo hiểm y tế: 15 characters, or the 10-digit BHXH number alone
  "priority-card", // thẻ ưu tiên
  "medical-book", // sổ y bạ
  "his-code", // the HIS's own patient code, unique at one site only
] as const;

export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

export type Sex = "male" | "female";

/** One identifier as the source states it, not yet normalised. */
export interface StatedIdentifier {
  readonly kind: IdentifierKind;
  readonly value: string;
}

/** A birth date as far as it is known. `month` and `day` are absent together from the right. */
export interface PartialDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/**
 * What a page says about one person. Nothing in it has been checked against the directory.
 * `birthDate` is present only when the source's stated date format could be read without guessing.
 */
export interface StatedIdentity {
  readonly identifiers: readonly StatedIdentifier[];
  readonly name?: string;
  readonly birthDate?: PartialDate;
  readonly sex?: Sex;
}

/** What the page says about the urgency of a patient. Only ever raises attention, never lowers it. */
export interface StatedUrgency {
  readonly emergency: boolean;
}
