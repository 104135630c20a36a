import type { StatedIdentity } from "@cadre-care/domain";
import { MATCH_RUNGS, type MatchRung, statedKeys } from "@cadre-care/domain";

/** The strongest rung of the match ladder that a row has enough for (DOMAIN 8.1). Whether anybody stands on it, no roster here knows. */
export const reachableRung = (identity: StatedIdentity): MatchRung | "none" => {
  const keys = statedKeys(identity, "site");
  return MATCH_RUNGS.find((rung) => keys[rung] !== undefined) ?? "none";
};
