import { describe, expect, it } from "vitest";
import type { ListState, MarksState } from "./in-page/recorded.ts";
import { markLatencies } from "./timeline.ts";

const WIDTH = 30;
const list = (at: number, rows: readonly [string, number][], lane: number): ListState => ({
  at,
  rows: rows.map(([code, top]) => ({ code, top })),
  strip: { left: 10 - lane * WIDTH, top: 100, from: 10, to: 10 + WIDTH },
});
const marks = (at: number, lane: number, tops: readonly number[]): MarksState => ({
  at,
  marks: tops.map((top) => ({ left: lane * WIDTH, top, kind: "managed" })),
});
const expected = new Map([["a", "managed"]] as const);

describe("from row on screen to mark on screen", () => {
  it("counts from the row's arrival to the mark at its place", () => {
    const lists = [list(0, [], 0), list(20, [["a", 150]], 0)];
    expect(markLatencies(lists, [marks(28, 0, [50])], 10, expected)).toEqual([8]);
  });

  it("does not take a mark in a lane that the page does not show, nor one at another row", () => {
    const lists = [list(0, [], 0), list(20, [["a", 150]], 1)];
    const drawn = [marks(5, 0, [50]), marks(30, 1, [80]), marks(40, 1, [50])];
    expect(markLatencies(lists, drawn, 10, expected)).toEqual([20]);
  });

  it("is nothing for a mark that stood there before, and endless for one that never comes", () => {
    const lists = [list(0, [], 0), list(20, [["a", 150]], 0)];
    expect(markLatencies(lists, [marks(5, 0, [50])], 10, expected)).toEqual([0]);
    expect(markLatencies(lists, [], 10, expected)).toEqual([Number.POSITIVE_INFINITY]);
  });

  it("counts again for a row that went and returned, and not for one that stayed", () => {
    const back = [list(0, [["a", 150]], 0), list(15, [], 0), list(25, [["a", 150]], 1)];
    expect(markLatencies(back, [marks(1, 0, [50]), marks(32, 1, [50])], 10, expected)).toEqual([7]);
    expect(markLatencies([list(0, [["a", 150]], 0)], [], 10, expected)).toEqual([]);
  });
});
