import { allMatches } from "./all-matches.ts";
import { byEntry, checkInAt, entryStatuses, ifMatchOf, references, viewAt } from "./entries.ts";
import { holds, permitted, same } from "./findings.ts";
import type { Ground } from "./ground.ts";

/** A transaction that is sent again, by `identifier` (and `_tag` for its Provenance): 201, then 200, one resource. */
export const createdOnceByIdentifier = async (ground: Ground) => {
  const { desk } = ground;
  const sample = checkInAt(ground);
  const first = permitted(await desk.transact(sample.bundle));
  same("status of a transaction of conditional creates", 200, first.status);
  same("statuses of its entries", [201, 201], entryStatuses(first));
  const again = await desk.transact(sample.bundle);
  same("status of the same transaction sent again", 200, again.status);
  same("statuses of its entries, sent again", [200, 200], entryStatuses(again));
  holds(
    "what is sent again leads to what was stored first",
    references(first).join() === references(again).join(),
  );
  const stored = await allMatches(desk, `/Encounter?identifier=${byEntry(sample.entry)}`);
  same("Encounters that carry the entry's identifier", 1, stored.length);
  const [encounter] = stored;
  return { sample, first, again, encounter };
};

/** The same for what has no identifier in R4: AuditEvent, by `_tag`. */
export const createdOnceByTag = async (ground: Ground) => {
  const { desk, office } = ground;
  const sample = viewAt(ground, ground.nextPerson());
  const first = permitted(await desk.transact(sample.bundle));
  same("status of a conditional create by _tag", 200, first.status);
  same("statuses of its entry", [201], entryStatuses(first));
  const again = await desk.transact(sample.bundle);
  same(
    "statuses of its entry, sent again",
    [200],
    again.status === 200 ? entryStatuses(again) : [again.status],
  );
  holds("it leads to what was stored first", references(first).join() === references(again).join());
  if (!office) return;
  const stored = await allMatches(office, `/AuditEvent?_tag=${byEntry(sample.entry)}`);
  same("AuditEvents that carry the entry's tag", 1, stored.length);
};

const COPIES = 20;

/** Twenty copies at once make one: a lost answer, two tabs, a drainer that was restarted. */
export const createdOnceAmongMany = async (ground: Ground) => {
  const { desk, office } = ground;
  const sample = viewAt(ground, ground.nextPerson());
  const answers = await Promise.all(Array.from({ length: COPIES }, () => desk.transact(sample.bundle)));
  for (const answer of answers) permitted(answer);
  same(
    "copies, sent at once, that were answered 200",
    COPIES,
    answers.filter(({ status }) => status === 200).length,
  );
  same("copies that made something", 1, answers.filter((answer) => entryStatuses(answer)[0] === 201).length);
  if (!office) return;
  const stored = await allMatches(office, `/AuditEvent?_tag=${byEntry(sample.entry)}`);
  same("AuditEvents that carry the entry's tag", 1, stored.length);
};

/** A create that is sent again after somebody amended its resource changes nothing. */
export const keptSinceCreated = async (ground: Ground) => {
  const { desk } = ground;
  const sample = checkInAt(ground);
  permitted(await desk.transact(sample.bundle));
  const search = `/Encounter?identifier=${byEntry(sample.entry)}`;
  const [encounter] = await allMatches(desk, search);
  if (encounter)
    await desk.put(`/Encounter/${encounter.id}`, { ...encounter, status: "finished" }, ifMatchOf(encounter));
  const again = await desk.transact(sample.bundle);
  same("statuses of a create sent again after an amendment", [200, 200], entryStatuses(again));
  const [after] = await allMatches(desk, search);
  holds("the amendment is still there", after?.status === "finished");
};
