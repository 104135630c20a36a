import { isOpen, type Result, success, type Visit, type VisitView, visitView } from "@cadre-care/domain";
import {
  type BoardClient,
  type BoardFailure,
  marksAuditBundle,
  type Viewing,
  viewAuditBundle,
} from "@cadre-care/fhir";
import type { OutboxKeys } from "../keys/key-ring.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { OutboxBody } from "../outbox/outbox-body.ts";
import { uuidV7 } from "../outbox/uuid-v7.ts";
import type { VaultDatabase } from "../storage/database.ts";
import { storageSaid } from "../storage/storage-said.ts";
import { type BoardVisit, boardVisits } from "./board-visits.ts";
import type { Desk } from "./desk.ts";
import { hospitalDay, hospitalInstant } from "./hospital-time.ts";
import { counterpart, mergedWithBoard } from "./merge-board-visit.ts";
import type { StoredVisit } from "./stored-visit.ts";
import {
  type CheckInRequest,
  checkInChange,
  type RecordedChange,
  stepChange,
  undoChange,
} from "./visit-changes.ts";
import { visitStoreProblems } from "./visit-messages.ts";
import { type FoundVisit, untilUnchanged, VisitStore, writeVisit } from "./visit-store.ts";

export interface VisitsOptions {
  readonly database: VaultDatabase;
  readonly outbox: Outbox;
  readonly keys: () => OutboxKeys | null;
  /** Epoch milliseconds of this machine. */
  readonly now: () => number;
}

const { refuse } = visitStoreProblems;

const durably = <Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> =>
  storageSaid(() => untilUnchanged(work));

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
    return this.#inTurn(async (keys) => {
      const now = this.#options.now();
      const today = await this.#today(request.personId, desk.site, keys);
      if (today && isOpen(today.stored.visit)) return success(await this.#view(today.stored, desk));
      const id = uuidV7(now);
      const change = checkInChange(desk, request, id, now);
      return change.ok ? this.#accept(desk, undefined, id, change.value, keys) : change;
    });
  }

  /** Takes a check-in back while nothing followed it. */
  undoCheckIn(desk: Desk, id: string): Promise<Result<VisitView>> {
    return this.#amend(desk, id, (visit, entry, now) => undoChange(desk, visit, entry, now));
  }

  /** One tap. `room`: where the patient is taken, for a step that asks. */
  recordStep(desk: Desk, id: string, step: string, room?: string): Promise<Result<VisitView>> {
    return this.#amend(desk, id, (visit, entry, now) => stepChange(desk, visit, { step, room }, entry, now));
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
    const found = keys ? await this.#today(personId, desk.site, keys) : undefined;
    return found && this.#view(found.stored, desk);
  }

  /** A visit with the delivery that it has now; undefined when it is not here or the keys are closed. */
  async view(desk: Desk, id: string): Promise<VisitView | undefined> {
    const keys = this.#options.keys();
    const found = keys ? await this.#store.find(id, keys) : undefined;
    return found && this.#view(found.stored, desk);
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
      const took = await this.#inTurn((keys) => this.#takeOver(visit, keys));
      if (took.ok && took.value) changed.push(visit.visit.personId);
    }
    return changed;
  }

  async #takeOver(told: BoardVisit, keys: OutboxKeys): Promise<Result<boolean>> {
    const { personId, site, day } = told.visit;
    const found = counterpart(await this.#store.ofDay(personId, site, day, keys), told);
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
    return this.#inTurn(async (keys) => {
      const { now, outbox } = this.#options;
      const at = now();
      const entry = uuidV7(at);
      const { author, role, device, site } = desk;
      const bundle = bundleOf({ entry, at: hospitalInstant(at), author, role, device, site });
      // A lane of its own: a view never waits for a check-in that is parked.
      const lane = await keys.blind.name("audit", personId ?? "marks");
      const body: OutboxBody = { kind: "audit", ...(personId === undefined ? {} : { personId }), bundle };
      await outbox.accept(await outbox.freeze(entry, lane, body, keys));
      return success(null);
    });
  }

  #amend(
    desk: Desk,
    id: string,
    rule: (visit: Visit, entry: string, now: number) => Result<RecordedChange>,
  ): Promise<Result<VisitView>> {
    return this.#inTurn(async (keys) => {
      const now = this.#options.now();
      const found = await this.#store.find(id, keys);
      if (!found) return refuse("visit-unknown");
      const entry = uuidV7(now);
      const next = rule(found.stored.visit, entry, now);
      return next.ok ? this.#accept(desk, found, entry, next.value, keys) : next;
    });
  }

  /** The visit and its entry, on the disk together. */
  async #accept(
    desk: Desk,
    found: FoundVisit | undefined,
    entry: string,
    { visit, body }: RecordedChange,
    keys: OutboxKeys,
  ): Promise<Result<VisitView>> {
    const before: StoredVisit = found?.stored ?? { visit, pending: [] };
    if (!body) return success(await this.#view(before, desk));
    const { outbox } = this.#options;
    const stored: StoredVisit = { ...before, visit, pending: [...before.pending, entry] };
    const change = await this.#store.change(found?.row, stored, keys);
    const facts = body.kind === "visit-step" ? this.#clockOf(visit, desk) : {};
    await outbox.accept(await outbox.freeze(entry, change.after.subjectKey, body, keys, facts), {
      visit: change,
    });
    return success(await this.#view(stored, desk));
  }

  /** The instant by which law wants this visit's results returned, where its clock runs or has run (DOMAIN 3.1). */
  #clockOf(visit: Visit, { policy }: Desk): { readonly dueAt?: string } {
    const now = new Date(this.#options.now()).toISOString();
    const dueAt = visitView(visit, policy, "saved", now).resultsDue?.dueAt;
    return dueAt === undefined ? {} : { dueAt };
  }

  async #today(personId: string, site: string, keys: OutboxKeys): Promise<FoundVisit | undefined> {
    const here = await this.#store.ofDay(personId, site, hospitalDay(this.#options.now()), keys);
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
      return keys ? durably(() => work(keys)) : refuse<Value>("locked");
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

export type { CheckInRequest };
