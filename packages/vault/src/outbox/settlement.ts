import type { OutboxKeys } from "../keys/key-ring.ts";
import type { StoredVisit } from "../visits/stored-visit.ts";
import { untilUnchanged, type VisitChange, type VisitStore } from "../visits/visit-store.ts";
import type { Delivery } from "./delivery.ts";
import type { Hold } from "./hold.ts";
import type { OutboxBody } from "./outbox-body.ts";
import { isOwnProblem } from "./outbox-problems.ts";
import { type OutboxStore, withoutPending } from "./outbox-store.ts";
import { isDamaged, type QueuedRecord, type Row } from "./queued-record.ts";
import { sealSaid, sealTheirs, type UnreadableCode } from "./sealed-body.ts";
import type { Outcome } from "./settle.ts";

/** How an entry's attempt ended. */
export interface Ended {
  readonly seq: number;
  readonly record: QueuedRecord;
  readonly body: OutboxBody;
  readonly delivery: Delivery;
  /** When to try again by itself, where that makes sense. */
  readonly readyAt?: number;
}

/** Writes down what became of a batch: one transaction, whatever its size. */
export class Settlement {
  readonly #now: () => number;
  readonly #store: OutboxStore;
  readonly #visits: VisitStore;

  constructor(options: { readonly now: () => number }, store: OutboxStore, visits: VisitStore) {
    this.#now = options.now;
    this.#store = store;
    this.#visits = visits;
  }

  /** Resolves with how many are delivered. */
  async write(
    ended: readonly Ended[],
    unreadable: readonly { readonly row: Row; readonly code: UnreadableCode }[],
    keys: OutboxKeys,
    hold: Hold | undefined,
  ): Promise<number> {
    if (ended.length === 0 && unreadable.length === 0 && !hold) return 0;
    const outcomes = [
      ...(await Promise.all(ended.map((one) => this.#outcome(one, keys)))),
      ...unreadable.map(({ row, code }) => quarantined(row, code)),
    ];
    return untilUnchanged(async () =>
      this.#store.settle(outcomes, await this.#visitChanges(ended, keys), hold),
    );
  }

  async #outcome({ seq, record, delivery, readyAt }: Ended, keys: OutboxKeys): Promise<Outcome> {
    const { id, hash } = record;
    if (delivery.kind === "delivered")
      return { kind: "delivered", seq, id, hash, reference: delivery.reference, at: this.#now() };
    const { problem } = delivery;
    const stopped = delivery.kind === "parked";
    const theirs = stopped && delivery.theirs ? await sealTheirs(id, delivery.theirs, keys) : undefined;
    const said = stopped && !isOwnProblem(problem.code) ? await sealSaid(id, problem, keys) : undefined;
    return {
      kind: "kept",
      seq,
      hash,
      state: delivery.kind,
      lastError: problem.code,
      ...(stopped || readyAt === undefined ? {} : { readyAt }),
      ...(theirs ? { theirs } : {}),
      ...(said ? { said } : {}),
    };
  }

  /** Of each visit one change, with all that its entries brought. */
  async #visitChanges(ended: readonly Ended[], keys: OutboxKeys): Promise<readonly VisitChange[]> {
    const done = ended.flatMap(({ record, body, delivery }) =>
      delivery.kind === "delivered" && body.visit !== undefined
        ? [{ id: record.id, body, delivery, visit: body.visit }]
        : [],
    );
    const found = await this.#visits.findAll(
      done.map(({ visit }) => visit),
      keys,
    );
    return Promise.all(
      [...found].map(([visit, { row, stored }]) => {
        let next: StoredVisit = stored;
        for (const one of done) {
          if (one.visit !== visit) continue;
          next = withoutPending(next, one.id);
          if (one.body.kind !== "check-in") continue;
          const serverId = one.delivery.reference.split("/")[1];
          next = {
            ...next,
            ...(serverId ? { serverId } : {}),
            ...(one.delivery.joined ? { joined: true } : {}),
          };
        }
        return this.#visits.change(row, next, keys);
      }),
    );
  }
}

/** Kept as it is, and out of the way of others. */
const quarantined = (row: Row, code: UnreadableCode): Outcome => ({
  kind: "kept",
  seq: row.seq,
  hash: isDamaged(row) ? hashOf(row.raw) : row.hash,
  state: "quarantined",
  lastError: code,
});

const hashOf = ({ hash }: Readonly<Record<string, unknown>>): string | undefined =>
  typeof hash === "string" ? hash : undefined;
