import { isDeepStrictEqual } from "node:util";
import { z } from "zod";

const reference = z.object({ reference: z.string() });

/** Whether two value[x] that are no codes say the same: references by where they lead, all else by what is written. */
export const isSameValue = (one: unknown, other: unknown): boolean => {
  const [first, second] = [reference.safeParse(one).data, reference.safeParse(other).data];
  return first && second ? first.reference === second.reference : isDeepStrictEqual(one, other);
};
