import type { RowStatement } from "../read/read-rows.ts";
import { pixels } from "./gutter.ts";
import type { RowReading } from "./page-reading.ts";

let lastKey = 0;

/** Rows as they are told of, from top to bottom, each with a key that no other reading has. */
export const rowReadings = (
  now: readonly (RowStatement & { readonly top: number; readonly bottom: number })[],
): RowReading[] =>
  now
    .map(({ identity, urgency, top, bottom }) => {
      lastKey += 1;
      return { key: `row-${lastKey}`, identity, urgency, top, height: pixels(bottom - top) };
    })
    .sort((one, other) => one.top - other.top);
