import { expect, it } from "vitest";
import { type RowFaults, RowTally } from "./findings.ts";
import { ListVerdict } from "./list-verdict.ts";
import { GRACE_MS } from "./standing-problems.ts";

const SOUND: RowFaults = { names: true, faults: [], shapeless: [], empty: [] };
const faulty = (place: string, fault: RowFaults["faults"][number][1]): RowFaults => ({
  ...SOUND,
  faults: [[place, fault]],
});
const CELLS_OFF = faulty("columns", "cells-off");
const NO_NAME: RowFaults = faulty("fields.name", "name-form-off");
const rows = (count: number, row: RowFaults): readonly RowFaults[] =>
  Array.from({ length: count }, () => row);

/** A list of which readings of these rows were judged, the first two so far apart that what they show has stood. */
const judged = (...readings: readonly (readonly RowFaults[])[]) => {
  const verdict = new ListVerdict();
  for (const [index, reading] of readings.entries()) {
    const tally = new RowTally();
    for (const row of reading) tally.add(row);
    verdict.judge(tally, index * (GRACE_MS + 1));
  }
  return verdict;
};

it.each<[string, boolean, readonly RowFaults[], readonly RowFaults[]]>([
  ["two sound rows", true, rows(20, CELLS_OFF), rows(2, SOUND)],
  ["four sound rows", true, rows(5, CELLS_OFF), rows(4, SOUND)],
  ["five sound rows", false, rows(20, CELLS_OFF), rows(5, SOUND)],
  ["too few of the faulty rows", true, rows(20, CELLS_OFF), rows(2, CELLS_OFF)],
  [
    "rows of which too few have a name",
    true,
    rows(9, NO_NAME),
    [...rows(4, SOUND), ...rows(9, { ...SOUND, empty: ["fields.name"] })],
  ],
  ["five rows with a name", false, rows(9, NO_NAME), rows(5, SOUND)],
  [
    "rows of which too few could be read",
    true,
    rows(9, faulty("fields.name", "element-count-off")),
    [...rows(2, CELLS_OFF), ...rows(4, SOUND)],
  ],
  ["the header back over one row", false, rows(9, faulty("fields.name", "header-missing")), rows(1, SOUND)],
  [
    "the signal back in as few rows as it was lost in",
    false,
    rows(1, faulty("emergency[0]", "element-count-off")),
    rows(1, SOUND),
  ],
  [
    "the signal back in fewer rows",
    true,
    rows(3, faulty("emergency[0]", "element-count-off")),
    rows(2, SOUND),
  ],
])("a list that is off and then shows %s is still off: %s", (_, off, before, after) => {
  expect(judged(before).off).toBe(true);
  const then = judged(before, after);
  expect(then.off).toBe(off);
  expect(then.findings.some((finding) => finding.off)).toBe(off);
});

it("stays off over any number of thin readings, and comes on again at the first that is not", () => {
  const before = [rows(20, CELLS_OFF), rows(2, SOUND), rows(4, SOUND), rows(1, SOUND)];
  expect(judged(...before).off).toBe(true);
  expect(judged(...before, rows(5, SOUND)).off).toBe(false);
});

it("what passes while a list is drawn does not keep a short one off, though it is taken away meanwhile", () => {
  const drawn = new RowTally();
  for (const row of rows(20, CELLS_OFF)) drawn.add(row);
  const short = new RowTally();
  for (const row of rows(2, SOUND)) short.add(row);
  const verdict = new ListVerdict();
  verdict.judge(drawn, 0);
  expect(verdict.off).toBe(true);
  verdict.judge(short, GRACE_MS - 1);
  expect(verdict.off).toBe(false);
  verdict.judge(drawn, 5000);
  verdict.leave(5001);
  verdict.judge(short, 90_000);
  expect(verdict.off).toBe(false);
});

it("what has stood outlasts that the list is taken away", () => {
  const verdict = judged(rows(20, CELLS_OFF), rows(20, CELLS_OFF));
  verdict.leave(1_000_000);
  expect(verdict.findings).toEqual([{ place: "columns", fault: "cells-off", off: true }]);
});
