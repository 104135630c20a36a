import type { OutboxEntryView, OutboxView, ReceiptView } from "@cadre-care/domain";
import type { BoardClient } from "@cadre-care/fhir";
import type { OutboxKeys } from "../keys/key-ring.ts";
import type { VaultDatabase } from "../storage/database.ts";
import type { OutboxRecord, ReceiptRecord } from "../storage/schema.ts";
import { Drainer } from "./drainer.ts";
import { EntryViews, type ViewContext } from "./entry-views.ts";
import { BODY_VERSION, type OutboxBody } from "./outbox-body.ts";
import { problemOfCode } from "./outbox-problems.ts";
import { type Beside, isStopped, OutboxStore } from "./outbox-store.ts";
import { isDamaged, type Row } from "./queued-record.ts";
import { Receipts } from "./receipts.ts";
import { sealBody } from "./sealed-body.ts";

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
  /** Who is signed in, in any form that tells users apart; kept as a keyed hash. */
  readonly user?: () => string | undefined;
  /** Days for which receipts of delivered entries are kept, as the policy says. */
  readonly receiptDays?: () => number | undefined;
}

/** What is known of an entry beside its body. */
export interface EntryFacts {
  /** Instant by which law wants the result returned. */
  readonly dueAt?: string;
}

/** Entries shown one by one; the counts are always of all. */
const SHOWN = 200;
const RECEIPTS_SHOWN = 20;
/** Receipts are kept so long where the policy does not say. */
const RECEIPT_DAYS = 30;
const DAY_MS = 86_400_000;

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
  readonly #views: EntryViews;
  readonly #receipts: Receipts;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.store = new OutboxStore(options.database);
    this.#receipts = new Receipts(options.database);
    this.#drainer = new Drainer(options, this.store, () => this.#changed());
    this.#views = new EntryViews(options);
  }

  /**
   * Takes an entry over, together with the visit that it changes or the form that it submits.
   * @throws StorageError when it could not be made durable: then it was not accepted.
   * @throws VisitChangedError, FormChangedError when that is no longer what the caller read.
   */
  async accept(record: OutboxRecord, beside: Beside = {}): Promise<void> {
    await this.store.add(record, beside);
    if (this.#wake === null || this.#wake > record.nextAttemptAt) this.#wake = record.nextAttemptAt;
    this.#changed();
  }

  /** Seals a body once and for all. `id` is the entry's UUID, minted by the caller; `lane` the blind name that orders it. */
  async freeze(
    id: string,
    lane: string,
    body: OutboxBody,
    keys: OutboxKeys,
    { dueAt }: EntryFacts = {},
  ): Promise<OutboxRecord> {
    const at = this.#options.now();
    const needs = (body.needs ?? []).map(({ entry }) => entry);
    const [sealed, by] = await Promise.all([sealBody(id, body, keys), this.userKey(keys)]);
    return {
      id,
      ...sealed,
      subjectKey: lane,
      schemaVersion: BODY_VERSION,
      acceptedAt: at,
      attempts: 0,
      nextAttemptAt: at,
      state: "waiting",
      ...(by === undefined ? {} : { by }),
      ...(needs.length > 0 ? { needs } : {}),
      ...(dueAt === undefined ? {} : { dueAt }),
    };
  }

  /** The user who is signed in, as records name them. */
  async userKey(keys: OutboxKeys): Promise<string | undefined> {
    const user = this.#options.user?.();
    return user === undefined ? undefined : keys.blind.name("user", user);
  }

  /** Sends what is due. `everything`: a person asked, so also what waits for later or is parked. */
  async drain(everything = false): Promise<void> {
    const wanted = everything ? "all" : "due";
    if (this.#draining) {
      if (this.#again !== "all") this.#again = wanted;
      return this.#draining;
    }
    const draining = this.#passes(wanted).finally(() => {
      if (this.#draining === draining) this.#draining = undefined;
      this.#changed();
    });
    this.#draining = draining;
    this.#changed();
    return draining;
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
    const { counts, hold, lastDeliveredAt } = await this.store.facts();
    const [rows, receipts] = await Promise.all([
      counts.total === 0 ? [] : this.store.shown(SHOWN),
      this.#receipts.latest(RECEIPTS_SHOWN),
    ]);
    const context = await this.#viewContext();
    const { progress } = this.#drainer;
    const oldest = rows.find((row) => !isDamaged(row));
    const away = hold?.cause === "away" ? hold : undefined;
    return {
      waiting: counts.total - counts.stopped,
      parked: counts.stopped,
      ...(oldest && !isDamaged(oldest) ? { oldestAcceptedAt: iso(oldest.acceptedAt) } : {}),
      draining: this.#draining !== undefined,
      ...(progress && this.#draining ? { progress } : {}),
      entries: await Promise.all(rows.map((row) => this.#views.of(row, context))),
      ...(lastDeliveredAt === undefined ? {} : { lastDeliveredAt: iso(lastDeliveredAt) }),
      ...(receipts.length > 0 ? { receipts: receipts.map(receiptView) } : {}),
      ...(away ? { boardAway: { until: iso(away.until), problem: problemOfCode(away.code) } } : {}),
    };
  }

  /** One entry as it is shown. */
  async entryView(row: Row): Promise<OutboxEntryView> {
    return this.#views.of(row, await this.#viewContext());
  }

  async #viewContext(): Promise<ViewContext> {
    const keys = this.#options.keys();
    const by = keys ? await this.userKey(keys) : undefined;
    return { keys, by, sending: this.#drainer.sending };
  }

  /** How far the entries of one visit have travelled. */
  async deliveryOf(pending: readonly string[]): Promise<"saved" | "sending" | "delivered" | "parked"> {
    const records = pending.length === 0 ? [] : await this.store.byIds(pending);
    if (records.length === 0) return "delivered";
    if (records.some((record) => isStopped(record.state))) return "parked";
    return records.some((record) => this.#drainer.sending.has(record.id)) ? "sending" : "saved";
  }

  /** A person has decided about entries: they may be sent, and are at once where that can be. */
  async resend(ids: readonly string[], atOnce: boolean): Promise<void> {
    await this.store.rearm(this.#options.now(), ids);
    this.#wake = 0;
    this.#changed();
    if (atOnce) await this.drain();
  }

  /** Purges receipts that are older than the policy keeps them. Nothing else here ever expires. */
  async purgeReceipts(): Promise<void> {
    const days = this.#options.receiptDays?.() ?? RECEIPT_DAYS;
    await this.#receipts.purge(this.#options.now() - days * DAY_MS);
  }

  async #passes(first: "due" | "all"): Promise<void> {
    let wanted: "no" | "due" | "all" = first;
    while (wanted !== "no") {
      this.#again = "no";
      const all = wanted === "all";
      this.#wake = await this.#options.exclusive(() => this.#drainer.pass(all));
      if (this.#again === "no") await this.purgeReceipts();
      wanted = this.#again;
    }
    // At once: who asks from now on is not to wait for passes that will not look again.
    this.#draining = undefined;
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

const receiptView = ({ id, kind, deliveredAt, serverId }: ReceiptRecord): ReceiptView => ({
  id,
  kind: kind ?? "other",
  deliveredAt: iso(deliveredAt),
  reference: serverId,
});
