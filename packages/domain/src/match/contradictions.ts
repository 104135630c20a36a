import type { DirectoryEntry } from "../directory/directory-entry.ts";
import type { StatedIdentity } from "../identity/stated-identity.ts";
import { compareNames, foldName } from "../text/fold-name.ts";
import { comparePartialDates } from "../text/partial-date.ts";
import type { ConflictReason, MatchRung } from "./match-outcome.ts";
import { STRONG_KINDS, type UsableIdentifiers, usableIdentifiers } from "./usable-identifiers.ts";

/** Whether a CCCD or BHXH number on the page is not the one that the directory knows of this person. */
export const strongIdentifierContradicts = (
  stated: Pick<UsableIdentifiers, "values">,
  entry: DirectoryEntry,
): boolean =>
  STRONG_KINDS.some((kind) => {
    const value = stated.values[kind];
    if (value === undefined) return false;
    const known = entry.identifiers.flatMap((identifier) => {
      const one = usableIdentifiers([identifier]).values[kind];
      return one === undefined ? [] : [one];
    });
    return known.length > 0 && !known.includes(value);
  });

/** Whether a stated name is another one; undefined where none is stated. */
export const nameContradicts = (
  identity: Pick<StatedIdentity, "name">,
  entry: Pick<DirectoryEntry, "name">,
): boolean | undefined =>
  identity.name === undefined || foldName(identity.name) === ""
    ? undefined
    : compareNames(identity.name, entry.name) === "different";

/** The same of a birth date. */
export const birthDateContradicts = (
  identity: Pick<StatedIdentity, "birthDate">,
  entry: Pick<DirectoryEntry, "birthDate">,
): boolean | undefined =>
  identity.birthDate && comparePartialDates(identity.birthDate, entry.birthDate) === "different";

/**
 * Whether the page describes somebody else than the entry that its identifier led to.
 * A national number or a number of the board outweighs one slip of the pen: only when everything that the page states
 * of name and birth date disagrees is it somebody else (a child's row with a parent's number). A HIS code, which an
 * HIS may give to another patient, and a CMND, which provinces gave out separately, bear no disagreement at all.
 */
export const contradiction = (
  identity: StatedIdentity,
  stated: UsableIdentifiers,
  rung: MatchRung,
  entry: DirectoryEntry,
): ConflictReason | undefined => {
  if (strongIdentifierContradicts(stated, entry)) return "identifier-contradicts-directory";
  const name = nameContradicts(identity, entry);
  const birthDate = birthDateContradicts(identity, entry);
  const weak = rung === "his-code" || rung === "cmnd-birth-date";
  if (!weak && (name === false || birthDate === false)) return undefined;
  if (name) return "name-contradicts-directory";
  return birthDate ? "birth-date-contradicts-directory" : undefined;
};
