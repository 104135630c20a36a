import {
  failure,
  isOpen,
  openVisit,
  processOf,
  type Result,
  recordStep,
  success,
  undoCheckIn,
  type Visit,
  type VisitView,
  visitKey,
  visitView,
} from "@cadre-care/domain";
import {
  type BoardClient,
  type BoardFailure,
  checkInBundle,
  marksAuditBundle,
  stepBundle,
  undoBundle,
  urn,
  type Viewing,
  viewAuditBundle,
} from "@cadre-care/fhir";
import type { OutboxKeys } from "../keys/key-ring.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { OutboxBody } from "../outbox/outbox-body.ts";
import { uuidV7 } from "../outbox/uuid-v7.ts";
import type { VaultDatabase } from "../storage/database.ts";
import { StorageError } from "../storage/storage-error.ts";
import { type BoardVisit, boardVisits } from "./board-visits.ts";
import type { Desk } from "./desk.ts";
import { hospitalDay, hospitalInstant } from "./hospital-time.ts";
import { counterpart, mergedWithBoard } from "./merge-board-visit.ts";
import type { StoredVisit } from "./stored-visit.ts";
import { untilUnchanged, VisitStore, writeVisit } from "./visit-store.ts";

export interface VisitsOptions {
  readonly database: VaultDatabase;
  readonly outbox: Outbox;
  readonly keys: () => OutboxKeys | null;
  /** Epoch milliseconds of this machine. */
  readonly now: () => number;
}

export interface CheckInRequest {
  readonly personId: string;
  /** Tier code of the person's directory entry. */
  readonly tier: string;
  readonly emergency: boolean;
}

interface Found {
  readonly stored: StoredVisit;
  readonly row: Awaited<ReturnType<VisitStore["row"]>>;
}

const locked = <Value>(): Result<Value> =>
  failure("locked", {
    vi: "Phần mềm đang khóa nên chưa ghi nhận được. Mở khóa rồi thử lại.",
    en: "Locked, so nothing was recorded. Unlock and try again.",
  });
const unknownVisit = <Value>(): Result<Value> =>
  failure("visit-unknown", {
    vi: "Không tìm thấy lượt khám này trên máy. Mở lại hồ sơ người bệnh rồi thử lại.",
    en: "This visit is not on this machine. Open the patient again and try once more.",
  });

/** A storage failure is said, with the form still filled; anything else is a defect and stays an error. */
async function durably<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await untilUnchanged(work);
  } catch (error) {
    if (error instanceof StorageError) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Visits of this site and what staff record in them. "Saved" means on the disk and in the outbox, both or neither. */
export class Visits {
  readonly #options: VisitsOptions;
  readonly #store: VisitStore;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: VisitsOptions) {
    this.#options = options;
    this.#store = new VisitStore(options.database);
  }

  /** Checks a person in. Where today's visit is open already, that one is the answer and nothing is added. */
  checkIn(desk: Desk, request: CheckInRequest): Promise<Result<VisitView>> {
    return this.#inTurn((keys) =>
      durably(async () => {
        const { now, outbox } = this.#options;
        const at = now();
        const day = hospitalDay(at);
        const open = await this.#today(request.personId, desk.site, day, keys);
        if (open && isOpen(open.stored.visit)) return success(await this.#view(open.stored, desk));
        const process = processOf(desk.policy, request.tier);
        if (!process.ok) return process;
        const id = uuidV7(at);
        const instant = hospitalInstant(at);
        const visit = openVisit({
          id,
          personId: request.personId,
          site: desk.site,
          day,
          process: process.value.id,
          at: instant,
          by: desk.author.name,
        });
        if (!visit.ok) return visit;
        const key = visitKey(request.personId, desk.site, day);
        const body: OutboxBody = {
          kind: "check-in",
          personId: request.personId,
          visit: id,
          visitKey: key,
          bundle: checkInBundle(
            {
              entry: id,
              provenanceEntry: uuidV7(at),
              personId: request.personId,
              site: desk.site,
              visitKey: key,
              process: process.value.id,
              emergency: request.emergency,
              at: instant,
            },
            desk.author,
          ),
        };
        const stored: StoredVisit = { visit: visit.value, pending: [id] };
        const change = await this.#store.change(undefined, stored, keys);
        await outbox.accept(await outbox.freeze(id, change.after.subjectKey, body, keys), change);
        return success(await this.#view(stored, desk));
      }),
    );
  }

  undoCheckIn(desk: Desk, id: string): Promise<Result<VisitView>> {
    return this.#amend(desk, id, (visit, at, entry) => {
      const undone = undoCheckIn(visit);
      if (!undone.ok) return undone;
      if (visit.status === "cancelled") return success({ visit });
      return success({
        visit: undone.value,
        body: {
          kind: "check-in-undo",
          personId: visit.personId,
          visit: id,
          bundle: undoBundle({ provenanceEntry: entry, encounter: urn(id), at }, desk.author),
          amend: { status: "cancelled", at },
        },
      });
    });
  }

  /** One tap. `room`: where the patient is taken, for a step that asks. */
  recordStep(desk: Desk, id: string, step: string, room?: string): Promise<Result<VisitView>> {
    return this.#amend(desk, id, (visit, at, entry) => {
      const tap = { at, by: desk.author.name, ...(room === undefined ? {} : { room }) };
      const recorded = recordStep(visit, step, desk.policy, tap);
      if (!recorded.ok) return recorded;
      const { status } = recorded.value;
      const moved = status !== visit.status && (status === "in-progress" || status === "finished");
      return success({
        visit: recorded.value,
        body: {
          kind: "visit-step",
          personId: visit.personId,
          visit: id,
          bundle: stepBundle(
            {
              entry,
              provenanceEntry: uuidV7(this.#options.now()),
              encounter: urn(id),
              personId: visit.personId,
              step,
              at,
              ...(room === undefined ? {} : { room }),
            },
            desk.author,
          ),
          ...(moved ? { amend: { status, at } } : {}),
        },
      });
    });
  }

  /** A view of a person's details; durable before the details are given (DESIGN rule 9). */
  recordView(desk: Desk, personId: string): Promise<Result<null>> {
    return this.#audit(desk, personId, (viewing) => viewAuditBundle(viewing, personId));
  }

  /** Marks shown on one page of a list: their count, nobody's name. */
  recordMarks(desk: Desk, managed: number): Promise<Result<null>> {
    return this.#audit(desk, undefined, (viewing) => marksAuditBundle(viewing, managed));
  }

  /** Today's visit of a person, as far as this machine knows. The open one where there are several. */
  async current(desk: Desk, personId: string): Promise<VisitView | undefined> {
    const keys = this.#options.keys();
    if (!keys) return undefined;
    const found = await this.#today(personId, desk.site, hospitalDay(this.#options.now()), keys);
    return found ? this.#view(found.stored, desk) : undefined;
  }

  /** A visit with the delivery that it has now; undefined when it is not here or the keys are closed. */
  async view(desk: Desk, id: string): Promise<VisitView | undefined> {
    const keys = this.#options.keys();
    const found = keys ? await this.#find(id, keys) : undefined;
    return found ? this.#view(found.stored, desk) : undefined;
  }

  /**
   * Takes over what other desks of this site recorded today. `isManaged`: whom the directory knows; visits of others are
   * not kept. Resolves with the persons whose visit changed, or with why the board could not be asked.
   */
  async refresh(
    client: BoardClient,
    desk: Desk,
    isManaged: (personId: string) => boolean,
    signal?: AbortSignal,
  ): Promise<readonly string[] | BoardFailure> {
    const day = hospitalDay(this.#options.now());
    const told = await boardVisits(client, desk.site, day, isManaged, signal);
    if ("kind" in told) return told;
    const changed: string[] = [];
    for (const visit of told) {
      const took = await this.#inTurn((keys) => durably(() => this.#takeOver(visit, keys)));
      if (took.ok && took.value) changed.push(visit.visit.personId);
    }
    return changed;
  }

  async #takeOver(told: BoardVisit, keys: OutboxKeys): Promise<Result<boolean>> {
    const { personId, site, day } = told.visit;
    const found = counterpart(await this.#ofDay(personId, site, day, keys), told);
    const next = mergedWithBoard(found?.stored, told);
    if (!next) return success(false);
    const change = await this.#store.change(found?.row, next, keys);
    await this.#options.database.write(["visits"], (transaction) =>
      writeVisit(transaction.objectStore("visits"), change),
    );
    return success(true);
  }

  #audit(
    desk: Desk,
    personId: string | undefined,
    bundleOf: (viewing: Viewing) => OutboxBody["bundle"],
  ): Promise<Result<null>> {
    return this.#inTurn((keys) =>
      durably(async () => {
        const { now, outbox } = this.#options;
        const at = now();
        const entry = uuidV7(at);
        const { author, role, device, site } = desk;
        const bundle = bundleOf({ entry, at: hospitalInstant(at), author, role, device, site });
        const lane = await keys.blind.name("audit", personId ?? "marks");
        const body: OutboxBody = {
          kind: "audit",
          ...(personId === undefined ? {} : { personId }),
          bundle,
        };
        await outbox.accept(await outbox.freeze(entry, lane, body, keys));
        return success(null);
      }),
    );
  }

  #amend(
    desk: Desk,
    id: string,
    rule: (visit: Visit, at: string, entry: string) => Result<{ visit: Visit; body?: OutboxBody }>,
  ): Promise<Result<VisitView>> {
    return this.#inTurn((keys) =>
      durably(async () => {
        const { now, outbox } = this.#options;
        const found = await this.#find(id, keys);
        if (!found) return unknownVisit();
        const entry = uuidV7(now());
        const next = rule(found.stored.visit, hospitalInstant(now()), entry);
        if (!next.ok) return next;
        const { visit, body } = next.value;
        if (!body) return success(await this.#view(found.stored, desk));
        const stored: StoredVisit = { ...found.stored, visit, pending: [...found.stored.pending, entry] };
        const change = await this.#store.change(found.row, stored, keys);
        await outbox.accept(await outbox.freeze(entry, change.after.subjectKey, body, keys), change);
        return success(await this.#view(stored, desk));
      }),
    );
  }

  async #find(id: string, keys: OutboxKeys): Promise<Found | undefined> {
    const row = await this.#store.row(id);
    return row ? { row, stored: await this.#store.open(row, keys) } : undefined;
  }

  /** Newest check-in first. */
  async #ofDay(personId: string, site: string, day: string, keys: OutboxKeys): Promise<readonly Found[]> {
    const rows = await this.#store.rowsOf(await keys.blind.name("person", personId));
    const today = rows.filter((row) => row.day === day);
    const all = await Promise.all(
      today.map(async (row) => ({ row, stored: await this.#store.open(row, keys) })),
    );
    const since = ({ stored }: Found) => Date.parse(stored.visit.checkedInAt);
    return all
      .filter(({ stored }) => stored.visit.site === site)
      .sort((one, other) => since(other) - since(one));
  }

  async #today(personId: string, site: string, day: string, keys: OutboxKeys): Promise<Found | undefined> {
    const here = await this.#ofDay(personId, site, day, keys);
    return here.find(({ stored }) => isOpen(stored.visit)) ?? here[0];
  }

  async #view(stored: StoredVisit, desk: Desk): Promise<VisitView> {
    const delivery = await this.#options.outbox.deliveryOf(stored.pending);
    return visitView(stored.visit, desk.policy, delivery, new Date(this.#options.now()).toISOString());
  }

  /** One after the other: two taps on one visit never work from the same state. */
  #inTurn<Value>(work: (keys: OutboxKeys) => Promise<Result<Value>>): Promise<Result<Value>> {
    const turn = this.#last.then(() => {
      const keys = this.#options.keys();
      return keys ? work(keys) : locked<Value>();
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
