import { isStopped } from "../../outbox/outbox-store.ts";
import type { QueuedRecord } from "../../outbox/queued-record.ts";
import type { Accepted, World } from "./world.ts";

const uuidsOf = ({ body }: Accepted): readonly string[] =>
  body.bundle.entry.map(({ request }) =>
    "ifNoneExist" in request ? (request.ifNoneExist.split("|")[1] ?? "") : "",
  );

/** Heads of lanes that a person must look at; whatever stands behind them may wait. */
const stoppedLanes = (rows: readonly QueuedRecord[]): ReadonlySet<string> =>
  new Set(rows.filter(({ state }) => isStopped(state)).map(({ subjectKey }) => subjectKey));

/** An entry may wait for its own lane, or for an entry that it needs. */
const mayWait = (row: QueuedRecord, rows: readonly QueuedRecord[]): boolean =>
  stoppedLanes(rows).has(row.subjectKey) ||
  (row.needs ?? []).some((id) =>
    rows.some((other) => other.id === id && (isStopped(other.state) || mayWait(other, rows))),
  );

/** While some patients are poison: does anything of the others still wait? */
export async function delayedByOthers(world: World, poison: ReadonlyMap<string, string>): Promise<string[]> {
  const rows = await world.rows();
  const isPoisoned = (row: QueuedRecord): boolean => {
    const person = world.accepted.get(row.id)?.body.personId;
    return (poison.get(person ?? "") ?? "none") !== "none";
  };
  const poisonedLanes = new Set(rows.filter(isPoisoned).map(({ subjectKey }) => subjectKey));
  return rows
    .filter((row) => !poisonedLanes.has(row.subjectKey) && !isStopped(row.state) && !mayWait(row, rows))
    .map(({ id, state }) => `${id}: ${state} although only others are poison`);
}

/** What is wrong at the end. */
export async function judge(world: World): Promise<string[]> {
  const rows = await world.rows();
  const here = new Map(rows.map((row) => [row.id, row]));
  return [
    ...(await wrongCounts(world, rows)),
    ...[...world.promised].flatMap((id) =>
      world.accepted.has(id) || isAtBoard(world, id) ? [] : [`${id}: promised and never seen`],
    ),
    ...[...world.accepted.values()].flatMap((entry) => wrongEntry(world, entry, here.get(entry.id), rows)),
    ...tooMuch(world),
    ...wrongOrder(world),
  ];
}

async function wrongCounts(world: World, rows: readonly QueuedRecord[]): Promise<string[]> {
  const view = await world.boot.outbox.view();
  const stopped = rows.filter(({ state }) => isStopped(state)).length;
  const shown = new Set(view.entries.map(({ id }) => id));
  return [
    ...(view.waiting + view.parked === rows.length ? [] : ["counts differ from what is there"]),
    ...(view.parked === stopped ? [] : [`${view.parked} counted as stopped, ${stopped} are`]),
    ...rows.filter(({ id }) => !shown.has(id)).map(({ id }) => `${id}: not shown`),
  ];
}

const isAtBoard = (world: World, id: string): boolean =>
  world.board.withEntry(id).length > 0 || world.board.amendedBy(id).length > 0;

/** A Task in the entry's place: handed over, or withdrawn after a choice. */
const isHandedOver = (world: World, id: string): boolean =>
  world.board
    .withEntry(id)
    .some((one) => one.resourceType === "Task" && JSON.stringify(one).includes("CodeSystem/request"));

function wrongEntry(
  world: World,
  entry: Accepted,
  row: QueuedRecord | undefined,
  rows: readonly QueuedRecord[],
): string[] {
  const { board } = world;
  const { id, body } = entry;
  const faults: string[] = [];
  const uuids = uuidsOf(entry);
  for (const uuid of uuids) {
    const found = board.withEntry(uuid).filter(({ resourceType }) => resourceType !== "Task");
    if (found.length > 1) faults.push(`${id}: ${found.length} times at the board`);
  }
  const amended = board.amendedBy(id);
  if (amended.length > 1) faults.push(`${id}: amended ${amended.length} times`);
  if (body.change)
    for (const version of amended)
      if (Number(version.meta.versionId) !== Number(body.change.version) + 1)
        faults.push(`${id}: went over a version that nobody saw`);
  if (row) {
    if (!isStopped(row.state) && !mayWait(row, rows)) faults.push(`${id}: ${row.state} and nothing stops it`);
    return faults;
  }
  if (isHandedOver(world, id)) return faults;
  const main = body.change ? amended.length === 1 : true;
  // A check-in that joined another desk's visit is its Provenance alone.
  const needed = body.kind === "check-in" ? uuids.slice(1) : uuids;
  if (!main || needed.some((uuid) => board.withEntry(uuid).length === 0)) faults.push(`${id}: lost`);
  return faults;
}

const MAIN = /^(Encounter|Task|AuditEvent|QuestionnaireResponse|ServiceRequest)\//;

/** Effects without an entry, or the same one twice under other names. */
function tooMuch(world: World): string[] {
  const { board, accepted } = world;
  const entries = [...accepted.values()];
  const main = board.created.filter((key) => MAIN.test(key)).length;
  const making = entries.filter(({ body }) => body.kind !== "check-in-undo").length;
  // What only the board's staff may read cannot be looked for before it is handed over.
  const unseen = entries.filter(
    ({ id, body }) => ["check-in-undo", "audit"].includes(body.kind) && isHandedOver(world, id),
  ).length;
  const faults = main > making + unseen ? [`${main} effects of ${making + unseen} entries`] : [];
  for (const { id } of accepted.values()) {
    const marked = [...board.resources.values()].filter((one) =>
      JSON.stringify(one.note ?? "").includes(`mark-${id}`),
    );
    if (marked.length > 1) faults.push(`${id}: done ${marked.length} times`);
  }
  return faults;
}

/** Per patient, what the board created comes in the order in which it was accepted. */
function wrongOrder({ board, accepted }: World): string[] {
  const entryAt = new Map<string, number>();
  for (const [index, key] of board.created.entries()) {
    const resource = board.resources.get(key);
    const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/.exec(
      JSON.stringify([resource?.identifier ?? [], resource?.meta?.tag ?? []]),
    )?.[0];
    if (uuid !== undefined && !entryAt.has(uuid)) entryAt.set(uuid, index);
  }
  const last = new Map<string, number>();
  const faults: string[] = [];
  for (const entry of accepted.values()) {
    const places = [entry.id, ...uuidsOf(entry)].flatMap((uuid) => entryAt.get(uuid) ?? []);
    if (places.length === 0) continue;
    const place = Math.min(...places);
    if (place < (last.get(entry.lane) ?? -1)) faults.push(`${entry.id}: before those that came first`);
    last.set(entry.lane, place);
  }
  return faults;
}
