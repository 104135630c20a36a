/** Rungs of the match ladder, strongest first (DOMAIN 8.1). */
export const MATCH_RUNGS = [
  "cccd",
  "bhxh",
  "priority-card",
  "medical-book",
  "his-code",
  "cmnd-birth-date",
  "name-birth-date-sex",
] as const;
export type MatchRung = (typeof MATCH_RUNGS)[number];

/** Why identifiers that each belong to somebody do not lead to one person. */
export type ConflictReason =
  | "identifiers-of-different-people"
  | "identifier-contradicts-directory"
  | "birth-date-contradicts-directory"
  | "name-contradicts-directory"
  | "identifier-stated-twice"
  | "page-contradicts-itself";

/** Why nothing could be looked up with certainty. */
export type ShortageReason =
  | "no-identifier"
  | "identifier-malformed"
  | "date-format-unknown"
  | "weak-identifiers-only";

/**
 * The answer of the ladder for one stated identity.
 * `managed` with `confirm` means: staff must compare an identity paper first (CMND rung).
 * `possible` is a neutral mark; staff confirm with a paper before anything is recorded.
 * `not-managed` is said only when an identifier that every directory entry carries was looked up.
 */
export type MatchOutcome =
  | {
      readonly state: "managed";
      readonly rung: MatchRung;
      readonly personId: string;
      readonly confirm: boolean;
    }
  | { readonly state: "possible"; readonly rung: MatchRung; readonly personIds: readonly string[] }
  | { readonly state: "not-managed" }
  | { readonly state: "not-enough"; readonly reason: ShortageReason }
  | { readonly state: "conflict"; readonly reason: ConflictReason };
