import { BoardClient, viewAuditBundle } from "@cadre-care/fhir";
import { openDB } from "idb";
import { openOutboxKeys } from "../src/keys/key-ring.ts";
import { mintDeviceKeys } from "../src/keys/open-keys.ts";
import { Outbox } from "../src/outbox/outbox.ts";
import { sealBody } from "../src/outbox/sealed-body.ts";
import { uuidV7 } from "../src/outbox/uuid-v7.ts";
import { openDatabase, type VaultDatabase } from "../src/storage/database.ts";

const AT_ONCE = 1_000;
/** Entries of one patient that wait one behind the other. */
const PER_LANE = 5;
/** Those that wait are due later, as after a day without the board. */
const LATER_MS = 3_000_000;

const keys = await openOutboxKeys(mintDeviceKeys().outbox);
const queues = new Map<number, { name: string; database: VaultDatabase; outbox: Outbox }>();

export const bodyOf = (entry: string, person: string) => ({
  kind: "audit" as const,
  personId: person,
  bundle: viewAuditBundle(
    {
      entry,
      at: "2026-11-22T08:00:00.000+07:00",
      author: { reference: "Practitioner/17", name: "Nguyễn Văn Mẫu" },
      role: "receptionist",
      device: "may-1",
      site: "bv-tinh",
    },
    person,
  ),
});

/** Carries everything out at once and stores nothing: what is measured is this side. */
const instantBoard: typeof globalThis.fetch = async (_url, init) => {
  const { entry } = JSON.parse(String(init?.body));
  const response = entry.map((_: unknown, index: number) => ({
    response: { status: "201 Created", location: `AuditEvent/${index}/_history/1` },
  }));
  return new Response(
    JSON.stringify({ resourceType: "Bundle", type: "transaction-response", entry: response }),
    { headers: { "content-type": "application/fhir+json" } },
  );
};

const outboxOf = (database: VaultDatabase): Outbox =>
  new Outbox({
    database,
    keys: () => keys,
    client: new BoardClient({
      base: "https://board.example/fhir",
      fetch: instantBoard,
      accessToken: async () => "token",
    }),
    renewSignIn: async () => true,
    exclusive: (work) => navigator.locks.request("bench/drain", work),
    now: Date.now,
    random: Math.random,
    nameOf: async () => "Nguyễn Văn Mẫu",
  });

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const at = (size: number) => {
  const queue = queues.get(size);
  if (!queue) throw new Error(`no queue of ${size}`);
  return queue;
};

/** A machine with so many entries waiting. */
export const fillQueue = async (size: number): Promise<void> => {
  const name = `queue-${size}`;
  const database = await openDatabase(name);
  const now = Date.now();
  for (let from = 0; from < size; from += AT_ONCE) {
    const records = await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, size - from) }, async (_, index) => {
        const number = from + index;
        const id = uuidV7(now);
        return {
          id,
          ...(await sealBody(id, bodyOf(id, `person-${number}`), keys)),
          subjectKey: `lane-${Math.floor(number / PER_LANE)}`,
          schemaVersion: 2,
          acceptedAt: now,
          attempts: 1,
          nextAttemptAt: now + LATER_MS,
          state: "retry" as const,
          lastError: "board-unreachable",
          ...(number % PER_LANE === 0 ? { readyAt: now + LATER_MS } : {}),
        };
      }),
    );
    await database.write(["outbox"], async (transaction) => {
      const outbox = transaction.objectStore("outbox");
      await Promise.all(records.map((record) => outbox.add(record)));
    });
  }
  queues.set(size, { name, database, outbox: outboxOf(database) });
};

export interface Growth {
  /** From a closed database to the first count. */
  readonly open: number;
  readonly count: number;
  /** The first 200 entries as they are shown, opened for the first time. */
  readonly view: number;
  readonly accept: number;
  readonly drain: number;
}

/** One round with a queue of that size, which is as long afterwards as before. */
export const growthRound = async (size: number): Promise<Growth> => {
  const queue = at(size);
  await queue.database.close();
  const open = await timed(async () => {
    queue.database = await openDatabase(queue.name);
    queue.outbox = outboxOf(queue.database);
    await queue.outbox.store.facts();
  });
  const { outbox } = queue;
  const count = await timed(async () => {
    const { counts } = await outbox.store.facts();
    if (counts.total !== size) throw new Error(`${counts.total} instead of ${size}`);
  });
  const id = uuidV7(Date.now());
  const accept = await timed(async () =>
    outbox.accept(await outbox.freeze(id, `fresh-${id}`, bodyOf(id, "person-fresh"), keys)),
  );
  const drain = await timed(() => outbox.drain());
  const view = await timed(async () => {
    const { waiting } = await outbox.view();
    if (waiting !== size) throw new Error(`${waiting} left instead of ${size}`);
  });
  return { open, count, view, accept, drain };
};

/** Milliseconds of each of so many acceptances, and of as many bare puts of the same record with strict durability. */
export const acceptances = async (rounds: number): Promise<{ accept: number[]; bare: number[] }> => {
  const database = await openDatabase(`accept-${crypto.randomUUID()}`);
  const outbox = outboxOf(database);
  const plain = await openDB(`bare-${crypto.randomUUID()}`, 1, {
    upgrade: (upgraded) => upgraded.createObjectStore("records", { keyPath: "id" }),
  });
  const accept: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const id = uuidV7(Date.now());
    const record = await outbox.freeze(id, `lane-${round}`, bodyOf(id, "person"), keys);
    const put = async () => {
      const writing = plain.transaction("records", "readwrite", { durability: "strict" });
      void writing.store.put(record);
      await writing.done;
    };
    const sealed = () => timed(() => outbox.freeze(id, "lane", bodyOf(id, "person"), keys));
    // Who goes first changes, as the first of two finds a colder disk.
    if (round % 2 === 0) bare.push(await timed(put));
    accept.push((await sealed()) + (await timed(() => outbox.accept(record))));
    if (round % 2 === 1) bare.push(await timed(put));
  }
  await database.close();
  plain.close();
  return { accept, bare };
};
