import type { RowSaid } from "../read/read-rows.ts";
import type { GutterPlace } from "./page-reading.ts";

/** A stretch of the list's content, in CSS pixels from its content edge. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** Everything that a reading of a list is made from: where its rows stand, and what each says. */
export interface Sight {
  readonly area: Stretch;
  readonly place: GutterPlace | undefined;
  readonly rows: readonly (Stretch & { readonly row: Element; readonly said: RowSaid })[];
}

const sameStretch = (one: Stretch, other: Stretch): boolean =>
  one.top === other.top && one.bottom === other.bottom;

export const samePlace = (one: GutterPlace, other: GutterPlace): boolean =>
  one.container === other.container &&
  one.left === other.left &&
  one.top === other.top &&
  one.width === other.width &&
  one.height === other.height;

/** Whether a reading of the other would say what a reading of the one said. Equal statements are one object. */
export const sameSight = (one: Sight, other: Sight): boolean =>
  sameStretch(one.area, other.area) &&
  one.place !== undefined &&
  other.place !== undefined &&
  samePlace(one.place, other.place) &&
  one.rows.length === other.rows.length &&
  one.rows.every((row, at) => {
    const twin = other.rows[at];
    return (
      twin !== undefined &&
      row.row === twin.row &&
      row.said.statement === twin.said.statement &&
      row.said.own?.[1] === twin.said.own?.[1] &&
      sameStretch(row, twin)
    );
  });
