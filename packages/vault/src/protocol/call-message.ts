import { z } from "zod";

const plain: z.ZodType = z.lazy(() =>
  z.union([
    z.string().max(20_000),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(plain).max(100),
    z.record(z.string().max(200), plain),
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
  argumentList: z.array(z.strictObject({ type: z.literal("RAW"), value: plain.optional() })).max(4),
});
export type CallMessage = z.infer<typeof callMessage>;
