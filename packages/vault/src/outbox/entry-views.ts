import type { OutboxAction, OutboxEntryKind, OutboxEntryView } from "@cadre-care/domain";
import type { OutboxKeys } from "../keys/key-ring.ts";
import type { OutboxRecord } from "../storage/schema.ts";
import type { OutboxOptions } from "./outbox.ts";
import { BODY_VERSION } from "./outbox-body.ts";
import { outboxProblem, problemOfCode } from "./outbox-problems.ts";
import { isDamaged, KINDS, type QueuedRecord, type Row } from "./queued-record.ts";
import { EntryUnreadableError, openBody, openSaid } from "./sealed-body.ts";

/** What the view of an entry depends on beside the entry. */
export interface ViewContext {
  readonly keys: OutboxKeys | null;
  /** The user who is signed in. */
  readonly by: string | undefined;
  /** Entries on the wire now. */
  readonly sending: ReadonlySet<string>;
}

const MOST_KNOWN = 400;
const CORRECTABLE: readonly OutboxEntryKind[] = ["check-in", "visit-step", "response", "referral"];

/** What a person can do about an entry that is stopped. */
export const actionsOf = ({ state, lastError, kind, theirs }: OutboxRecord): readonly OutboxAction[] => {
  // The case has no place in this system, with whatever content (DESIGN rule 6).
  if (lastError === "refused-tier") return [];
  if (state === "quarantined") return lastError === "entry-newer" ? ["resend", "hand-over"] : ["resend"];
  if (state !== "parked") return [];
  if (theirs) return ["choose", "hand-over"];
  if (kind === "hand-over") return ["resend"];
  return ["resend", ...(CORRECTABLE.includes(kind) ? (["correct"] as const) : []), "hand-over"];
};

/** Entries as they are shown. Whom one is about is looked up while the directory is open, once for each body. */
export class EntryViews {
  readonly #options: Pick<OutboxOptions, "now" | "nameOf">;
  readonly #people = new Map<string, string | undefined>();

  constructor(options: Pick<OutboxOptions, "now" | "nameOf">) {
    this.#options = options;
  }

  async of(row: Row, { keys, by, sending }: ViewContext): Promise<OutboxEntryView> {
    if (isDamaged(row)) return damagedView(row.seq, row.raw);
    const about = await this.#about(row, keys);
    const waits = row.readyAt !== undefined && row.readyAt > this.#options.now();
    const said = keys ? await openSaid(row, keys) : undefined;
    const problem = said ?? (row.lastError === undefined ? undefined : problemOfCode(row.lastError));
    return {
      id: row.id,
      kind: row.kind,
      acceptedAt: instant(row.acceptedAt),
      state: sending.has(row.id) ? "sending" : row.state,
      ...(waits && row.readyAt !== undefined ? { nextAttemptAt: instant(row.readyAt) } : {}),
      attempts: row.attempts,
      actions: keys ? actionsOf(row) : [],
      ...(about === undefined ? {} : { about }),
      ...(problem ? { problem } : {}),
      ...(by !== undefined && row.by !== undefined && row.by !== by ? { byAnother: true } : {}),
      ...(row.dueAt === undefined ? {} : { dueAt: row.dueAt }),
    };
  }

  async #about(record: QueuedRecord, keys: OutboxKeys | null): Promise<string | undefined> {
    const { nameOf } = this.#options;
    if (!keys || !nameOf) return undefined;
    const known = `${record.id}/${record.hash}`;
    if (!this.#people.has(known)) {
      if (this.#people.size >= MOST_KNOWN) this.#people.clear();
      this.#people.set(known, await personOf(record, keys));
    }
    const personId = this.#people.get(known);
    return personId === undefined ? undefined : nameOf(personId);
  }
}

const personOf = async (record: QueuedRecord, keys: OutboxKeys): Promise<string | undefined> => {
  try {
    return (await openBody(record, keys)).personId;
  } catch (error) {
    if (error instanceof EntryUnreadableError) return undefined;
    throw error;
  }
};

/** A time that no calendar has says nothing; it must not spoil the view. */
const instant = (at: number): string => new Date(Math.abs(at) <= 8.64e15 ? at : 0).toISOString();

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

const damagedView = (seq: number, raw: Readonly<Record<string, unknown>>): OutboxEntryView => {
  const newer = typeof raw.schemaVersion === "number" && raw.schemaVersion > BODY_VERSION;
  return {
    id: text(raw.id) ?? `damaged-${seq}`,
    kind: KINDS.find((kind) => kind === raw.kind) ?? "other",
    acceptedAt: instant(typeof raw.acceptedAt === "number" ? raw.acceptedAt : 0),
    state: "quarantined",
    attempts: 0,
    actions: text(raw.id) === undefined ? [] : ["resend"],
    problem: outboxProblem(newer ? "entry-newer" : "entry-unreadable"),
  };
};
