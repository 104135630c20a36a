import { callMessage } from "@cadre-care/vault/protocol";
import { z } from "zod";

/** Topics of CareService.subscribe, and our own; the guard of each context says which of them it may watch. */
export const TOPICS = [
  "session",
  "subject",
  "scan",
  "marks",
  "page",
  "roster",
  "outbox",
  "connection",
  "forms",
  "selection",
  "dock",
] as const;

/**
 * What a view (frame, panel, popup, options) sends over its port. `call` carries a Comlink APPLY and nothing else:
 * a bare Comlink endpoint would also let a frame GET and SET whatever the service is made of.
 */
export const viewMessage = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("call"),
    message: callMessage,
  }),
  z.strictObject({ kind: z.literal("subscribe"), id: z.number().int(), topic: z.enum(TOPICS) }),
  z.strictObject({ kind: z.literal("unsubscribe"), id: z.number().int() }),
  z.strictObject({ kind: z.literal("alive") }),
]);
export type ViewMessage = z.infer<typeof viewMessage>;

/** What the background sends to a view. */
export type BackgroundMessage =
  | { readonly kind: "answer"; readonly message: unknown }
  | { readonly kind: "value"; readonly id: number; readonly value: unknown };
