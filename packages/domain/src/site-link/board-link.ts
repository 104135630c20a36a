import { type SiteLink, type UnlinkReason, withdrawn } from "./site-link.ts";

/** What a record of the board says: the HIS code of a site leads to a managed person. */
export interface BoardLink extends Pick<SiteLink, "site" | "code" | "personId"> {
  /** UUID of the entry that made it; names the link for good, whatever id a board gives it. */
  readonly entry: string;
  /** False: it was taken back. */
  readonly active: boolean;
  /** Since when, where it is said: ISO instant. */
  readonly since?: string;
}

/** `link` undefined: none is kept. `ended`: the link that was here is over, for this reason. */
export interface AfterBoard {
  readonly link: SiteLink | undefined;
  readonly ended?: UnlinkReason;
}

const adopted = (before: SiteLink | undefined, told: BoardLink, at: string): SiteLink => {
  const known = before?.state === "shared" ? before.shared : [];
  const { site, code, personId, entry, since = at } = told;
  return {
    ...{ site, code, personId, state: "shared", readings: [], since, checkInNeeded: false },
    ...(before?.state === "shared" && before.by !== undefined ? { by: before.by } : {}),
    shared: known.includes(entry) ? known : [...known, entry],
    withdrawn: before?.withdrawn ?? [],
  };
};

/** A code that was taken back here comes back by what was shared after that alone. Not comparable: it does not. */
const mayReturn = (before: SiteLink | undefined, { since = "" }: BoardLink): boolean =>
  !before?.checkInNeeded || Date.parse(since) > Date.parse(before.since);

/**
 * What the board's record makes of the link here. Two readings here, or a check-in, that say somebody else than the
 * board: then nobody is marked by that code, here or anywhere, until it is learnt anew.
 */
export const afterBoard = (before: SiteLink | undefined, told: BoardLink, at: string): AfterBoard => {
  if (!told.active) {
    if (!before?.shared.includes(told.entry)) return { link: before };
    // Dated as the record is: who shares the code anew may have done so before this machine heard of the end.
    const over = withdrawn(before, "withdrawn-at-board", told.since ?? at);
    return { link: over, ended: "withdrawn-at-board" };
  }
  if (before?.withdrawn.includes(told.entry)) return { link: before };
  const settled = before?.state === "candidate" || before?.state === "shared";
  if (!settled || before.personId === told.personId)
    return { link: mayReturn(before, told) ? adopted(before, told, at) : before };
  const both = { ...before, shared: [...before.shared, told.entry] };
  return { link: withdrawn(both, "board-has-another", at), ended: "board-has-another" };
};
