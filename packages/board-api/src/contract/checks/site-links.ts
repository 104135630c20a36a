import { hisCodeSystem, personSchema, siteLinkFact, withdrawnSiteLink } from "@cadre-care/fhir";
import { z } from "zod";
import { allMatches } from "./all-matches.ts";
import { entryStatuses, linkAt } from "./entries.ts";
import { holds, permitted, same } from "./findings.ts";
import type { Ground } from "./ground.ts";
import { lately } from "./lately.ts";
import { problemIn } from "./outcomes.ts";

const onServer = z.looseObject({
  resourceType: z.string(),
  id: z.string(),
  meta: z.looseObject({ versionId: z.string() }),
});

const linkOf = (resource: unknown) => {
  const person = personSchema.safeParse(resource);
  return person.success ? siteLinkFact(person.data) : undefined;
};

/** A hospital's own codes as Persons: made once, found by the hospital's system and by the Patient, withdrawn. */
export const siteLinksShared = async (ground: Ground) => {
  const { desk, site } = ground;
  const system = encodeURIComponent(`${hisCodeSystem(site)}|`);
  const since = await lately(desk, `/Person?identifier=${system}&_sort=_lastUpdated&_count=1`);
  const link = linkAt(ground);
  const first = permitted(await desk.transact(link.bundle));
  same(
    "statuses of a site link's entries",
    [201, 201],
    first.status === 200 ? entryStatuses(first) : [first.status],
  );
  same("statuses of the same, sent again", [200, 200], entryStatuses(await desk.transact(link.bundle)));
  const changed = await allMatches(
    desk,
    `/Person?identifier=${system}&_lastUpdated=gt${since}&_sort=_lastUpdated&_count=200`,
  );
  const ours = changed.filter((one) => linkOf(one)?.entry === link.entry);
  same("links found by the hospital's own system of codes", 1, ours.length);
  const ofPerson = await allMatches(desk, `/Person?link=Patient/${link.personId}&_count=200`);
  same("links found by the person", 1, ofPerson.filter((one) => linkOf(one)?.entry === link.entry).length);
  const stored = onServer.parse(ours[0]);
  const put = withdrawnSiteLink(stored, stored.meta.versionId);
  const withdrawn = await desk.transact({ resourceType: "Bundle", type: "transaction", entry: [put] });
  same("status of a link's withdrawal", 200, withdrawn.status);
  const after = await desk.get(`/Person/${stored.id}`);
  holds("it stands as withdrawn", linkOf(after.resource)?.active === false);
};

/** One code leads to one person: a second active link of it is answered 409. */
export const siteLinkUnique = async (ground: Ground) => {
  const { desk } = ground;
  const one = linkAt(ground);
  const other = linkAt(ground, { code: one.code });
  same("status of a first link of a code", 200, permitted(await desk.transact(one.bundle)).status);
  const refused = permitted(await desk.transact(other.bundle));
  same("status of a second link of the same code", 409, refused.status);
  holds("the refusal has the problem code his-code-linked", problemIn(refused) === "his-code-linked");
};
