import { isRefusedTier, type Policy } from "@cadre-care/domain";
import { type Searchset, tierOf } from "@cadre-care/fhir";
import type { DirectoryStore, RosterParts } from "../directory/directory-store.ts";
import {
  arrivalsIn,
  PageFailure,
  ROSTER_TAG,
  ROSTER_TYPES,
  type RosterReader,
  type RosterType,
} from "./roster-reader.ts";

/** How the directory differs from the board's whole list. */
export interface RosterDifference {
  /** Persons to be fetched again: missing here, or in another version. */
  readonly stale: readonly string[];
  /** Persons who are here and no longer on the list, or of a tier that is refused now. */
  readonly surplus: readonly string[];
  /** So much is gone from the list that a fault of the board is likelier than a change of the roster. */
  readonly implausible: boolean;
}

/** Persons whose parts are opened at once. */
export const CHUNK = 500;

export function* chunks<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += CHUNK) yield items.slice(from, from + CHUNK);
}

const sameVersions = (here: RosterParts, listed: RosterParts): boolean =>
  (["patient", "flag", "episode"] as const).every(
    (part) => listed[part] === undefined || listed[part].meta?.versionId === here[part]?.meta?.versionId,
  );

/** `_elements` makes the list short. A board that does not know it (R4 leaves it open) is asked for everything. */
async function listAll(reader: RosterReader, type: RosterType): Promise<readonly Searchset[]> {
  const parameters = { _tag: ROSTER_TAG, _count: String(CHUNK) };
  try {
    return await reader.all(type, { ...parameters, _elements: "id,meta,active,status,code,subject,patient" });
  } catch (error) {
    if (!(error instanceof PageFailure) || error.answer.kind !== "refused") throw error;
    return reader.all(type, parameters);
  }
}

/** Lists the board's whole roster, ids and versions alone, and compares. @throws PageFailure */
export async function rosterDifference(
  reader: RosterReader,
  directory: DirectoryStore,
  policy: Policy,
): Promise<RosterDifference> {
  const pages = [];
  for (const type of Object.values(ROSTER_TYPES)) pages.push(...(await listAll(reader, type)));
  const listed = new Map(
    [...arrivalsIn(pages).parts].filter(([, { patient, flag, episode }]) => {
      const tier = flag && tierOf(flag);
      const refused = tier !== undefined && isRefusedTier(policy, tier);
      const active = flag?.status === "active" && patient?.active !== false;
      return active && !refused && (episode === undefined || episode.status === "active");
    }),
  );
  const here = await directory.personIds();
  const surplus = [...here].filter((id) => !listed.has(id));
  const stale = [...listed.keys()].filter((id) => !here.has(id));
  for (const some of chunks([...listed.keys()].filter((id) => here.has(id)))) {
    const parts = await directory.parts(some);
    for (const id of some) if (!sameVersions(parts.get(id) ?? {}, listed.get(id) ?? {})) stale.push(id);
  }
  return { stale, surplus, implausible: surplus.length > 10 && surplus.length * 2 > here.size };
}
