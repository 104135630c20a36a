import type { BoardClient, EncounterOnServer } from "@cadre-care/fhir";
import { encounterOnServer } from "@cadre-care/fhir";
import type { OutboxKeys } from "../keys/key-ring.ts";
import type { FoundVisit, VisitStore } from "../visits/visit-store.ts";
import { amendmentNeeded } from "./amendment-needed.ts";
import { BATCH_BYTES, BATCH_RESOURCES, weightOf } from "./batch.ts";
import type { Sendable } from "./delivery-attempt.ts";
import { BODY_VERSION, type OutboxBody } from "./outbox-body.ts";
import { isDamaged, type QueuedRecord, type Row } from "./queued-record.ts";
import { EntryUnreadableError, openBody, type UnreadableCode } from "./sealed-body.ts";

/** An entry that is about to be sent. */
export interface Planned {
  readonly record: QueuedRecord;
  readonly sendable: Sendable;
}

export interface SendingPlan {
  /** May go together, in this order. */
  readonly batch: readonly Planned[];
  /** Each needs a look at the board of its own. */
  readonly alone: readonly Planned[];
  readonly unreadable: readonly { readonly row: Row; readonly code: UnreadableCode }[];
  /** Visits that the batch amends, as the board holds them. */
  readonly encounters: ReadonlyMap<string, EncounterOnServer>;
}

export interface PlanTools {
  readonly client: BoardClient;
  readonly visits: VisitStore;
  readonly keys: OutboxKeys;
}

type Opened =
  | { readonly record: QueuedRecord; readonly body: OutboxBody }
  | { readonly code: UnreadableCode };

const opened = async (row: Row, keys: OutboxKeys): Promise<Opened> => {
  if (isDamaged(row)) return { code: isNewer(row.raw) ? "entry-newer" : "entry-unreadable" };
  try {
    return { record: row, body: await openBody(row, keys) };
  } catch (error) {
    if (!(error instanceof EntryUnreadableError)) throw error;
    return { code: error.code };
  }
};

const isLost = (row: Row): boolean => isDamaged(row) && Object.keys(row.raw).length === 0;

const isNewer = ({ schemaVersion }: Readonly<Record<string, unknown>>): boolean =>
  typeof schemaVersion === "number" && schemaVersion > BODY_VERSION;

/**
 * Decides what of some lanes goes together. `runs`: of each lane its first entry and some of those behind it. Of a lane
 * an entry is taken only after the one before it.
 */
export const planSending = async (
  runs: readonly (readonly Row[])[],
  { client, visits, keys }: PlanTools,
): Promise<SendingPlan> => {
  const lanes = await Promise.all(runs.map((run) => Promise.all(run.map((row) => opened(row, keys)))));
  const found = await visits.findAll(
    lanes.flat().flatMap((one) => ("body" in one && one.body.visit !== undefined ? [one.body.visit] : [])),
    keys,
  );
  const prepared = lanes.map((lane) =>
    lane.map((one) => ("body" in one ? prepare(one.record, one.body, found) : one)),
  );
  const encounters = await encountersOf(client, prepared);
  const batch: Planned[] = [];
  const alone: Planned[] = [];
  const unreadable: { row: Row; code: UnreadableCode }[] = [];
  const room = new Room();
  for (const [index, lane] of prepared.entries())
    for (const [place, one] of lane.entries()) {
      if ("code" in one) {
        const row = runs[index]?.[place];
        // Of a row whose bytes the browser lost nothing may be written: it would be all that is left of it.
        if (row && !isLost(row)) unreadable.push({ row, code: one.code });
        break;
      }
      if ((one.record.needs ?? []).length > 0) break;
      const fits = togetherOf(one, batch, encounters);
      if (fits === "alone" && place === 0) alone.push(one);
      if (typeof fits === "string" || !room.takes(fits.sendable)) break;
      batch.push(fits);
    }
  return { batch, alone, unreadable, encounters };
};

/** Keeps a bundle within its bounds; the first entry always fits. */
class Room {
  #resources = 0;
  #bytes = 0;

  takes(sendable: Sendable): boolean {
    const { resources, bytes } = weightOf(sendable);
    const fits =
      this.#resources === 0 ||
      (this.#resources + resources <= BATCH_RESOURCES && this.#bytes + bytes <= BATCH_BYTES);
    if (!fits) return false;
    this.#resources += resources;
    this.#bytes += bytes;
    return true;
  }
}

const prepare = (record: QueuedRecord, body: OutboxBody, found: ReadonlyMap<string, FoundVisit>): Planned => {
  const visit = body.visit === undefined ? undefined : found.get(body.visit)?.stored;
  return {
    record,
    sendable: {
      id: record.id,
      body,
      encounterId: visit?.serverId,
      joined: visit?.joined,
      resolved: record.resolved ?? {},
      corrected: (record.earlier ?? []).length > 0,
    },
  };
};

/** The entry as it goes into the batch; `alone` where it needs a look at the board first, `later` where others go first. */
const togetherOf = (
  one: Planned,
  batch: readonly Planned[],
  encounters: ReadonlyMap<string, EncounterOnServer>,
): Planned | "alone" | "later" => {
  const { body, resolved, corrected, encounterId, joined } = one.sendable;
  if (corrected || body.change || body.withdraws) return "alone";
  if ((body.needs ?? []).some(({ entry, type }) => !resolved[entry]?.startsWith(`${type}/`))) return "alone";
  if (body.visit === undefined || body.kind === "check-in" || body.kind === "hand-over") return one;
  const amends = body.amend && !(body.kind === "check-in-undo" && joined);
  if (encounterId === undefined) {
    const opens = batch.some(({ sendable }) => opensVisit(sendable, body.visit));
    return opens ? (amends ? "later" : one) : "alone";
  }
  if (!amends || !body.amend) return withoutAmend(one);
  const current = encounters.get(encounterId);
  if (!current) return "alone";
  if (batch.some(({ sendable }) => sendable.encounterId === encounterId && sendable.body.amend))
    return "later";
  const needed = amendmentNeeded(current, body.amend.status);
  if (typeof needed !== "boolean") return "alone";
  return needed ? one : withoutAmend(one);
};

export const opensVisit = ({ body }: Sendable, visit: string | undefined): boolean =>
  body.kind === "check-in" && body.visit === visit;

const withoutAmend = ({ record, sendable }: Planned): Planned => {
  const { amend: _, ...body } = sendable.body;
  return { record, sendable: { ...sendable, body } };
};

/** The visits that are amended, in one search. Where it fails, each entry looks for itself. */
const encountersOf = async (
  client: BoardClient,
  lanes: readonly (readonly (Planned | { readonly code: UnreadableCode })[])[],
): Promise<ReadonlyMap<string, EncounterOnServer>> => {
  const ids = lanes.flat().flatMap((one) => {
    if ("code" in one || !one.sendable.body.amend) return [];
    return one.sendable.encounterId ?? [];
  });
  if (ids.length < 2) return new Map();
  const unique = [...new Set(ids)];
  const answer = await client.search("Encounter", {
    _id: unique.join(","),
    _count: String(unique.length),
  });
  if (answer.kind !== "success") return new Map();
  return new Map(
    (answer.body.entry ?? []).flatMap(({ resource }) => {
      const read = resource && encounterOnServer(resource);
      return read ? [[read.id, read] as const] : [];
    }),
  );
};
