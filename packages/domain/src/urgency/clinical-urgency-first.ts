import type { StatedUrgency } from "../identity/stated-identity.ts";
import type { StatutoryGroup } from "../service/views.ts";
import type { LocalizedText } from "../text/localized-text.ts";
import { EMERGENCY_FIRST } from "./urgency-messages.ts";

/** What a banner may call the user to do. `statutoryGroups` are shown before the process (DOMAIN 6.1). */
export type CallToAction =
  | { readonly kind: "none"; readonly notice: LocalizedText }
  | {
      readonly kind: "next-step";
      readonly text: LocalizedText;
      readonly statutoryGroups: readonly StatutoryGroup[];
    };

/** Emergency first (DESIGN rule 1): on an emergency patient there is a notice and no call to action at all. */
export const callToAction = (
  urgency: StatedUrgency,
  person: { readonly nextStep: LocalizedText; readonly statutoryGroups: readonly StatutoryGroup[] },
): CallToAction =>
  urgency.emergency || person.statutoryGroups.includes("emergency")
    ? { kind: "none", notice: EMERGENCY_FIRST }
    : { kind: "next-step", text: person.nextStep, statutoryGroups: person.statutoryGroups };

const clinicalRank = (groups: readonly StatutoryGroup[]): number => {
  if (groups.includes("emergency")) return 0;
  return groups.length > 0 ? 1 : 2;
};

/**
 * The only order in which people of a page are listed: emergencies, then statutory groups, then the rest, each as the
 * page has them. Tier, standing and process are not looked at, so no cadre can precede an emergency or a statutory
 * group (DESIGN rule 1). It orders a list of ours, never the HIS's queue.
 */
export const inClinicalOrder = <Person>(
  people: readonly Person[],
  groupsOf: (person: Person) => readonly StatutoryGroup[],
): Person[] =>
  people
    .map((person, place) => ({ person, place, rank: clinicalRank(groupsOf(person)) }))
    .sort((one, other) => one.rank - other.rank || one.place - other.place)
    .map(({ person }) => person);
