import { Queue } from "workbox-background-sync";
import { type Contender, type Destination, requestFor } from "./contender.ts";

/** workbox-background-sync; `replayRequests` is what it does at every sync event. */
export const workbox = async (to: Destination): Promise<Contender> => {
  const queue = new Queue(`queue-${crypto.randomUUID()}`, { maxRetentionTime: 60 * 24 * 30 });
  return {
    name: "workbox-background-sync",
    accept: (_id, bundle) => queue.pushRequest({ request: requestFor(to, bundle) }),
    // It rejects when it stops at a failure; what waits is asked for afterwards.
    drain: () => queue.replayRequests().catch(() => undefined),
    waiting: () => queue.size(),
    close: () => undefined,
  };
};
