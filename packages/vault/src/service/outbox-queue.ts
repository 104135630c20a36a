import {
  type OutboxCommands,
  type OutboxEntryDetails,
  type OutboxFieldView,
  type OutboxView,
  type Result,
  success,
} from "@cadre-care/domain";
import type { OutboxKeys } from "../keys/key-ring.ts";
import { FIELD_LABELS } from "../outbox/entry-field-messages.ts";
import { comparedFields, fieldsOf, fieldValue } from "../outbox/entry-fields.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { OutboxBody } from "../outbox/outbox-body.ts";
import { type Decider, OutboxDecisions } from "../outbox/outbox-decisions.ts";
import { outboxProblem } from "../outbox/outbox-problems.ts";
import { EntryUnreadableError, openBody, openTheirs } from "../outbox/sealed-body.ts";
import { StorageError } from "../storage/storage-error.ts";
import type { Desk } from "../visits/desk.ts";
import { hospitalInstant } from "../visits/hospital-time.ts";
import type { VisitStore } from "../visits/visit-store.ts";
import type { Visits } from "../visits/visits.ts";
import { vaultProblems } from "./service-problems.ts";

/** What the queue's commands need of the vault. */
export interface QueueHost {
  readonly outbox: Outbox;
  readonly visitStore: VisitStore;
  readonly visits: Visits;
  /** Undefined while locked. */
  desk(): Desk | undefined;
  keys(): OutboxKeys | null;
  /** Epoch milliseconds to write down. */
  clock(): number;
  nameOf(personId: string): Promise<string | undefined>;
  online(): boolean;
  /** The view as it is now, shown to all who watch it. */
  shown(): Promise<OutboxView>;
}

interface Open {
  readonly desk: Desk;
  readonly keys: OutboxKeys;
  readonly decider: Decider;
}

/** What a person can do about one waiting entry; only while the session is open. */
export class OutboxQueue implements OutboxCommands {
  readonly #host: QueueHost;
  readonly #decisions: OutboxDecisions;

  constructor(host: QueueHost) {
    this.#host = host;
    this.#decisions = new OutboxDecisions(host.outbox.store, host.visitStore);
  }

  /** Where the entry is about somebody, the view is durable before it is given (DESIGN rule 9). */
  openEntry(id: string): Promise<Result<OutboxEntryDetails>> {
    return this.#durably(async ({ desk, keys }) => {
      const found = await this.#decisions.find(id);
      if (!found.ok) return found;
      const record = found.value;
      const body = await bodyOf(record, keys);
      if (body?.personId !== undefined && body.kind !== "audit") {
        const audited = await this.#host.visits.recordView(desk, body.personId);
        if (!audited.ok) return audited;
      }
      const theirs = await openTheirs(record, keys);
      const shown = (await this.#host.outbox.view()).entries.find((entry) => entry.id === id);
      const entry = shown ?? (await this.#host.outbox.entryView(record));
      return success({
        entry,
        fields: body ? await this.#fields(body, desk) : [],
        ...(theirs === undefined ? {} : { theirs: comparedFields(theirs) }),
      });
    });
  }

  resendEntry(id: string): Promise<Result<OutboxView>> {
    return this.#decided(id, async () => {
      const found = await this.#decisions.find(id);
      return found.ok ? success(null) : found;
    });
  }

  correctEntry(id: string, values: Readonly<Record<string, string>>): Promise<Result<OutboxView>> {
    return this.#decided(id, ({ decider, keys }) => this.#decisions.correct(id, values, decider, keys));
  }

  chooseVersion(id: string, choice: "mine" | "theirs"): Promise<Result<OutboxView>> {
    return this.#decided(id, ({ decider, keys }) => this.#decisions.choose(id, choice, decider, keys));
  }

  handOverEntry(id: string, note: string): Promise<Result<OutboxView>> {
    return this.#decided(id, ({ decider, keys }) => this.#decisions.handOver(id, note, decider, keys));
  }

  async #fields(body: OutboxBody, desk: Desk): Promise<readonly OutboxFieldView[]> {
    const name = body.personId === undefined ? undefined : await this.#host.nameOf(body.personId);
    const person: OutboxFieldView[] =
      name === undefined ? [] : [{ id: "person", label: FIELD_LABELS.person, value: name, input: "none" }];
    if (body.change) return [...person, ...comparedFields(body.change.resource)];
    const fields = fieldsOf(body, desk.policy).flatMap((field): OutboxFieldView[] => {
      const value = fieldValue(body, field);
      if (value === undefined) return [];
      const { id, label, input, choices } = field;
      return [{ id, label, value, input, ...(choices ? { choices } : {}) }];
    });
    return [...person, ...fields];
  }

  /** A decision is durable; sending is tried at once, and its failing is no failure of the decision. */
  #decided(id: string, decide: (open: Open) => Promise<Result<null>>): Promise<Result<OutboxView>> {
    return this.#durably(async (open) => {
      const done = await decide(open);
      if (!done.ok) return done;
      await this.#host.outbox.resend([id], this.#host.online());
      return success(await this.#host.shown());
    });
  }

  async #durably<Value>(work: (open: Open) => Promise<Result<Value>>): Promise<Result<Value>> {
    const desk = this.#host.desk();
    const keys = this.#host.keys();
    if (!desk || !keys) return vaultProblems.refuse("session-locked");
    const at = hospitalInstant(this.#host.clock());
    const decider: Decider = { author: desk.author, at, policy: desk.policy };
    try {
      return await work({ desk, keys, decider });
    } catch (cause) {
      if (cause instanceof StorageError) return { ok: false, problem: cause.problem };
      if (cause instanceof EntryUnreadableError) return { ok: false, problem: outboxProblem(cause.code) };
      throw cause;
    }
  }
}

const bodyOf = async (
  record: Parameters<typeof openBody>[0],
  keys: OutboxKeys,
): Promise<OutboxBody | undefined> => {
  try {
    return await openBody(record, keys);
  } catch (error) {
    if (error instanceof EntryUnreadableError) return undefined;
    throw error;
  }
};
