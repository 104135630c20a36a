import { z } from "zod";

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Of names of its own alone: none that every object has (`__proto__`, `constructor`, `toString`). Looked at before zod
 * reads it, since what zod leaves out must not pass for what was sent.
 */
const plain = z
  .custom<Record<string, unknown>>(isPlain)
  .refine((value) => Object.keys(value).length <= 100 && !Object.keys(value).some((key) => key in {}));

/** A form with an attachment, and one of 10,000 items; what is larger than the vault keeps is refused there, in words. */
const MOST_CHARACTERS = 4_000_000;
const MOST_ITEMS = 20_000;

const json: z.ZodType = z.lazy(() =>
  z.union([
    z.string().max(MOST_CHARACTERS),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(json).max(MOST_ITEMS),
    plain.pipe(z.record(z.string().max(200), json)),
  ]),
);

/**
 * A Comlink APPLY of one name with JSON values, and nothing else: a bare Comlink endpoint would also let the other side
 * GET and SET whatever the service is made of (DESIGN 6). What the values mean is checked by each command.
 */
export const callMessage = z.strictObject({
  id: z.string().max(80),
  type: z.literal("APPLY"),
  path: z.tuple([z.string().max(40)]),
  argumentList: z.array(z.strictObject({ type: z.literal("RAW"), value: json.optional() })).max(4),
});
export type CallMessage = z.infer<typeof callMessage>;
