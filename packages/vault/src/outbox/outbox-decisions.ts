import { type Policy, type Problem, type Result, success, type Visit } from "@cadre-care/domain";
import {
  type AnyResource,
  type Author,
  handOverBundle,
  resourceOnServerSchema,
  withReference,
} from "@cadre-care/fhir";
import { z } from "zod";
import type { OutboxKeys } from "../keys/key-ring.ts";
import type { OutboxRecord } from "../storage/schema.ts";
import type { StoredVisit } from "../visits/stored-visit.ts";
import { untilUnchanged, type VisitStore } from "../visits/visit-store.ts";
import { decisionProblems } from "./entry-field-messages.ts";
import { fieldsOf, fieldValue, isValidFor, withFieldValue } from "./entry-fields.ts";
import { actionsOf } from "./entry-views.ts";
import type { OutboxBody } from "./outbox-body.ts";
import { BODY_VERSION } from "./outbox-body.ts";
import { outboxProblem } from "./outbox-problems.ts";
import { isStopped, type OutboxStore } from "./outbox-store.ts";
import type { QueuedRecord } from "./queued-record.ts";
import { EntryUnreadableError, openBody, openText, openTheirs, sealBody } from "./sealed-body.ts";

const { refuse } = decisionProblems;

/** Who decides, and when: an ISO instant with offset. */
export interface Decider {
  readonly author: Author;
  readonly at: string;
  readonly policy: Policy | undefined;
}

/**
 * What a person decides about an entry that is stopped. Each gives the entry another sealed body under the same UUID; the
 * one before is kept until the board has the entry, so nothing that was entered leaves the machine undelivered.
 */
export class OutboxDecisions {
  readonly #store: OutboxStore;
  readonly #visits: VisitStore;

  constructor(store: OutboxStore, visits: VisitStore) {
    this.#store = store;
    this.#visits = visits;
  }

  async find(id: string): Promise<Result<QueuedRecord>> {
    const [record] = await this.#store.byIds([id]);
    return record ? success(record) : refuse("entry-gone");
  }

  /** `values` by field id; those that are not among the entry's fields are ignored. */
  async correct(
    id: string,
    values: Readonly<Record<string, string>>,
    decider: Decider,
    keys: OutboxKeys,
  ): Promise<Result<null>> {
    const stopped = await this.#stopped(id, "correct");
    if (!stopped.ok) return stopped;
    const opened = await this.#open(stopped.value, keys);
    if (!opened.ok) return opened;
    let body = opened.value;
    for (const field of fieldsOf(body, decider.policy)) {
      const value = values[field.id]?.normalize("NFC");
      if (value === undefined || value === fieldValue(body, field) || field.input === "none") continue;
      if (!isValidFor(body, field, value)) return refuse("value-invalid");
      body = withFieldValue(body, field, value);
    }
    if (JSON.stringify(body) === JSON.stringify(opened.value)) return refuse("nothing-corrected");
    return this.#replace(stopped.value, body, keys, opened.value);
  }

  /** Hands the entry over to the board's staff: a Task in its place, with all that it would have sent. */
  async handOver(id: string, note: string, decider: Decider, keys: OutboxKeys): Promise<Result<null>> {
    const stopped = await this.#stopped(id, "hand-over");
    if (!stopped.ok) return stopped;
    return this.#filed(stopped.value, "hand-over", note, decider, keys);
  }

  /**
   * `mine`: once more, against the version that the board holds now. `theirs`: the board's version stays, and what was
   * entered here goes to the board as a withdrawn Task, for the record.
   */
  async choose(
    id: string,
    choice: "mine" | "theirs",
    decider: Decider,
    keys: OutboxKeys,
  ): Promise<Result<null>> {
    const stopped = await this.#stopped(id, "choose");
    if (!stopped.ok) return stopped;
    const record = stopped.value;
    if (choice === "theirs") return this.#filed(record, "withdrawn", "", decider, keys);
    const opened = await this.#open(record, keys);
    if (!opened.ok) return opened;
    const theirs = resourceOnServerSchema.safeParse(await openTheirs(record, keys)).data;
    if (!theirs) return refuse("nothing-to-choose");
    const body = opened.value;
    const resource = body.change?.resource ?? (await this.#onTopOf(theirs, record, body, keys));
    const reference = `${theirs.resourceType}/${theirs.id}`;
    const rest = body.change ? body.bundle.entry : body.bundle.entry.slice(1);
    const entry = rest.length > 0 ? rest : body.bundle.entry;
    return this.#replace(
      record,
      {
        ...body,
        change: { resource: { ...resource, id: theirs.id }, version: theirs.meta.versionId },
        bundle: withReference({ ...body.bundle, entry }, `urn:uuid:${record.id}`, reference),
      },
      keys,
    );
  }

  /** What the correction changed, laid over what the board holds: somebody else's progress stays. */
  async #onTopOf(
    theirs: AnyResource,
    record: QueuedRecord,
    body: OutboxBody,
    keys: OutboxKeys,
  ): Promise<AnyResource> {
    const mine = Object(body.bundle.entry[0]?.resource);
    const [first] = record.earlier ?? [];
    const before = first
      ? Object((await openBody({ ...record, ...first }, keys)).bundle.entry[0]?.resource)
      : {};
    const changed = Object.entries(mine).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
    );
    return { ...theirs, ...Object.fromEntries(changed) };
  }

  async #filed(
    record: QueuedRecord,
    reason: "hand-over" | "withdrawn",
    note: string,
    { author, at }: Decider,
    keys: OutboxKeys,
  ): Promise<Result<null>> {
    const text = await this.#text(record, keys);
    if (text === undefined) return refuse("not-handed-over");
    const opened = await this.#open(record, keys);
    const body = opened.ok ? opened.value : undefined;
    const { personId, visit } = body ?? {};
    const about = personId === undefined ? {} : { personId };
    const said = note.normalize("NFC").trim();
    const bundle = handOverBundle(
      { entry: record.id, reason, content: text, at, ...about, ...(said === "" ? {} : { note: said }) },
      author,
    );
    return this.#replace(
      record,
      {
        kind: "hand-over",
        ...about,
        ...(visit === undefined ? {} : { visit }),
        ...insteadOf(record, text),
        bundle,
      },
      keys,
    );
  }

  async #stopped(id: string, action: "correct" | "choose" | "hand-over"): Promise<Result<QueuedRecord>> {
    const found = await this.find(id);
    if (!found.ok) return found;
    const record = found.value;
    if (!isStopped(record.state)) return refuse("entry-not-stopped");
    if (actionsOf(record).includes(action)) return found;
    return refuse(action === "choose" ? "nothing-to-choose" : "not-handed-over");
  }

  async #open(record: QueuedRecord, keys: OutboxKeys): Promise<Result<OutboxBody>> {
    try {
      return success(await openBody(record, keys));
    } catch (error) {
      if (!(error instanceof EntryUnreadableError)) throw error;
      return { ok: false, problem: outboxProblem(error.code) satisfies Problem };
    }
  }

  async #text(record: QueuedRecord, keys: OutboxKeys): Promise<string | undefined> {
    try {
      return await openText(record, keys);
    } catch (error) {
      if (error instanceof EntryUnreadableError) return undefined;
      throw error;
    }
  }

  async #replace(
    record: QueuedRecord,
    body: OutboxBody,
    keys: OutboxKeys,
    before?: OutboxBody,
  ): Promise<Result<null>> {
    const sealed = await sealBody(record.id, body, keys);
    const { theirs: _, said: __, lastError: ___, ...rest } = record;
    const earlier = [...(record.earlier ?? []), { kind: record.kind, hash: record.hash, body: record.body }];
    const after: OutboxRecord = {
      ...rest,
      ...sealed,
      schemaVersion: BODY_VERSION,
      state: "waiting",
      earlier,
    };
    const done = await untilUnchanged(async () =>
      this.#store.replace(record, after, await this.#visitChange(before, body, keys)),
    );
    return done ? success(null) : refuse("entry-gone");
  }

  /** The visit on this machine says what the corrected entry says. */
  async #visitChange(before: OutboxBody | undefined, after: OutboxBody, keys: OutboxKeys) {
    if (!before || after.visit === undefined) return undefined;
    const found = await this.#visits.find(after.visit, keys);
    if (!found) return undefined;
    const next: StoredVisit = {
      ...found.stored,
      visit: correctedVisit(found.stored.visit, before, after),
    };
    return this.#visits.change(found.row, next, keys);
  }
}

/** Types that are found by their entry's identifier. */
const FOUND_BY_IDENTIFIER = ["Encounter", "QuestionnaireResponse", "ServiceRequest"];

/** As far as any version's body says: what would be created, unless something is amended. */
const creatingSchema = z.object({
  change: z.undefined().optional(),
  bundle: z.object({ entry: z.array(z.object({ request: z.object({ url: z.string() }) })) }),
});

/** Also of a body that this version cannot read: it may have arrived before a later version left it here. */
const insteadOf = (record: QueuedRecord, text: string): Pick<OutboxBody, "instead"> => {
  const [first] = creatingSchema.safeParse(jsonOf(text)).data?.bundle.entry ?? [];
  const type = first?.request.url;
  return type !== undefined && FOUND_BY_IDENTIFIER.includes(type)
    ? { instead: { type, entry: record.id } }
    : {};
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const saying = (body: OutboxBody): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(fieldsOf(body, undefined).map((field) => [field.id, fieldValue(body, field)]));

/** A visit after one of its entries was corrected. */
const correctedVisit = (visit: Visit, before: OutboxBody, after: OutboxBody): Visit => {
  const [old, now] = [saying(before), saying(after)];
  if (after.kind === "check-in")
    return {
      ...visit,
      process: now.process ?? visit.process,
      checkedInAt: now.at ?? visit.checkedInAt,
    };
  if (after.kind !== "visit-step") return visit;
  return {
    ...visit,
    steps: visit.steps.map((record) =>
      record.step === old.step && record.at === old.at
        ? {
            ...record,
            step: now.step ?? record.step,
            at: now.at ?? record.at,
            ...(now.room === undefined ? {} : { room: now.room }),
          }
        : record,
    ),
  };
};
