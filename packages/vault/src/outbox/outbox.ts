import type { OutboxEntryView, OutboxView } from "@cadre-care/domain";
import type { BoardClient } from "@cadre-care/fhir";
import type { OutboxKeys } from "../keys/key-ring.ts";
import type { VaultDatabase } from "../storage/database.ts";
import type { OutboxRecord } from "../storage/schema.ts";
import type { VisitChange } from "../visits/visit-store.ts";
import { isDue } from "./back-off.ts";
import { Drainer } from "./drainer.ts";
import type { OutboxBody } from "./outbox-body.ts";
import { problemOfCode } from "./outbox-problems.ts";
import { OutboxStore, type QueuedRecord } from "./outbox-store.ts";

export interface OutboxOptions {
  readonly database: VaultDatabase;
  /** The outbox's keys while they are open: from unlocking until the browser closes; null before. */
  readonly keys: () => OutboxKeys | null;
  readonly client: BoardClient;
  /** Gets another access token after a 401. False when only a person can sign in again. */
  readonly renewSignIn: () => Promise<boolean>;
  /** Runs work while no other drainer of this vault runs, in whatever context: a Web Lock. */
  readonly exclusive: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Epoch milliseconds of this machine. */
  readonly now: () => number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Name of a person for the list of what waits; undefined while the directory is locked. */
  readonly nameOf?: (personId: string) => Promise<string | undefined>;
}

/** Entries shown one by one; the counts are always of all. */
const SHOWN = 200;

const iso = (at: number): string => new Date(at).toISOString();

/**
 * What was accepted and is on its way to the board (DESIGN 5). `accept` resolves after a strict commit; from then on the
 * entry is at the board exactly once in effect, or here, visible.
 */
export class Outbox {
  readonly store: OutboxStore;
  readonly #options: OutboxOptions;
  readonly #drainer: Drainer;
  readonly #listeners = new Set<() => void>();
  #draining: Promise<void> | undefined;
  #again: "no" | "due" | "all" = "no";
  #wake: number | null = 0;
  /** Whom the entries shown are about; a body never changes, so it is opened once. */
  readonly #people = new Map<string, string | undefined>();

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.store = new OutboxStore(options.database);
    this.#drainer = new Drainer(options, this.store, () => this.#changed());
  }

  /**
   * Takes an entry over, together with the visit that it changes.
   * @throws StorageError when it could not be made durable: then it was not accepted.
   * @throws VisitChangedError when the visit is no longer what the caller read.
   */
  async accept(record: OutboxRecord, visit?: VisitChange): Promise<void> {
    await this.store.add(record, visit);
    if (this.#wake === null || this.#wake > record.nextAttemptAt) this.#wake = record.nextAttemptAt;
    this.#changed();
  }

  freeze(id: string, lane: string, body: OutboxBody, keys: OutboxKeys): Promise<OutboxRecord> {
    return this.store.freeze(id, lane, body, this.#options.now(), keys);
  }

  /** Sends what is due. `everything`: a person asked, so also what waits for later or is parked. */
  async drain(everything = false): Promise<void> {
    const wanted = everything ? "all" : "due";
    if (this.#draining) {
      if (this.#again !== "all") this.#again = wanted;
      return this.#draining;
    }
    this.#draining = this.#passes(wanted).finally(() => {
      this.#draining = undefined;
      this.#changed();
    });
    this.#changed();
    return this.#draining;
  }

  /** Epoch milliseconds of the next attempt that makes sense; null when nothing waits. 0 before the first look. */
  nextWake(): number | null {
    return this.#wake;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async view(): Promise<OutboxView> {
    const { total, parked, oldest, lastDeliveredAt } = await this.store.counts();
    const records = total === 0 ? [] : await this.store.after(-1, SHOWN);
    return {
      waiting: total - parked,
      parked,
      ...(oldest ? { oldestAcceptedAt: iso(oldest.acceptedAt) } : {}),
      draining: this.#draining !== undefined,
      entries: await Promise.all(records.map((record) => this.#entryView(record))),
      ...(lastDeliveredAt === undefined ? {} : { lastDeliveredAt: iso(lastDeliveredAt) }),
    };
  }

  /** How far the entries of one visit have travelled. */
  async deliveryOf(pending: readonly string[]): Promise<"saved" | "sending" | "delivered" | "parked"> {
    const records = pending.length === 0 ? [] : await this.store.byIds(pending);
    if (records.length === 0) return "delivered";
    if (records.some((record) => record.state === "parked")) return "parked";
    return records.some((record) => record.id === this.#drainer.sending) ? "sending" : "saved";
  }

  async #passes(first: "due" | "all"): Promise<void> {
    let wanted: "no" | "due" | "all" = first;
    while (wanted !== "no") {
      this.#again = "no";
      const all = wanted === "all";
      this.#wake = await this.#options.exclusive(() => this.#drainer.pass(all));
      wanted = this.#again;
    }
  }

  async #entryView(record: QueuedRecord): Promise<OutboxEntryView> {
    const about = await this.#about(record);
    const sending = record.id === this.#drainer.sending;
    const waits = record.state !== "parked" && !isDue(record.nextAttemptAt, this.#options.now());
    return {
      id: record.id,
      kind: record.kind,
      acceptedAt: iso(record.acceptedAt),
      state: sending ? "sending" : record.state,
      ...(waits ? { nextAttemptAt: iso(record.nextAttemptAt) } : {}),
      attempts: record.attempts,
      actions: record.state === "parked" ? ["resend"] : [],
      ...(about === undefined ? {} : { about }),
      ...(record.lastError === undefined ? {} : { problem: problemOfCode(record.lastError) }),
    };
  }

  async #about(record: OutboxRecord): Promise<string | undefined> {
    const keys = this.#options.keys();
    if (!keys || !this.#options.nameOf) return undefined;
    if (!this.#people.has(record.id)) {
      const body = await this.store.open(record, keys).catch(() => undefined);
      if (this.#people.size > 2 * SHOWN) this.#people.clear();
      this.#people.set(record.id, body?.personId);
    }
    const personId = this.#people.get(record.id);
    return personId === undefined ? undefined : this.#options.nameOf(personId);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
