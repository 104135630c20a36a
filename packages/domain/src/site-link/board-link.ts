import { type SiteLink, type UnlinkReason, withdrawn } from "./site-link.ts";

/** What the board says of one code: a record, by its UUID, and whether it stands. */
export interface BoardLink extends Pick<SiteLink, "site" | "code" | "personId"> {
  readonly entry: string;
  readonly active: boolean;
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

/**
 * What the board's record makes of the link here. Two readings here, or a check-in, that say somebody else than the
 * board: then nobody is marked by that code, here or anywhere, until it is learnt anew.
 */
export const afterBoard = (before: SiteLink | undefined, told: BoardLink, at: string): AfterBoard => {
  if (!told.active) {
    if (!before?.shared.includes(told.entry)) return { link: before };
    return { link: withdrawn(before, "withdrawn-at-board", at), ended: "withdrawn-at-board" };
  }
  if (before?.withdrawn.includes(told.entry)) return { link: before };
  const settled = before?.state === "candidate" || before?.state === "shared";
  if (!settled || before.personId === told.personId) return { link: adopted(before, told, at) };
  const both = { ...before, shared: [...before.shared, told.entry] };
  return { link: withdrawn(both, "board-has-another", at), ended: "board-has-another" };
};
