import type { Sealed } from "./schema.ts";

/** Whether two sealed rows are one; undefined stands for a row that is not there. */
export const sameBytes = (one: Sealed | undefined, other: Sealed | undefined): boolean =>
  one === other ||
  (one !== undefined && one.length === other?.length && one.every((byte, index) => byte === other[index]));
