import type { OutboxKeys } from "../keys/key-ring.ts";
import type { OutboxRecord } from "../storage/schema.ts";
import type { StoredVisit } from "../visits/stored-visit.ts";
import { type FoundVisit, untilUnchanged, type VisitChange, VisitStore } from "../visits/visit-store.ts";
import { backOff, isDue } from "./back-off.ts";
import { type Delivery, DeliveryAttempt } from "./delivery.ts";
import type { OutboxOptions } from "./outbox.ts";
import type { OutboxBody } from "./outbox-body.ts";
import { outboxProblem } from "./outbox-problems.ts";
import { EntryUnreadableError, type OutboxStore, type QueuedRecord, withoutPending } from "./outbox-store.ts";

const PAGE = 100;
/** A credential that is paused is looked at again after this long, besides at every sign-in. */
const PAUSE_MS = 300_000;

/** Where one pass stands: lanes that must wait, and the next time that something is worth doing. */
interface Pass {
  readonly everything: boolean;
  readonly closedLanes: Set<string>;
  next: number;
  renewed: boolean;
}

/**
 * Goes through the queue in the order of acceptance. Per patient an entry is sent only after the one before it was
 * delivered; one that cannot be sent closes its patient's lane and no other (DESIGN 5).
 */
export class Drainer {
  /** The entry on the wire now. */
  sending: string | undefined;
  readonly #options: OutboxOptions;
  readonly #store: OutboxStore;
  readonly #visits: VisitStore;
  readonly #changed: () => void;
  #boardFailures = 0;
  #boardWaitsUntil = 0;

  constructor(options: OutboxOptions, store: OutboxStore, changed: () => void) {
    this.#options = options;
    this.#store = store;
    this.#visits = new VisitStore(options.database);
    this.#changed = changed;
  }

  /** One pass over everything that waits. Resolves with the time of the next that makes sense, null when nothing waits. */
  async pass(everything: boolean): Promise<number | null> {
    const now = this.#options.now();
    if (!everything && !isDue(this.#boardWaitsUntil, now)) return this.#boardWaitsUntil;
    const pass: Pass = { everything, closedLanes: new Set(), next: Number.POSITIVE_INFINITY, renewed: false };
    let seq = -1;
    for (;;) {
      const records = await this.#store.after(seq, PAGE);
      for (const record of records) {
        seq = record.seq;
        if (pass.closedLanes.has(record.subjectKey)) continue;
        const goesOn = await this.#take(record, pass);
        if (!goesOn) return this.#wakeAt(pass);
      }
      if (records.length < PAGE) {
        // What was accepted meanwhile stands after `seq` and is found by looking once more.
        const more = await this.#store.after(seq, 1);
        if (more.length === 0) return this.#wakeAt(pass);
      }
    }
  }

  #wakeAt(pass: Pass): number | null {
    const next = Math.max(pass.next, this.#boardWaitsUntil);
    return Number.isFinite(next) ? next : null;
  }

  #close(record: QueuedRecord, pass: Pass, nextAttemptAt?: number): void {
    pass.closedLanes.add(record.subjectKey);
    if (nextAttemptAt !== undefined) pass.next = Math.min(pass.next, nextAttemptAt);
  }

  /** False: the rest of the queue need not be tried now. */
  async #take(record: QueuedRecord, pass: Pass): Promise<boolean> {
    const { everything } = pass;
    if (!everything && record.state === "parked") {
      this.#close(record, pass);
      return true;
    }
    if (!everything && !isDue(record.nextAttemptAt, this.#options.now())) {
      this.#close(record, pass, record.nextAttemptAt);
      return true;
    }
    const keys = this.#options.keys();
    if (!keys) {
      this.#close(record, pass);
      return false;
    }
    this.sending = record.id;
    this.#changed();
    try {
      return await this.#settle(record, keys, await this.#attempt(record, keys, pass), pass);
    } finally {
      this.sending = undefined;
      this.#changed();
    }
  }

  async #attempt(
    record: QueuedRecord,
    keys: OutboxKeys,
    pass: Pass,
  ): Promise<Delivery & { body?: OutboxBody }> {
    let body: OutboxBody;
    try {
      body = await this.#store.open(record, keys);
    } catch (error) {
      if (!(error instanceof EntryUnreadableError)) throw error;
      return { kind: "parked", problem: outboxProblem("entry-unreadable") };
    }
    const attempt = new DeliveryAttempt(this.#options.client);
    const visit = (await this.#visitOf(body, keys))?.stored;
    let result = await attempt.send(body, visit);
    if (result.kind === "paused" && !pass.renewed) {
      pass.renewed = true;
      if (await this.#options.renewSignIn()) result = await attempt.send(body, visit);
    }
    return { ...result, body };
  }

  async #visitOf(body: OutboxBody, keys: OutboxKeys): Promise<FoundVisit | undefined> {
    return body.visit === undefined ? undefined : this.#visits.find(body.visit, keys);
  }

  async #settle(
    record: QueuedRecord,
    keys: OutboxKeys,
    result: Delivery & { body?: OutboxBody },
    pass: Pass,
  ): Promise<boolean> {
    const now = this.#options.now();
    if (result.kind === "delivered") {
      this.#boardFailures = 0;
      this.#boardWaitsUntil = 0;
      await this.#delivered(record, keys, result, result.body, now);
      return true;
    }
    const attempts = record.attempts + 1;
    const base = { attempts, lastError: result.problem.code };
    if (result.kind === "parked") {
      await this.#store.update(record.seq, { ...base, state: "parked" });
      this.#close(record, pass);
      return true;
    }
    if (result.kind === "paused") {
      await this.#store.update(record.seq, { ...base, state: "paused", nextAttemptAt: now + PAUSE_MS });
      this.#close(record, pass, now + PAUSE_MS);
      return false;
    }
    const asked = result.kind === "retry" ? result.retryAfterMs : undefined;
    const at = now + backOff(attempts, this.#options.random, asked);
    const state: OutboxRecord["state"] = result.kind;
    await this.#store.update(record.seq, { ...base, state, nextAttemptAt: at });
    this.#close(record, pass, at);
    if (result.kind !== "retry" || !result.board) return true;
    this.#boardFailures += 1;
    this.#boardWaitsUntil = now + backOff(this.#boardFailures, this.#options.random, asked);
    return false;
  }

  async #delivered(
    record: QueuedRecord,
    keys: OutboxKeys,
    result: Extract<Delivery, { kind: "delivered" }>,
    body: OutboxBody | undefined,
    at: number,
  ): Promise<void> {
    await untilUnchanged(async () => {
      const visit =
        body?.visit === undefined ? undefined : await this.#visitAfter(record.id, keys, result, body);
      await this.#store.delivered(record, result.reference, at, visit);
    });
  }

  async #visitAfter(
    id: string,
    keys: OutboxKeys,
    result: Extract<Delivery, { kind: "delivered" }>,
    body: OutboxBody,
  ): Promise<VisitChange | undefined> {
    const found = await this.#visitOf(body, keys);
    if (!found) return undefined;
    const { row, stored } = found;
    const serverId = body.kind === "check-in" ? result.reference.split("/")[1] : stored.serverId;
    const next: StoredVisit = {
      ...withoutPending(stored, id),
      ...(serverId ? { serverId } : {}),
      ...(body.kind === "check-in" && result.joined ? { joined: true } : {}),
    };
    return this.#visits.change(row, next, keys);
  }
}
