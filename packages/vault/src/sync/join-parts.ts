import type { DirectoryEntry, Policy, Problem } from "@cadre-care/domain";
import { isRefusedTier } from "@cadre-care/domain";
import { directoryEntry, isOnRoster, tierOf } from "@cadre-care/fhir";
import type { RosterParts } from "../directory/directory-store.ts";

type Part = NonNullable<RosterParts[keyof RosterParts]>;

/** Whether `next` is another and no older version than what is here. */
export function isNewer(next: Part, here: Part | undefined): boolean {
  if (!here) return true;
  if (next.meta?.versionId !== undefined && next.meta.versionId === here.meta?.versionId) return false;
  const [one, other] = [next.meta?.lastUpdated, here.meta?.lastUpdated];
  return one === undefined || other === undefined || Date.parse(one) >= Date.parse(other);
}

export type Joined =
  /** All parts are here and say that the person is managed. */
  | { readonly kind: "member"; readonly entry: DirectoryEntry }
  /** Something is still to come. */
  | { readonly kind: "incomplete" }
  /** No longer managed, or of a tier that this product refuses (DESIGN rule 6): nothing of the person is kept. */
  | { readonly kind: "gone" }
  | { readonly kind: "unreadable"; readonly problem: Problem };

/** What the parts of one person amount to. Without an accepted Flag nothing is known to be managed, so nothing is kept. */
export function joinParts(parts: RosterParts, policy: Policy): Joined {
  const { patient, flag, episode } = parts;
  if (patient?.active === false) return { kind: "gone" };
  if (flag && flag.status !== "active") return { kind: "gone" };
  if (episode && episode.status !== "active") return { kind: "gone" };
  const tier = flag && tierOf(flag);
  if (tier !== undefined && isRefusedTier(policy, tier)) return { kind: "gone" };
  if (!patient || !flag || !episode) return { kind: "incomplete" };
  if (!isOnRoster({ patient, flag, episode })) return { kind: "gone" };
  const entry = directoryEntry({ patient, flag, episode });
  return entry.ok ? { kind: "member", entry: entry.value } : { kind: "unreadable", problem: entry.problem };
}
