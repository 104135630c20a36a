import { sameFaults } from "../read/reading-faults.ts";
import type { ListReading } from "./page-reading.ts";
import { samePlace } from "./sight.ts";

/** Whether two readings say the same; their keys, which live for one reading, do not count. */
export const sameReading = (one: ListReading, other: ListReading): boolean =>
  one.generation === other.generation &&
  one.rows.length === other.rows.length &&
  samePlace(one.place, other.place) &&
  sameFaults(one.faults, other.faults) &&
  one.rows.every((row, at) => {
    const twin = other.rows[at];
    // Statements are remembered by their texts, so that equal ones are usually one object.
    return (
      twin !== undefined &&
      row.top === twin.top &&
      row.height === twin.height &&
      (row.identity === twin.identity || JSON.stringify(row.identity) === JSON.stringify(twin.identity)) &&
      row.urgency.emergency === twin.urgency.emergency
    );
  });
