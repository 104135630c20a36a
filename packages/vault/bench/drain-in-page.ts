import { BoardClient } from "@cadre-care/fhir";
import { createCollection, localOnlyCollectionOptions } from "@tanstack/db";
import { startOfflineExecutor } from "@tanstack/offline-transactions";
import { Queue } from "workbox-background-sync";
import { openOutboxKeys } from "../src/keys/key-ring.ts";
import { mintDeviceKeys } from "../src/keys/open-keys.ts";
import { Outbox } from "../src/outbox/outbox.ts";
import { uuidV7 } from "../src/outbox/uuid-v7.ts";
import { openDatabase } from "../src/storage/database.ts";
import { bodyOf } from "./outbox-in-page.ts";

/** Patients that so many entries are about: each has five. */
const personOf = (number: number): string => `person-${Math.floor(number / 5)}`;

const bundles = (count: number): unknown[] =>
  Array.from({ length: count }, (_, number) => bodyOf(uuidV7(Date.now()), personOf(number)).bundle);

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const post = (board: string, bundle: unknown): Promise<Response> =>
  fetch(`${board}/fhir`, {
    method: "POST",
    headers: { "content-type": "application/fhir+json", authorization: "Bearer token" },
    body: JSON.stringify(bundle),
  });

/** What a contender took to empty its queue, and what it says is still waiting. */
export interface Drained {
  readonly ms: number;
  readonly waiting: number;
}

/** A contender holds so many entries, then empties itself; `rounds`: how often it is told that the network is back. */
type Contender = (board: string, count: number, rounds: number) => Promise<Drained>;

export const ours: Contender = async (board, count, rounds) => {
  const keys = await openOutboxKeys(mintDeviceKeys().outbox);
  const database = await openDatabase(`drain-${crypto.randomUUID()}`);
  let now = Date.now();
  const outbox = new Outbox({
    database,
    keys: () => keys,
    client: new BoardClient({
      base: `${board}/fhir`,
      fetch: (...asked) => fetch(...asked),
      accessToken: async () => "token",
    }),
    renewSignIn: async () => true,
    exclusive: (work) => navigator.locks.request("bench/drain", work),
    now: () => now,
    random: Math.random,
  });
  for (let number = 0; number < count; number += 1) {
    const id = uuidV7(now);
    await outbox.accept(
      await outbox.freeze(id, `lane-${personOf(number)}`, bodyOf(id, personOf(number)), keys),
    );
  }
  const ms = await timed(async () => {
    for (let round = 0; round < rounds; round += 1) {
      await outbox.drain();
      // Waiting for a board that is away is not what is measured.
      now += 3_600_000;
    }
  });
  const { waiting, parked } = await outbox.view();
  return { ms, waiting: waiting + parked };
};

export const workbox: Contender = async (board, count, rounds) => {
  // Outside a service worker there is no registration; the queue itself needs none.
  Object.assign(globalThis, { registration: {} });
  const queue = new Queue(`workbox-${crypto.randomUUID()}`, { onSync: () => undefined });
  for (const bundle of bundles(count))
    await queue.pushRequest({
      request: new Request(`${board}/fhir`, {
        method: "POST",
        headers: { "content-type": "application/fhir+json", authorization: "Bearer token" },
        body: JSON.stringify(bundle),
      }),
    });
  const ms = await timed(async () => {
    // It throws at the first request that gets no answer, to be called again later.
    for (let round = 0; round < rounds; round += 1) await queue.replayRequests().catch(() => undefined);
  });
  return { ms, waiting: await queue.size() };
};

export const tanstack: Contender = async (board, count) => {
  let online = false;
  const heard = new Set<() => void>();
  const entries = createCollection(
    localOnlyCollectionOptions({
      id: `entries-${crypto.randomUUID()}`,
      getKey: ({ id }: { id: string }) => id,
    }),
  );
  const executor = startOfflineExecutor({
    collections: { entries },
    mutationFns: {
      send: async ({ transaction }) => {
        for (const { modified } of transaction.mutations) {
          const answer = await post(board, Object(modified).bundle);
          if (!answer.ok) throw new Error(String(answer.status));
        }
      },
    },
    onlineDetector: {
      subscribe: (listener) => {
        heard.add(listener);
        return () => heard.delete(listener);
      },
      notifyOnline: () => {
        for (const listener of heard) listener();
      },
      isOnline: () => online,
      dispose: () => heard.clear(),
    },
  });
  await executor.waitForInit();
  const done: Promise<unknown>[] = [];
  for (const bundle of bundles(count)) {
    const one = executor.createOfflineTransaction({ mutationFnName: "send", autoCommit: false });
    one.mutate(() => entries.insert({ id: crypto.randomUUID(), bundle } as { id: string }));
    done.push(one.commit());
  }
  while ((await executor.peekOutbox()).length < count)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const ms = await timed(async () => {
    online = true;
    executor.getOnlineDetector().notifyOnline();
    await Promise.all(done);
  });
  const waiting = (await executor.peekOutbox()).length;
  executor.dispose();
  return { ms, waiting };
};
