import type { OutboxKeys } from "../keys/key-ring.ts";
import type { VaultDatabase, WriteTransaction } from "../storage/database.ts";
import type { Sealed, VaultSchema } from "../storage/schema.ts";
import { type StoredVisit, storedVisitSchema } from "./stored-visit.ts";

type VisitRow = VaultSchema["visits"]["value"];

/** The visit was changed by somebody else between reading and writing: read it again. */
export class VisitChangedError extends Error {
  constructor() {
    super("the visit changed meanwhile");
    this.name = "VisitChangedError";
  }
}

/** A change that is ready to be written: what was read, and what shall stand there instead. */
export interface VisitChange {
  readonly before: VisitRow | undefined;
  readonly after: VisitRow;
}

const context = (id: string): string => `visit/${id}`;

const sameBytes = (one: Sealed, other: Sealed): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);

/** Sealed visits. They stay readable while delivery goes on, so they lie under the outbox's keys. */
export class VisitStore {
  readonly #database: VaultDatabase;

  constructor(database: VaultDatabase) {
    this.#database = database;
  }

  async row(id: string): Promise<VisitRow | undefined> {
    return this.#database.read(["visits"], (transaction) => transaction.objectStore("visits").get(id));
  }

  /** Visits of one person, in no order. */
  async rowsOf(subjectKey: string): Promise<readonly VisitRow[]> {
    return this.#database.read(["visits"], (transaction) =>
      transaction.objectStore("visits").index("bySubject").getAll(subjectKey),
    );
  }

  async all(): Promise<readonly VisitRow[]> {
    return this.#database.read(["visits"], (transaction) => transaction.objectStore("visits").getAll());
  }

  /** @throws SealBrokenError, ZodError when what lies there is not a visit of ours. */
  async open(row: VisitRow, keys: OutboxKeys): Promise<StoredVisit> {
    return storedVisitSchema.parse(await keys.seal.open(row.visit, context(row.id)));
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
