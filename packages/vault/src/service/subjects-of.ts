import type { StatedIdentity, StatedUrgency } from "@cadre-care/domain";
import type { MatchAnswer } from "../directory/match.ts";
import type { Subject } from "./subject-tokens.ts";

/** The subject that the page's patient is, as the ladder answered. */
export const subjectOf = (identity: StatedIdentity, urgency: StatedUrgency, answer: MatchAnswer): Subject => {
  const base = { stated: identity, emergency: urgency.emergency, confirm: false, candidates: 0 };
  const { outcome } = answer;
  switch (outcome.state) {
    case "managed":
      return answer.entry
        ? {
            ...base,
            ...{ kind: "managed", entry: answer.entry, rung: outcome.rung },
            ...{ confirm: outcome.confirm, candidates: 1 },
          }
        : { ...base, kind: "nobody" };
    case "possible": {
      const only = answer.candidates?.length === 1 ? answer.candidates[0] : undefined;
      const candidates = outcome.personIds.length;
      return { ...base, kind: "possible", confirm: true, candidates, ...(only ? { entry: only } : {}) };
    }
    case "conflict":
      return { ...base, kind: "conflict", reason: outcome.reason };
    default:
      return { ...base, kind: "nobody" };
  }
};

/** Who can be opened of one row: the managed person, each of the possible ones, or the conflict for its reason. */
export const openableOf = (
  identity: StatedIdentity,
  urgency: StatedUrgency,
  answer: MatchAnswer,
): readonly Subject[] => {
  const subject = subjectOf(identity, urgency, answer);
  if (subject.kind === "nobody") return [];
  if (subject.kind !== "possible") return [subject];
  return (answer.candidates ?? []).map((entry) => ({ ...subject, entry, candidates: 1 }));
};
