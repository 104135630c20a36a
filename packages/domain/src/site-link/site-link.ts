import type { LinkContradiction } from "./link-evidence.ts";

/** Why a link ended. */
export type UnlinkReason =
  | LinkContradiction
  /** The board has the code for somebody else. */
  | "board-has-another"
  /** Another machine, or the board's staff, took it back. */
  | "withdrawn-at-board"
  | "withdrawn-by-user";

/**
 * A HIS code of one hospital and the managed person whom it leads to. `seen`: one reading said so. `candidate`: two did.
 * `shared`: staff had the person before them as well, and the board has it or will. `withdrawn`: it was wrong once.
 */
export interface SiteLink {
  readonly site: string;
  /** Normalised. */
  readonly code: string;
  readonly personId: string;
  readonly state: "seen" | "candidate" | "shared" | "withdrawn";
  /** Names of the readings that agreed, until there are two. */
  readonly readings: readonly string[];
  /** When it came to this state: ISO instant. */
  readonly since: string;
  /** Who had the person before them, where this machine knows. */
  readonly by?: string;
  /** It was taken back once: pages alone do not bring it back. */
  readonly checkInNeeded: boolean;
  /** UUIDs of the board's records of it. */
  readonly shared: readonly string[];
  /** The same of those that were taken back: the board may show them active for a while yet. */
  readonly withdrawn: readonly string[];
}

/** One reading of a patient page that teaches a code. */
export interface TeachingReading extends Pick<SiteLink, "site" | "code" | "personId"> {
  /** Names this reading: repeating it is no second one. */
  readonly reading: string;
  readonly at: string;
}

const READINGS = 2;
const REMEMBERED = 8;

/** Whether lists of the site are marked by it. */
export const marksLists = ({ state, checkInNeeded }: SiteLink): boolean =>
  state === "shared" || (state === "candidate" && !checkInNeeded);

export const afterReading = (before: SiteLink | undefined, taught: TeachingReading): SiteLink => {
  const { site, code, personId, reading, at } = taught;
  const goesOn = before && before.state !== "withdrawn" && before.personId === personId;
  if (goesOn && (before.state !== "seen" || before.readings.includes(reading))) return before;
  const readings = [...(goesOn ? before.readings : []), reading];
  return {
    ...{ site, code, personId, readings, since: at },
    state: readings.length < READINGS ? "seen" : "candidate",
    checkInNeeded: before?.checkInNeeded ?? false,
    shared: [],
    withdrawn: before?.withdrawn ?? [],
  };
};

/** A person was checked in where this code was stated. Undefined: nothing to share. */
export const afterCheckIn = (
  before: SiteLink,
  made: { readonly entry: string; readonly at: string; readonly by: string },
): SiteLink | undefined =>
  before.state === "candidate"
    ? { ...before, state: "shared", since: made.at, by: made.by, checkInNeeded: false, shared: [made.entry] }
    : undefined;

/**
 * The link is wrong, or unwanted. One that only pages had made is forgotten, and needs two readings again; of one that
 * was shared, or that a person took back, the code is remembered, so that pages alone cannot bring it back.
 */
export const withdrawn = (before: SiteLink, reason: UnlinkReason, at: string): SiteLink | undefined => {
  const { by: _, ...kept } = before;
  const all = [...before.withdrawn, ...before.shared].slice(-REMEMBERED);
  const byPages = before.shared.length === 0 && !before.checkInNeeded && reason !== "withdrawn-by-user";
  if (byPages && all.length === 0 && reason !== "board-has-another") return undefined;
  return {
    ...kept,
    ...{ state: "withdrawn", readings: [], since: at, checkInNeeded: true, shared: [], withdrawn: all },
  };
};
