import { expect, it } from "vitest";
import { countsSchema, countView, type SightingCounts } from "./sighting-counts.ts";

const views = (list: readonly [view: string, day: string][], keys: readonly string[] = ["a"]) => {
  let counts: SightingCounts = {};
  return list.map(([view, day]) => {
    const counted = countView(counts, keys, view, day);
    counts = countsSchema.parse(JSON.parse(JSON.stringify(counted.counts)));
    return [...counted.due];
  });
};

it("is due once a day, and what follows is counted into the next day's", () => {
  expect(
    views([
      ["v1", "mon"],
      ["v2", "mon"],
      ["v3", "mon"],
      ["v4", "tue"],
      ["v5", "tue"],
    ]),
  ).toEqual([[["a", 1]], [], [], [["a", 3]], []]);
});

it("counts a page view once, however often it is told", () => {
  expect(
    views([
      ["v1", "mon"],
      ["v1", "mon"],
      ["v1", "tue"],
      ["v2", "tue"],
    ]),
  ).toEqual([[["a", 1]], [], [], [["a", 1]]]);
});

it("keeps a bounded number of problems and views", () => {
  let counts: SightingCounts = {};
  let due = 0;
  for (let number = 0; number < 1000; number += 1) {
    const counted = countView(counts, [`problem-${number}`, "always"], `view-${number}`, "mon");
    due += counted.due.size;
    counts = counted.counts;
  }
  expect(due).toBe(200);
  expect(Object.keys(counts)).toHaveLength(200);
  expect(counts.always?.count).toBe(999);
  expect(counts.always?.views).toHaveLength(20);
});

it("problems of one view are due each by itself", () => {
  expect(views([["v1", "mon"]], ["a", "b", "a"])).toEqual([
    [
      ["a", 1],
      ["b", 1],
    ],
  ]);
});
