import { boardKeySetSchema } from "@cadre-care/fhir";
import { z } from "zod";
import { callMessage } from "../protocol/call-message.ts";

/** What a portal's page says about its vault. All tabs of one portal say the same. */
export const portalOptionsSchema = z.strictObject({
  /** Name of the IndexedDB database; one vault per name and origin. */
  databaseName: z.string().min(1).max(100),
  /** Base URL of the board, without a slash at the end. */
  board: z.url(),
  /** Public keys with which the board signs policy and profiles: fixed in the portal's own code, never fetched. */
  boardKeys: boardKeySetSchema.shape.keys,
  clientId: z.string().min(1).max(100),
  /** Address of the portal's own page that calls `returnFromSignIn`; the board must allow it. */
  redirectUri: z.url(),
  /** Code of the hospital in the board's policy. */
  site: z.string().max(100),
});
export type PortalOptions = z.infer<typeof portalOptionsSchema>;

const id = z.number().int().nonnegative();
const TOPICS = [
  "session",
  "subject",
  "scan",
  "marks",
  "page",
  "roster",
  "outbox",
  "connection",
  "forms",
] as const;

/** What a page sends to the worker. `tab` names the Web Lock that the page holds as long as it lives. */
export const toWorker = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("hello"), tab: z.uuid(), options: portalOptionsSchema }),
  z.strictObject({ kind: z.literal("call"), message: callMessage }),
  z.strictObject({ kind: z.literal("subscribe"), id, topic: z.enum(TOPICS) }),
  z.strictObject({ kind: z.literal("unsubscribe"), id }),
  /** The board's sign-in page came back with this address; without one the user closed it. */
  z.strictObject({ kind: z.literal("authorised"), id, url: z.string().max(10_000).optional() }),
  z.strictObject({ kind: z.literal("activity") }),
]);
export type ToWorker = z.infer<typeof toWorker>;
