import { randomUUID } from "node:crypto";
import { amendResource, carriesAmendment, resourceOnServerSchema } from "@cadre-care/fhir";
import { allMatches } from "./all-matches.ts";
import { byEntry, checkInAt, ifMatchOf, references, stepAt } from "./entries.ts";
import { holds, permitted, same } from "./findings.ts";
import type { Ground } from "./ground.ts";
import { hasOutcome } from "./outcomes.ts";

/** An Encounter that was just made, as the board holds it. */
export const newVisit = async (ground: Ground) => {
  const sample = checkInAt(ground);
  const made = permitted(await ground.desk.transact(sample.bundle));
  same("status of a check-in", 200, made.status);
  const reference = references(made)[0] ?? "";
  const read = await ground.desk.get(`/${reference}`);
  same("status of reading what was just stored", 200, read.status);
  const { resource } = read;
  holds("it tells its version (meta.versionId)", resourceOnServerSchema.safeParse(resource).success);
  return { sample, reference, read, visit: resource, version: ifMatchOf(resource) };
};

/** `If-Match`: the version that was read is amended, an older one is refused with 412 and stays as it is. */
export const oldVersionRefused = async (ground: Ground) => {
  const { desk } = ground;
  const { reference, read, visit, version } = await newVisit(ground);
  const started = { ...visit, status: "in-progress" };
  const amended = permitted(await desk.put(`/${reference}`, started, version));
  same("status of an amendment of the version that was read", 200, amended.status);
  const after = await desk.get(`/${reference}`);
  holds("an amendment makes another version", ifMatchOf(after.resource) !== version);
  const late = await desk.put(`/${reference}`, { ...started, status: "cancelled" }, version);
  same("status of an amendment of an older version", 412, late.status);
  holds("the refusal is an OperationOutcome", hasOutcome(late));
  const kept = await desk.get(`/${reference}`);
  holds("the refused amendment changed nothing", kept.resource.status === "in-progress");
  return { reference, read, amended, late };
};

const AT_ONCE = 12;

/** Of many amendments of one version exactly one gets through. */
export const oneOfManyAmendments = async (ground: Ground) => {
  const { reference, visit, version } = await newVisit(ground);
  const answers = await Promise.all(
    Array.from({ length: AT_ONCE }, () =>
      ground.desk.put(`/${reference}`, { ...visit, status: "in-progress" }, version),
    ),
  );
  const statuses = answers.map((answer) => permitted(answer).status).toSorted((one, other) => one - other);
  const expected = [200, ...Array.from({ length: AT_ONCE - 1 }, () => 412)];
  same("statuses of amendments of one version at once", expected, statuses);
};

/** A transaction that amends an old version is refused whole. */
export const rolledBack = async (ground: Ground) => {
  const { desk } = ground;
  const { sample, reference, visit } = await newVisit(ground);
  const step = stepAt(ground, reference, sample.personId);
  const stale = {
    resource: { ...visit, status: "in-progress" },
    request: { method: "PUT", url: reference, ifMatch: 'W/"7777"' },
  };
  const answer = permitted(await desk.transact({ ...step.bundle, entry: [...step.bundle.entry, stale] }));
  same("status of a transaction with an amendment of a version that is not the board's", 412, answer.status);
  holds("the refusal is an OperationOutcome", hasOutcome(answer));
  const stored = await allMatches(desk, `/Task?identifier=${byEntry(step.entry)}`);
  same("resources that the refused transaction left", 0, stored.length);
  return answer;
};

/** A version carries the UUID of the entry that made it, in `meta.tag`, and `_history` shows it. */
export const amendmentInHistory = async (ground: Ground) => {
  const { desk } = ground;
  const { reference, visit } = await newVisit(ground);
  const read = resourceOnServerSchema.parse(visit);
  const entry = randomUUID();
  const amendment = amendResource({ ...read, status: "in-progress" }, read.meta.versionId, entry);
  const bundle = { resourceType: "Bundle", type: "transaction", entry: [amendment] };
  same("status of an amendment in a transaction", 200, permitted(await desk.transact(bundle)).status);
  const answer = await desk.get(`/${reference}/_history?_count=100`);
  same("status of _history", 200, answer.status);
  const history = answer.bundle;
  holds("it is a Bundle of type history", history.type === "history");
  const versions = history.entry.flatMap(({ resource }) => (resource ? [resource] : []));
  same("versions in the history", 2, versions.length);
  holds("the newest version comes first", versions[0]?.status === "in-progress");
  const tagged = versions.filter((version) =>
    carriesAmendment({ resourceType: "Encounter", ...version }, entry),
  );
  same("versions that carry the amendment's UUID", 1, tagged.length);
  return { reference, bundle };
};
