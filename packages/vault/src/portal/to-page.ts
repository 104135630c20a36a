import { z } from "zod/mini";

const id = z.number();

/**
 * What the worker sends to a page, which checks no more than which kind it is: the worker is ours. `lock` names the Web
 * Lock that the worker holds: a page that gets it knows that the worker is gone. `stale`: the vault was closed, since
 * another worker knows more; the page must greet again.
 */
export const toPage = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("alive"), lock: z.string() }),
  z.object({ kind: z.literal("ready") }),
  z.object({
    kind: z.literal("failed"),
    problem: z.object({ code: z.string(), message: z.object({ vi: z.string(), en: z.string() }) }),
  }),
  z.object({ kind: z.literal("answer"), message: z.unknown() }),
  z.object({ kind: z.literal("value"), id, value: z.unknown() }),
  z.object({ kind: z.literal("authorise"), id, url: z.url() }),
  z.object({ kind: z.literal("stale") }),
]);
export type ToPage = z.infer<typeof toPage>;

/** Name of the lock that a tab holds as long as it lives. */
export const tabLock = (databaseName: string, tab: string): string => `${databaseName}/tab/${tab}`;
