import type { DirectoryEntry } from "../directory/directory-entry.ts";
import type { StatedIdentity } from "../identity/stated-identity.ts";
import { compareNames, foldName } from "../text/fold-name.ts";
import { contradiction, strongIdentifierContradicts } from "./contradictions.ts";
import { statedKeys } from "./lookup-key.ts";
import type { ConflictReason, MatchOutcome, MatchRung, ShortageReason } from "./match-outcome.ts";
import { type UsableIdentifiers, usableIdentifiers } from "./usable-identifiers.ts";

/** What the lookup of each rung's key found. */
export type LadderHits = ReadonlyMap<MatchRung, readonly DirectoryEntry[]>;

const NAME_RUNG = "name-birth-date-sex";
/** Rungs whose key names a person, strongest first. */
const IDENTIFYING_RUNGS = [
  "cccd",
  "bhxh",
  "priority-card",
  "medical-book",
  "his-code",
  "cmnd-birth-date",
] as const satisfies readonly MatchRung[];

const conflict = (reason: ConflictReason): MatchOutcome => ({ state: "conflict", reason });

/** Why "not managed" cannot be said: no number that every entry carries was looked up. */
const shortage = (
  identity: StatedIdentity,
  stated: UsableIdentifiers,
  dateFormatUnknown: boolean,
): ShortageReason => {
  if (stated.malformed.length > 0) return "identifier-malformed";
  if (dateFormatUnknown && identity.birthDate === undefined) return "date-format-unknown";
  const named = identity.name !== undefined && foldName(identity.name) !== "";
  const weak = Object.keys(stated.values).length > 0 || (named && identity.birthDate !== undefined);
  return weak ? "weak-identifiers-only" : "no-identifier";
};

/** Namesakes born the same day, of the same sex: for staff to compare, never an answer by themselves. */
const climbNameRung = (
  identity: StatedIdentity,
  stated: UsableIdentifiers,
  found: readonly DirectoryEntry[],
): MatchOutcome | undefined => {
  const namesakes = found.filter((entry) => compareNames(identity.name ?? "", entry.name) !== "different");
  if (namesakes.length === 0) return undefined;
  const candidates = namesakes.filter((entry) => !strongIdentifierContradicts(stated, entry));
  if (candidates.length === 0) return conflict("identifier-contradicts-directory");
  const personIds = [...new Set(candidates.map((entry) => entry.personId))].sort();
  return { state: "possible", rung: NAME_RUNG, personIds };
};

/**
 * The match ladder (DOMAIN 8.1, DESIGN rule 10): who the page's person is, or why that cannot be said.
 * Hits of rungs that the page states nothing for are ignored, so padding can never identify. The object code of a
 * BHYT card takes no part. `dateFormatUnknown`: the page shows a birth date that its profile's format could not read.
 * `contradictory`: the page says elsewhere something else of the same person, whatever is stated here.
 */
export const climbLadder = (
  identity: StatedIdentity,
  hits: LadderHits,
  reading: { readonly dateFormatUnknown?: boolean; readonly contradictory?: boolean } = {},
): MatchOutcome => {
  const stated = usableIdentifiers(identity.identifiers);
  if (stated.statedTwice.length > 0) return conflict("identifier-stated-twice");
  if (reading.contradictory) return conflict("page-contradicts-itself");
  const keys = statedKeys(identity, "");
  const foundAt = (rung: MatchRung) => (keys[rung] ? (hits.get(rung) ?? []) : []);

  const steps = IDENTIFYING_RUNGS.flatMap((rung) => foundAt(rung).map((entry) => ({ rung, entry })));
  if (new Set(steps.map((step) => step.entry.personId)).size > 1)
    return conflict("identifiers-of-different-people");
  const strongest = steps[0];
  if (strongest) {
    const reason = contradiction(identity, stated, strongest.rung, strongest.entry);
    if (reason) return conflict(reason);
    const { rung, entry } = strongest;
    return { state: "managed", rung, personId: entry.personId, confirm: rung === "cmnd-birth-date" };
  }

  const byName = climbNameRung(identity, stated, foundAt(NAME_RUNG));
  if (byName) return byName;
  if (keys.cccd || keys.bhxh) return { state: "not-managed" };
  return { state: "not-enough", reason: shortage(identity, stated, reading.dateFormatUnknown ?? false) };
};
