import {
  inClinicalOrder,
  isoDate,
  type PagePersonView,
  type Policy,
  processOf,
  type StatutoryGroup,
  statutoryGroups,
} from "@cadre-care/domain";
import type { Subject } from "./subject-tokens.ts";

export interface OfferedPerson {
  readonly token: string;
  readonly subject: Subject;
}

const personOf = ({ token, subject }: OfferedPerson, policy: Policy | undefined): PagePersonView[] => {
  const { kind, entry, reason } = subject;
  if (kind === "nobody") return [];
  if (kind === "conflict") return [{ subject: token, kind, ...(reason ? { reason } : {}) }];
  if (!entry) return [];
  const process = policy ? processOf(policy, entry.tier) : undefined;
  return [
    {
      subject: token,
      kind,
      name: entry.name,
      birthDate: isoDate(entry.birthDate),
      ...(process?.ok ? { process: process.value.label } : {}),
    },
  ];
};

/** The page's people as a list, each once, by the first token that is offered: emergencies and statutory groups first, then as the page has them (DESIGN rule 1). */
export const peopleOf = (
  offered: readonly OfferedPerson[],
  policy: Policy | undefined,
  today: string,
): readonly PagePersonView[] => {
  const seen = new Set<string>();
  const once = offered.filter(({ token, subject: { kind, entry } }) => {
    const same = entry ? `${kind} ${entry.personId}` : token;
    return !seen.has(same) && seen.add(same);
  });
  const groups = ({ subject }: OfferedPerson): readonly StatutoryGroup[] => {
    const urgency = { emergency: subject.emergency };
    const birthDate = subject.entry?.birthDate ?? subject.stated.birthDate;
    if (policy && birthDate) return statutoryGroups(birthDate, urgency, today, policy);
    return subject.emergency ? ["emergency"] : [];
  };
  return inClinicalOrder(once, groups).flatMap((person) => personOf(person, policy));
};
