import { randomUUID } from "node:crypto";
import { CODE_SYSTEMS, handOverBundle } from "@cadre-care/fhir";
import { allMatches } from "./all-matches.ts";
import { byEntry, entryStatuses, references, viewAt } from "./entries.ts";
import { given, holds, NotAsked, permitted, same } from "./findings.ts";
import type { Ground } from "./ground.ts";
import { hasOutcome } from "./outcomes.ts";
import { rosterOf } from "./test-people.ts";

const REFUSED = [401, 403, 404, 405];

/** Who looked at whom is written by desks, and neither read nor changed by them. */
export const auditWriteOnly = async (ground: Ground) => {
  const { desk } = ground;
  const view = viewAt(ground, ground.nextPerson());
  const made = permitted(await desk.transact(view.bundle));
  same("statuses of an AuditEvent", [201], made.status === 200 ? entryStatuses(made) : [made.status]);
  const reference = references(made)[0] || "AuditEvent/1";
  const search = await desk.get(`/AuditEvent?_tag=${byEntry(view.entry)}`);
  holds("a desk may not search AuditEvents", REFUSED.includes(search.status));
  const read = await desk.get(`/${reference}`);
  holds("a desk may not read one", REFUSED.includes(read.status));
  const [resource] = view.bundle.entry;
  const changed = { ...resource?.resource, id: reference.split("/")[1], outcome: "8" };
  const put = await desk.put(`/${reference}`, changed, 'W/"1"');
  holds("a desk may not change one", REFUSED.includes(put.status));
};

/** Nobody reads without a good access token, and is told so in a way that the client takes for the board's own word. */
export const signInAsked = async ({ nobody }: Ground) => {
  for (const token of [undefined, "no-such-token"]) {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const answer = await nobody.send("GET", "/Flag?_count=1", undefined, headers);
    same("status of reading without a good token", 401, answer.status);
    const told = answer.headers.has("www-authenticate") || hasOutcome(answer);
    holds("the answer has WWW-Authenticate or is an OperationOutcome", told);
  }
};

/** What a desk cannot get accepted is handed to the board's staff, who find it by its code. */
export const handOverFound = async (ground: Ground) => {
  const { desk, office, author, at } = ground;
  const entry = randomUUID();
  const content = JSON.stringify({ resourceType: "Bundle", type: "transaction", entry: [] });
  const bundle = handOverBundle({ entry, reason: "hand-over", content, at }, author);
  const made = permitted(await desk.transact(bundle));
  same("statuses of a hand-over", [201], made.status === 200 ? entryStatuses(made) : [made.status]);
  const code = encodeURIComponent(`${CODE_SYSTEMS.request}|hand-over`);
  const open = await allMatches(office ?? desk, `/Task?code=${code}&status=requested&_count=200`);
  const ours = open.filter((task) => JSON.stringify(task.identifier ?? []).includes(entry));
  same("hand-overs found by code and status", 1, ours.length);
};

/** A tier that the policy refuses is refused by the server as well, wherever it comes from. */
export const refusedTier = async (ground: Ground) => {
  const office = given(ground.office, "no-office");
  const [tier] = given(ground.policy, "no-policy").refusedTiers;
  if (tier === undefined) throw new NotAsked("no-policy");
  const personId = ground.nextPerson();
  const { flag } = rosterOf({ personId, unit: ground.policy?.unit.id, tier });
  const answer = permitted(await office.send("POST", "/Flag", { ...flag, status: "inactive" }));
  same("status of a Flag of a refused tier is a 4xx", 4, Math.floor(answer.status / 100));
  holds("the refusal is an OperationOutcome", hasOutcome(answer));
};
