import { IDENTIFIER_SYSTEMS } from "@cadre-care/fhir";
import { allMatches } from "./all-matches.ts";
import { checkInAt, entryStatuses } from "./entries.ts";
import { holds, permitted, same } from "./findings.ts";
import type { Ground } from "./ground.ts";
import { problemIn } from "./outcomes.ts";

/** Statuses of an open visit (docs/fhir-profile.md). */
const OPEN = "planned,arrived,triaged,in-progress,onleave";

/** A second desk's check-in of the same person, site and day is answered 409, and both meet in the first visit. */
export const oneOpenVisit = async (ground: Ground) => {
  const { desk, second, secondAuthor } = ground;
  const first = checkInAt(ground);
  const other = checkInAt(ground, {
    personId: first.personId,
    visitKey: first.visitKey,
    author: secondAuthor,
  });
  same("status of the first desk's check-in", 200, permitted(await desk.transact(first.bundle)).status);
  const refused = permitted(await second.transact(other.bundle));
  same("status of a second desk's check-in of the same person, site and day", 409, refused.status);
  holds("the refusal has the problem code visit-already-open", problemIn(refused) === "visit-already-open");
  const key = encodeURIComponent(`${IDENTIFIER_SYSTEMS.visit}|${first.visitKey}`);
  const open = await allMatches(second, `/Encounter?identifier=${key}&status=${OPEN}`);
  same("open visits of that person, site and day", 1, open.length);
  const joined = await second.transact({
    ...other.bundle,
    entry: other.bundle.entry.slice(1).map((one) => ({
      ...one,
      resource: { ...one.resource, target: [{ reference: `Encounter/${String(open[0]?.id)}` }] },
    })),
  });
  same("statuses of the second desk's Provenance on the first one's visit", [201], entryStatuses(joined));
  return { refused };
};
