import type { BoardLink } from "@cadre-care/domain";
import {
  type BoardClient,
  hisCodeSystem,
  type Person,
  personSchema,
  resourcesIn,
  type Searchset,
  siteLinkFact,
} from "@cadre-care/fhir";
import { lessOverlap } from "../sync/roster-cursor.ts";
import { nextOf } from "../sync/roster-reader.ts";
import type { LinkCursor } from "./link-cursors.ts";

/** Everything is read this often: who came to the roster later may have been linked before. */
const WHOLE_EVERY_MS = 24 * 3_600_000;
const PAGE_SIZE = "500";

export interface ReadLinks {
  readonly client: BoardClient;
  readonly site: string;
  readonly cursor: LinkCursor;
  readonly signal: AbortSignal;
  /** Takes one page over, durably; false when it could not. */
  readonly take: (facts: readonly BoardLink[]) => Promise<boolean>;
}

const factsIn = (page: Searchset, site: string): readonly BoardLink[] =>
  resourcesIn<Person>(page, "Person", personSchema).resources.flatMap((person) => {
    const fact = siteLinkFact(person);
    // A board that answers more than it was asked makes no link of another hospital's code.
    return fact?.site === site ? [fact] : [];
  });

/**
 * The board's links of one hospital that changed since the last time, oldest change first. Resolves with the cursor behind
 * them; undefined where the board could not be asked, keeps no links, or was not read to the end: then the next time begins where this one did.
 */
export const readLinks = async ({
  client,
  site,
  cursor,
  signal,
  take,
}: ReadLinks): Promise<LinkCursor | undefined> => {
  const since = cursor.readAt;
  let begun: string | undefined;
  let answer = await client.search(
    "Person",
    {
      identifier: `${hisCodeSystem(site)}|`,
      ...(since === undefined ? {} : { _lastUpdated: `gt${lessOverlap(since)}` }),
      ...{ _sort: "_lastUpdated", _count: PAGE_SIZE },
    },
    signal,
  );
  for (;;) {
    if (answer.kind !== "success" || signal.aborted) return undefined;
    begun ??= answer.body.meta?.lastUpdated;
    // What was not taken over is to be read again.
    if (!(await take(factsIn(answer.body, site))) || signal.aborted) return undefined;
    const next = nextOf(answer.body);
    if (next === undefined) break;
    answer = await client.page(next, signal);
  }
  if (begun === undefined) return undefined;
  return { readAt: begun, wholeAt: since === undefined ? begun : (cursor.wholeAt ?? begun) };
};

/** The cursor to read from at `now`: from the beginning when that is due. */
export const cursorAt = (cursor: LinkCursor | undefined, now: number): LinkCursor => {
  const age = now - Date.parse(cursor?.wholeAt ?? "");
  return cursor && age < WHOLE_EVERY_MS && age > -WHOLE_EVERY_MS ? cursor : {};
};
