import { marksAuditBundle, type TransactionBundle } from "@cadre-care/fhir";
import { barePut } from "./bare-put.ts";
import type { Contender, Destination } from "./contender.ts";
import { ours } from "./ours.ts";
import { tanstack } from "./tanstack.ts";
import { workbox } from "./workbox.ts";

const makers = { ours, "workbox-background-sync": workbox, "tanstack-offline-transactions": tanstack };
export type ContenderName = keyof typeof makers;

/** As many patients as a ward has: order is kept for each. */
const LANES = 200;

/** A write of the kind that is sent most, with its own idempotency tag. */
const entryBundle = (id: string, author: string): TransactionBundle =>
  marksAuditBundle(
    {
      entry: id,
      at: "2026-11-26T08:00:00+07:00",
      author: { reference: author, name: "Bench" },
      role: "receptionist",
      device: "bench",
      site: "bv-tinh",
    },
    3,
  );

const open = new Map<string, Contender>();
let author = "";

const opened = (name: ContenderName): Contender => {
  const contender = open.get(name);
  if (contender === undefined) throw new Error(`${name} is not open`);
  return contender;
};

/** What the driver calls, one JSON value in and one out. */
const commands = {
  open: async (name: ContenderName, to: Destination): Promise<null> => {
    author = to.author;
    open.get(name)?.close();
    open.set(name, await makers[name](to));
    return null;
  },
  /** Accepts `count` entries one after the other; milliseconds of each, and the ids. */
  accept: async (name: ContenderName, count: number) => {
    const contender = opened(name);
    const ids: string[] = [];
    const took: number[] = [];
    for (let turn = 0; turn < count; turn += 1) {
      const id = crypto.randomUUID();
      const bundle = entryBundle(id, author);
      const began = performance.now();
      await contender.accept(id, bundle, `lane-${turn % LANES}`);
      took.push(performance.now() - began);
      ids.push(id);
    }
    return { ids, took };
  },
  bare: async (count: number) => {
    const put = await barePut();
    const took: number[] = [];
    for (let turn = 0; turn < count; turn += 1) {
      const bundle = entryBundle(crypto.randomUUID(), author);
      const began = performance.now();
      await put(bundle);
      took.push(performance.now() - began);
    }
    return took;
  },
  /** Tries until nothing waits or the time is over. */
  drain: async (name: ContenderName, milliseconds: number) => {
    const contender = opened(name);
    const began = performance.now();
    let waiting = await contender.waiting();
    while (waiting > 0 && performance.now() - began < milliseconds) {
      await contender.drain();
      waiting = await contender.waiting();
      if (waiting > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return { took: performance.now() - began, waiting };
  },
};

declare global {
  var bench: typeof commands;
}
globalThis.bench = commands;

addEventListener("install", () => {
  const skip: unknown = Reflect.get(globalThis, "skipWaiting");
  if (typeof skip === "function") skip.call(globalThis);
});
