import { isStopped } from "../../outbox/outbox-store.ts";
import type { Row } from "../../outbox/queued-record.ts";
import { countsIn } from "../../outbox/settle.ts";
import type { VaultDatabase } from "../../storage/database.ts";
import { COUNTS_KEY, laneRange } from "../../storage/schedule-waiting.ts";
import type { OutboxRecord } from "../../storage/schema.ts";

/** Outboxes that are broken on purpose, and what the property must say of each. */
export const BREAKS = {
  "new-uuid-at-retry": /effects of|done \d times|times at the board/,
  "delete-before-send": /lost/,
  "saved-before-commit": /promised and never seen/,
  "drops-what-is-refused": /lost/,
  "forgets-order": /before those that came first/,
  "one-poison-stops-all": /although only others are poison/,
  "silent-overwrite": /a version that nobody saw/,
} as const;
export type Break = keyof typeof BREAKS;

export const BREAK_NAMES: readonly Break[] = [
  "new-uuid-at-retry",
  "delete-before-send",
  "saved-before-commit",
  "drops-what-is-refused",
  "forgets-order",
  "one-poison-stops-all",
  "silent-overwrite",
];

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Leaves the first sending as it is, and every later one under other UUIDs. */
export function remintAtRetry(): (body: string) => string {
  const sent = new Set<string>();
  return (body) => {
    const fresh = new Map<string, string>();
    return body.replaceAll(uuid, (old) => {
      if (!sent.has(old)) {
        sent.add(old);
        fresh.set(old, old);
      }
      const known = fresh.get(old) ?? crypto.randomUUID();
      fresh.set(old, known);
      return known;
    });
  };
}

/** Whatever version a person saw, the amendment goes over what is there. */
export const overwriting = (body: string, versionOf: (address: string) => string | undefined): string =>
  body.replaceAll(
    /"url":"([A-Za-z]+\/[^"]+)","ifMatch":"W\/\\"\d+\\""/g,
    (_, address: string) => `"url":"${address}","ifMatch":"W/\\"${versionOf(address) ?? "1"}\\""`,
  );

/** A database that says "written" and then takes it back, as relaxed code does that does not wait for the commit. */
export const forgetful = (database: VaultDatabase): VaultDatabase => {
  let writes = 0;
  return {
    ...database,
    write: async (stores, work) => {
      writes += 1;
      let value: { is: Awaited<ReturnType<typeof work>> } | undefined;
      await database
        .write(stores, async (transaction) => {
          value = { is: await work(transaction) };
          if (writes % 3 === 0) transaction.abort();
          return value.is;
        })
        .catch((error: unknown) => {
          if (!value) throw error;
        });
      if (!value) throw new Error("nothing was written and nothing went wrong");
      return value.is;
    },
  };
};

/** Takes entries out of the queue before the board has them. */
export const deleteSent = async (database: VaultDatabase, body: string): Promise<void> => {
  const sending: readonly string[] = body.match(uuid) ?? [];
  await deleteWhere(database, ({ id }) => sending.includes(id));
};

export const deleteRefused = (database: VaultDatabase): Promise<void> =>
  deleteWhere(database, ({ state }) => state === "parked");

const deleteWhere = (database: VaultDatabase, matches: (record: OutboxRecord) => boolean): Promise<void> =>
  database.write(["outbox", "meta"], async (transaction) => {
    const outbox = transaction.objectStore("outbox");
    const records = (await outbox.getAll()).filter(matches);
    for (const { seq, subjectKey } of records) {
      if (seq !== undefined) await outbox.delete(seq);
      const next = await outbox.index("bySubject").getKey(laneRange(subjectKey));
      const row = next === undefined ? undefined : await outbox.get(next);
      if (row) await outbox.put({ ...row, readyAt: 0 });
    }
    const meta = transaction.objectStore("meta");
    const counts = countsIn((await meta.get(COUNTS_KEY))?.value);
    const stopped = counts.stopped - records.filter(({ state }) => isStopped(state)).length;
    const through = Math.max(counts.through, ...records.map(({ seq }) => seq ?? 0));
    const value = { gone: counts.gone + records.length, through, stopped };
    await meta.put({ key: COUNTS_KEY, value });
  });

/** Everything that waits, newest first, each for itself: as if there were no patients. */
export const withoutLanes = async (
  rows: readonly Row[],
  skip: ReadonlySet<number>,
  lanes: number,
): Promise<readonly (readonly Row[])[]> =>
  [...rows]
    .reverse()
    .filter((row) => !skip.has(row.seq) && !("raw" in row) && row.state !== "parked")
    .slice(0, lanes)
    .map((row) => [row]);
