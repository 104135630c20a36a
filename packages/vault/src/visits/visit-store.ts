import { ZodError } from "zod";
import type { OutboxKeys } from "../keys/key-ring.ts";
import { SealBrokenError } from "../keys/seal-broken-error.ts";
import type { VaultDatabase, WriteTransaction } from "../storage/database.ts";
import { sameBytes } from "../storage/same-bytes.ts";
import type { VaultSchema } from "../storage/schema.ts";
import { type StoredVisit, storedVisitSchema } from "./stored-visit.ts";

type VisitRow = VaultSchema["visits"]["value"];

/** The visit was changed by somebody else between reading and writing: read it again. */
export class VisitChangedError extends Error {
  constructor() {
    super("the visit changed meanwhile");
    this.name = "VisitChangedError";
  }
}

export interface FoundVisit {
  readonly row: VisitRow;
  readonly stored: StoredVisit;
}

/** A change that is ready to be written: what was read, and what shall stand there instead. */
export interface VisitChange {
  readonly before: VisitRow | undefined;
  readonly after: VisitRow;
}

const context = (id: string): string => `visit/${id}`;

/** Sealed visits. They stay readable while delivery goes on, so they lie under the outbox's keys. */
export class VisitStore {
  readonly #database: VaultDatabase;

  constructor(database: VaultDatabase) {
    this.#database = database;
  }

  async row(id: string): Promise<VisitRow | undefined> {
    return this.#database.read(["visits"], (transaction) => transaction.objectStore("visits").get(id));
  }

  /** The visit of that id; undefined when it is not here or cannot be read. */
  async find(id: string, keys: OutboxKeys): Promise<FoundVisit | undefined> {
    const row = await this.row(id);
    return row && this.#open(row, keys);
  }

  /** Those of these visits that are here and can be read, by id; read together. */
  async findAll(ids: readonly string[], keys: OutboxKeys): Promise<ReadonlyMap<string, FoundVisit>> {
    const unique = [...new Set(ids)];
    if (unique.length === 0) return new Map();
    const rows = await this.#database.read(["visits"], (transaction) => {
      const visits = transaction.objectStore("visits");
      return Promise.all(unique.map((id) => visits.get(id)));
    });
    const found = await Promise.all(rows.map((row) => row && this.#open(row, keys)));
    return new Map(found.flatMap((one) => (one ? [[one.row.id, one] as const] : [])));
  }

  /**
   * A person's visits of one site and day, newest check-in first. One that cannot be read counts as not here: a new
   * check-in then meets it at the board.
   */
  async ofDay(personId: string, site: string, day: string, keys: OutboxKeys): Promise<readonly FoundVisit[]> {
    const subjectKey = await keys.blind.name("person", personId);
    const rows = await this.#database.read(["visits"], (transaction) =>
      transaction.objectStore("visits").index("bySubject").getAll(subjectKey),
    );
    const found = await Promise.all(
      rows.filter((row) => row.day === day).map((row) => this.#open(row, keys)),
    );
    const since = ({ stored }: FoundVisit) => Date.parse(stored.visit.checkedInAt);
    return found
      .flatMap((one) => (one && one.stored.visit.site === site ? [one] : []))
      .sort((one, other) => since(other) - since(one));
  }

  async #open(row: VisitRow, keys: OutboxKeys): Promise<FoundVisit | undefined> {
    try {
      return { row, stored: storedVisitSchema.parse(await keys.seal.open(row.visit, context(row.id))) };
    } catch (error) {
      if (error instanceof SealBrokenError || error instanceof ZodError) return undefined;
      throw error;
    }
  }

  async change(before: VisitRow | undefined, next: StoredVisit, keys: OutboxKeys): Promise<VisitChange> {
    const { id, personId, day } = next.visit;
    return {
      before,
      after: {
        id,
        subjectKey: before?.subjectKey ?? (await keys.blind.name("person", personId)),
        day,
        visit: await keys.seal.seal(next, context(id)),
      },
    };
  }
}

/** What `writeVisit` needs of a transaction over any stores that include the visits. */
type VisitsOf = ReturnType<WriteTransaction<["visits"]>["objectStore"]>;

/** Writes a change inside a transaction of the caller. @throws VisitChangedError, which undoes that transaction. */
export async function writeVisit(visits: Pick<VisitsOf, "get" | "put">, change: VisitChange): Promise<void> {
  const now = await visits.get(change.after.id);
  const unchanged = change.before ? now && sameBytes(now.visit, change.before.visit) : now === undefined;
  if (!unchanged) throw new VisitChangedError();
  await visits.put(change.after);
}

/** Runs `attempt` again when the visit changed under it. */
export async function untilUnchanged<Value>(attempt: () => Promise<Value>): Promise<Value> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof VisitChangedError) || tries >= 20) throw error;
    }
  }
}
