import { expect, it } from "vitest";
import { countsSchema, countView, type SightingCounts } from "./sighting-counts.ts";

/** More than there is to report. */
const ROOM = 1_000;

const views = (list: readonly [view: string, day: string][], keys: readonly string[] = ["a"]) => {
  let counts: SightingCounts = {};
  return list.map(([view, day]) => {
    const counted = countView(counts, keys, { view, day, room: ROOM });
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
    const counted = countView(counts, [`problem-${number}`, "always"], {
      ...{ view: `view-${number}`, day: "mon", room: ROOM },
    });
    due += counted.due.size;
    counts = counted.counts;
  }
  expect(due).toBe(200);
  expect(Object.keys(counts)).toHaveLength(200);
  expect(counts.always?.count).toBe(999);
  expect(counts.always?.views).toHaveLength(20);
});

it("bounds a day's problems, and no later day's: what was corrected makes room", () => {
  let counts: SightingCounts = {};
  const see = (key: string, view: string, day: string): number => {
    const counted = countView(counts, [key], { view, day, room: ROOM });
    counts = counted.counts;
    expect(Object.keys(counts).length).toBeLessThanOrEqual(200);
    return counted.due.size;
  };
  for (let number = 0; number < 200; number += 1) expect(see(`v1 ${number}`, "a", "2026-11-01")).toBe(1);
  expect(see("v1 200", "a", "2026-11-01")).toBe(0);
  // One is still to be told of, all others were told and not seen since.
  see("v1 0", "b", "2026-11-01");
  for (let number = 0; number < 199; number += 1) expect(see(`v2 ${number}`, "c", "2026-11-02")).toBe(1);
  expect(counts["v1 0"]?.count).toBe(1);
  // Where all are still to be told of, the one told longest ago goes.
  for (let number = 0; number < 199; number += 1) see(`v2 ${number}`, "d", "2026-11-02");
  expect(see("v3 0", "e", "2026-11-03")).toBe(1);
  expect(counts["v1 0"]).toBeUndefined();
  expect(counts["v2 0"]?.count).toBe(1);
});

it("problems of one view are due each by itself", () => {
  expect(views([["v1", "mon"]], ["a", "b", "a"])).toEqual([
    [
      ["a", 1],
      ["b", 1],
    ],
  ]);
});

it("is due once there is room, and counted until then", () => {
  const seen = (before: SightingCounts, view: string, room: number) =>
    countView(before, ["a", "b", "c"], { view, day: "mon", room });
  const none = seen({}, "v1", -1);
  expect([...none.due]).toEqual([]);
  const two = seen(none.counts, "v2", 2);
  expect([...two.due]).toEqual([
    ["a", 2],
    ["b", 2],
  ]);
  const rest = seen(two.counts, "v3", 2);
  expect([...rest.due]).toEqual([["c", 3]]);
  expect(rest.counts).toMatchObject({ a: { count: 1 }, b: { count: 1 }, c: { count: 0 } });
});
