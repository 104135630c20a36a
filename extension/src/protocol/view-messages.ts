import { z } from "zod";

/** Topics of CareService.subscribe, and our own; the guard of each context says which of them it may watch. */
export const TOPICS = [
  "session",
  "subject",
  "marks",
  "page",
  "roster",
  "outbox",
  "connection",
  "selection",
] as const;

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Of names of its own alone: none that every object has (`__proto__`, `constructor`, `toString`). Looked at before zod
 * reads it, since what zod leaves out must not pass for what was sent.
 */
const plain = z
  .custom<Record<string, unknown>>(isPlain)
  .refine((value) => Object.keys(value).length <= 100 && !Object.keys(value).some((key) => key in {}));

const json: z.ZodType = z.lazy(() =>
  z.union([
    z.string().max(20_000),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(json).max(100),
    plain.pipe(z.record(z.string().max(200), json)),
  ]),
);

/**
 * What a view (frame, panel, popup, options) sends over its port. `call` carries a Comlink APPLY and nothing else:
 * a bare Comlink endpoint would also let a frame GET and SET whatever the service is made of.
 */
export const viewMessage = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("call"),
    message: z.strictObject({
      id: z.string().max(80),
      type: z.literal("APPLY"),
      path: z.tuple([z.string().max(40)]),
      argumentList: z.array(z.strictObject({ type: z.literal("RAW"), value: json.optional() })).max(4),
    }),
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
