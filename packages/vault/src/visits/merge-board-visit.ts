import { isOpen, mergeVisits, type Visit } from "@cadre-care/domain";
import type { BoardVisit } from "./board-visits.ts";
import type { StoredVisit } from "./stored-visit.ts";

/** Which of a person's visits of the day here is the one that the board tells of; undefined when none is. */
export function counterpart<Item extends { readonly stored: StoredVisit }>(
  here: readonly Item[],
  { encounterId, visit }: BoardVisit,
): Item | undefined {
  return (
    here.find(({ stored }) => stored.serverId === encounterId || stored.visit.id === visit.id) ??
    // A check-in that still waits will join the visit that another desk has opened.
    here.find(({ stored }) => stored.serverId === undefined && isOpen(stored.visit) && isOpen(visit))
  );
}

const sameVisit = (one: Visit, other: Visit): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * What is kept after the board told of a visit; undefined when nothing changes. The board is right about what it has;
 * what still waits here is added. The id on this machine stays: screens and waiting entries know the visit by it.
 */
export function mergedWithBoard(
  here: StoredVisit | undefined,
  { encounterId, visit }: BoardVisit,
): StoredVisit | undefined {
  if (!here) return visit.status === "cancelled" ? undefined : { visit, pending: [], serverId: encounterId };
  const merged = mergeVisits(here.visit, visit);
  if (!merged.ok) return undefined;
  const told = here.pending.length === 0 ? { ...visit, steps: merged.value.steps } : merged.value;
  const next = { ...told, id: here.visit.id };
  const serverId = here.serverId ?? (here.visit.id === visit.id ? encounterId : undefined);
  if (sameVisit(next, here.visit) && serverId === here.serverId) return undefined;
  return { ...here, visit: next, ...(serverId === undefined ? {} : { serverId }) };
}
