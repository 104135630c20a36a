import type { DirectoryEntry } from "../directory/directory-entry.ts";
import type { StatedIdentity } from "../identity/stated-identity.ts";
import {
  birthDateContradicts,
  nameContradicts,
  strongIdentifierContradicts,
} from "../match/contradictions.ts";
import type { MatchOutcome, MatchRung } from "../match/match-outcome.ts";
import { usableIdentifiers } from "../match/usable-identifiers.ts";

/** Rungs whose number is somebody's own, wherever it is read: only beside one of them does a page teach a HIS code. */
const CERTAIN: readonly MatchRung[] = ["cccd", "bhxh", "priority-card", "medical-book"];

/** Why a HIS code does not belong to the person whom it was linked to. */
export type LinkContradiction =
  | "code-of-another-person"
  | "identifier-contradicts-directory"
  | "name-contradicts-directory"
  | "birth-date-contradicts-directory";

/** What one settled reading of a patient page says about its HIS code. Both at once: a code that was given to another member. */
export interface LinkEvidence {
  readonly contradiction?: LinkContradiction;
  /** The member to whom the code belongs, as far as one reading can say. */
  readonly teaches?: string;
}

/** What is known when a patient page was read. */
export interface PatientReadingFacts {
  readonly identity: StatedIdentity;
  /** The ladder's answer to the same identity without its HIS code: a link never vouches for itself. */
  readonly alone: MatchOutcome;
  /** The entry that `alone` leads to. */
  readonly member: DirectoryEntry | undefined;
  /** Whom the code is linked to now. */
  readonly linked: DirectoryEntry | undefined;
}

const described = ({ name, birthDate }: StatedIdentity): boolean =>
  name !== undefined && birthDate !== undefined;

const contradictionOf = (
  { identity, alone, member }: PatientReadingFacts,
  linked: DirectoryEntry,
): LinkContradiction | undefined => {
  const certain = alone.state === "managed" && CERTAIN.includes(alone.rung);
  if (certain && member && member.personId !== linked.personId) return "code-of-another-person";
  if (strongIdentifierContradicts(usableIdentifiers(identity.identifiers), linked))
    return "identifier-contradicts-directory";
  if (nameContradicts(identity, linked)) return "name-contradicts-directory";
  return birthDateContradicts(identity, linked) ? "birth-date-contradicts-directory" : undefined;
};

/**
 * Judges one reading of a patient page (DESIGN 5, Site links). It teaches only where a certain number leads to a member
 * and name and birth date, both stated, agree with the directory. A page that states one kind of number twice says
 * nothing: whose code it shows cannot be told.
 */
export const linkEvidence = (facts: PatientReadingFacts): LinkEvidence => {
  const { identity, alone, member, linked } = facts;
  if (usableIdentifiers(identity.identifiers).statedTwice.length > 0) return {};
  const contradiction = linked && contradictionOf(facts, linked);
  const teaches =
    member !== undefined &&
    alone.state === "managed" &&
    CERTAIN.includes(alone.rung) &&
    described(identity) &&
    !nameContradicts(identity, member) &&
    !birthDateContradicts(identity, member);
  return {
    ...(contradiction ? { contradiction } : {}),
    ...(teaches ? { teaches: member.personId } : {}),
  };
};
