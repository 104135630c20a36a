import type { BoardAnswer, TransactionResponse } from "@cadre-care/fhir";
import { VisitStore } from "../visits/visit-store.ts";
import { backOff, isDue } from "./back-off.ts";
import { composeBatch } from "./batch.ts";
import { BatchProgress, isTogether, withLearned } from "./batch-progress.ts";
import { type Delivery, delivered, failed } from "./delivery.ts";
import { DeliveryAttempt } from "./delivery-attempt.ts";
import { DrainPass } from "./drain-pass.ts";
import type { OutboxOptions } from "./outbox.ts";
import type { OutboxStore } from "./outbox-store.ts";
import { type Planned, planSending } from "./plan-sending.ts";
import { isDamaged, type Row } from "./queued-record.ts";
import { Settlement } from "./settlement.ts";

/** Entries that are sent together at the most. */
const LARGEST_BATCH = 60;
/** Bundles on the wire at once, of different patients. */
const WORKERS = 3;
/** A credential that is paused is looked at again after this long, besides at every sign-in. */
const PAUSE_MS = 300_000;
/** Watchers look at the queue whenever something is said to have changed: not with every bundle. */
const NOTE_EVERY_MS = 200;

/**
 * Empties the queue: several patients' entries in one bundle, a few bundles at once. Per patient an entry is sent only
 * with or after the one before it; one that cannot be sent closes its patient's lane and no other. A bundle that the
 * board refuses is split until the entry at fault stands alone. A board that does not answer is left alone for a while,
 * then asked with one entry.
 */
export class Drainer {
  /** Entries on the wire now. */
  readonly sending = new Set<string>();
  /** While a pass runs. */
  progress: { readonly done: number; readonly total: number } | undefined;
  readonly #options: OutboxOptions;
  readonly #store: OutboxStore;
  readonly #visits: VisitStore;
  readonly #attempt: DeliveryAttempt;
  readonly #settlement: Settlement;
  readonly #changed: () => void;
  /** Shrinks when bundles get lost, as a slow line or a proxy may not carry large ones; grows when they arrive. */
  #size = LARGEST_BATCH;
  #claiming: Promise<unknown> = Promise.resolve();
  #notedAt = Number.NEGATIVE_INFINITY;

  constructor(options: OutboxOptions, store: OutboxStore, changed: () => void) {
    this.#options = options;
    this.#store = store;
    this.#visits = new VisitStore(options.database);
    this.#attempt = new DeliveryAttempt(options.client);
    this.#settlement = new Settlement(options, store, this.#visits);
    this.#changed = changed;
  }

  /** One pass over everything that may be sent. Resolves with the time of the next that makes sense; null: none by itself. */
  async pass(everything: boolean): Promise<number | null> {
    const { now, keys } = this.#options;
    const { hold, counts } = await this.#store.facts();
    if (hold && !everything && !isDue(hold.until, now())) return hold.until;
    if (!keys()) return null;
    if (everything) await this.#store.rearm(now());
    const pass = new DrainPass();
    pass.total = counts.total - (everything ? 0 : counts.stopped);
    this.#note(pass);
    try {
      // Half-open: one entry finds out whether the board answers.
      if (!hold || (await this.#probe(pass, hold.failures)))
        await Promise.all(Array.from({ length: WORKERS }, () => this.#work(pass)));
    } finally {
      this.progress = undefined;
      this.sending.clear();
    }
    if (pass.hold) return pass.hold.until;
    return keys() ? this.#store.nextReadyAt(now()) : null;
  }

  async #probe(pass: DrainPass, failures: number): Promise<boolean> {
    const [run] = await this.#claim(pass, 1);
    if (run) await this.#deliver([run.slice(0, 1)], pass, failures);
    if (pass.stopped) return false;
    await this.#store.settle([], [], null);
    return true;
  }

  async #work(pass: DrainPass): Promise<void> {
    while (!pass.stopped) {
      const runs = await this.#claim(pass, this.#size);
      if (runs.length === 0) return;
      try {
        await this.#deliver(runs, pass, 0);
      } catch (error) {
        pass.ended = true;
        throw error;
      }
    }
  }

  /** Lanes for one bundle, that no other worker has. */
  #claim(pass: DrainPass, size: number): Promise<readonly (readonly Row[])[]> {
    const claim = this.#claiming.then(async () => {
      if (pass.stopped) return [];
      const found = await this.#store.sendable(this.#options.now(), size, size, pass.taken);
      const runs: (readonly Row[])[] = [];
      let rows = 0;
      for (const run of found) {
        if (rows >= size) break;
        const some = run.slice(0, size - rows);
        rows += some.length;
        runs.push(some);
        if (some[0]) pass.taken.add(some[0].seq);
      }
      return runs;
    });
    this.#claiming = claim.catch(() => undefined);
    return claim;
  }

  async #deliver(runs: readonly (readonly Row[])[], pass: DrainPass, failures: number): Promise<void> {
    const keys = this.#options.keys();
    if (!keys) {
      pass.ended = true;
      return;
    }
    const onWire = runs.flat().flatMap((row) => (isDamaged(row) ? [] : [row.id]));
    for (const id of onWire) this.sending.add(id);
    this.#note(pass);
    const { client } = this.#options;
    const plan = await planSending(runs, { client, visits: this.#visits, keys });
    const batch = new BatchProgress(plan.encounters);
    await this.#send(plan.batch, batch, pass, failures);
    for (const one of plan.alone) if (!pass.stopped) await this.#single(one, batch, pass, failures);
    const doneHere = await this.#settlement.write(batch.ended, plan.unreadable, keys, pass.hold);
    pass.done += doneHere;
    for (const run of runs) this.#release(run, batch, pass);
    for (const id of onWire) this.sending.delete(id);
    this.#note(pass);
  }

  /** A lane whose first entry did not arrive, for whatever reason, is not looked at again in this pass. */
  #release([head]: readonly Row[], batch: BatchProgress, pass: DrainPass): void {
    const arrived = batch.ended.some(
      ({ seq, delivery }) => seq === head?.seq && delivery.kind === "delivered",
    );
    if (head && arrived) pass.taken.delete(head.seq);
  }

  /** Sends entries together, and where the board refuses them, in two parts. */
  async #send(
    entries: readonly Planned[],
    batch: BatchProgress,
    pass: DrainPass,
    failures: number,
  ): Promise<void> {
    const open = entries.filter(({ record }) => !batch.closed.has(record.subjectKey));
    const [first] = open;
    if (!first || pass.stopped) return;
    if (open.length === 1) return this.#single(first, batch, pass, failures);
    const known = open.map((one) => withLearned(one, batch));
    if (!known.every((one) => isTogether(one, known))) return this.#halves(open, batch, pass, failures);
    const { bundle, places } = composeBatch(
      known.map(({ sendable }) => sendable),
      batch.encounters,
    );
    const answer = await this.#answered(
      () => this.#options.client.transact(bundle),
      ({ kind }) => kind === "unauthorised",
      pass,
    );
    if (answer.kind === "success") {
      this.#arrived(open, places, answer, batch, pass);
      return;
    }
    const means = failed(answer);
    const concernsAll = means.kind === "paused" || (means.kind === "retry" && means.board);
    if (!concernsAll) return this.#halves(open, batch, pass, failures);
    this.#size = Math.max(1, Math.min(this.#size, Math.floor(open.length / 2)));
    this.#holdBack(means, pass, failures);
    // Of each lane the first alone: those behind it are not up yet.
    for (const one of open)
      if (!batch.closed.has(one.record.subjectKey)) this.#end(one, means, batch, pass.hold?.until);
  }

  async #halves(
    entries: readonly Planned[],
    batch: BatchProgress,
    pass: DrainPass,
    failures: number,
  ): Promise<void> {
    const half = Math.ceil(entries.length / 2);
    await this.#send(entries.slice(0, half), batch, pass, failures);
    await this.#send(entries.slice(half), batch, pass, failures);
  }

  #arrived(
    entries: readonly Planned[],
    places: readonly number[],
    answer: Extract<BoardAnswer<TransactionResponse>, { kind: "success" }>,
    batch: BatchProgress,
    pass: DrainPass,
  ): void {
    pass.wentThrough();
    if (entries.length >= this.#size) this.#size = Math.min(LARGEST_BATCH, this.#size * 2);
    for (const [index, one] of entries.entries())
      this.#end(one, delivered(answer.body, places[index]), batch);
  }

  async #single(one: Planned, batch: BatchProgress, pass: DrainPass, failures: number): Promise<void> {
    const delivery = await this.#answered(
      () => this.#attempt.send(withLearned(one, batch).sendable),
      ({ kind }) => kind === "paused",
      pass,
    );
    if (delivery.kind === "delivered") {
      pass.wentThrough();
      if (this.#size === 1) this.#size = 2;
    }
    const { now, random } = this.#options;
    const { attempts } = one.record;
    if (delivery.kind === "paused") this.#holdBack(delivery, pass, failures);
    if (delivery.kind === "retry" && (delivery.board || pass.serverError()))
      this.#holdBack(delivery, pass, failures);
    const asked = delivery.kind === "retry" ? delivery.retryAfterMs : undefined;
    const own = now() + backOff(attempts + 1, random, asked);
    const until = pass.hold?.until;
    this.#end(one, delivery, batch, delivery.kind === "paused" ? until : Math.max(own, until ?? 0));
  }

  #end(one: Planned, delivery: Delivery, batch: BatchProgress, readyAt?: number): void {
    const { record, sendable } = one;
    if (delivery.kind !== "delivered") batch.closed.add(record.subjectKey);
    const { visit, kind } = sendable.body;
    const encounterId = delivery.kind === "delivered" ? delivery.reference.split("/")[1] : undefined;
    if (kind === "check-in" && visit !== undefined && encounterId && delivery.kind === "delivered")
      batch.learned.set(visit, { encounterId, joined: delivery.joined });
    const { seq } = record;
    batch.ended.push({
      seq,
      record,
      body: sendable.body,
      delivery,
      ...(readyAt === undefined ? {} : { readyAt }),
    });
  }

  /** Nothing more is sent for a while. Several workers may find that out at once; it is one failure. */
  #holdBack(means: Extract<Delivery, { kind: "retry" | "paused" }>, pass: DrainPass, failures: number): void {
    const { now, random } = this.#options;
    const { code } = means.problem;
    if (means.kind === "paused") {
      pass.hold ??= { cause: "sign-in", until: now() + PAUSE_MS, failures: 1, code };
      return;
    }
    const count = failures + 1;
    const until = now() + backOff(count, random, means.retryAfterMs);
    if (!pass.hold || until > pass.hold.until) pass.hold = { cause: "away", until, failures: count, code };
  }

  /** An answer; after a 401 a second one, with another access token. */
  async #answered<Answer>(
    send: () => Promise<Answer>,
    unauthorised: (answer: Answer) => boolean,
    pass: DrainPass,
  ): Promise<Answer> {
    const answer = await send();
    if (!unauthorised(answer)) return answer;
    return (await pass.renew(this.#options.renewSignIn)) ? send() : answer;
  }

  #note(pass: DrainPass): void {
    this.progress = { done: pass.done, total: Math.max(pass.total, pass.done) };
    if (performance.now() - this.#notedAt < NOTE_EVERY_MS) return;
    this.#notedAt = performance.now();
    this.#changed();
  }
}
