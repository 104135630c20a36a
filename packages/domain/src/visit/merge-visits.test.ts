import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeVisits } from "./merge-visits.ts";
import type { Visit, VisitStatus, VisitStepRecord } from "./visit.ts";

const instants = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.boolean())
  .map(([minute, local]) =>
    local ? `2026-11-22T07:0${minute}:00+07:00` : `2026-11-22T00:0${minute}:00.000Z`,
  );
const records: fc.Arbitrary<VisitStepRecord> = fc.record(
  {
    step: fc.constantFrom("escorted", "examined", "results"),
    at: instants,
    by: fc.constantFrom("A", "B"),
    room: fc.constantFrom("room-1", "room-2"),
  },
  { requiredKeys: ["step", "at", "by"] },
);
const statusOf = (steps: readonly VisitStepRecord[], closed: boolean, undone: boolean): VisitStatus => {
  if (closed) return "finished";
  if (steps.some(({ step }) => step !== "escorted")) return "in-progress";
  return undone && steps.length === 0 ? "cancelled" : "arrived";
};
const visits = (undoable: boolean): fc.Arbitrary<Visit> =>
  fc
    .record({
      id: fc.constantFrom("id-1", "id-2", "id-3"),
      at: instants,
      by: fc.constantFrom("A", "B"),
      process: fc.constantFrom("process-a", "process-b"),
      steps: fc.array(records, { maxLength: 4 }),
      closed: fc.boolean(),
      undone: fc.boolean(),
    })
    .map(({ id, at, by, process, steps, closed, undone }) => ({
      id,
      personId: "person-1",
      site: "site-a",
      day: "2026-11-22",
      status: statusOf(steps, closed, undone && undoable),
      process,
      checkedInAt: at,
      checkedInBy: by,
      steps,
    }));

const merge = (one: Visit, other: Visit): Visit => {
  const merged = mergeVisits(one, other);
  if (!merged.ok) throw new Error(merged.problem.code);
  return merged.value;
};
const taps = (visit: Visit) =>
  new Set(visit.steps.map(({ step, at, by, room }) => [step, Date.parse(at), by, room].join()));

describe("mergeVisits", () => {
  it("is the same whichever desk merges", () => {
    fc.assert(
      fc.property(visits(true), visits(true), (one, other) => {
        expect(merge(one, other)).toEqual(merge(other, one));
      }),
      { numRuns: 1000 },
    );
  });

  it("changes nothing when merged again, with itself or with either side", () => {
    fc.assert(
      fc.property(visits(true), visits(true), (one, other) => {
        const both = merge(one, other);
        expect(merge(both, both)).toEqual(both);
        expect(taps(merge(both, one))).toEqual(taps(both));
        expect(merge(merge(one, one), one)).toEqual(merge(one, one));
      }),
      { numRuns: 1000 },
    );
  });

  it("does not depend on which of three desks meet first", () => {
    fc.assert(
      fc.property(visits(false), visits(false), visits(false), (one, two, three) => {
        expect(merge(merge(one, two), three)).toEqual(merge(one, merge(two, three)));
      }),
      { numRuns: 1000 },
    );
  });

  it("loses no tap and invents none", () => {
    fc.assert(
      fc.property(visits(true), visits(true), (one, other) => {
        const both = merge(one, other);
        expect(taps(both)).toEqual(new Set([...taps(one), ...taps(other)]));
        expect(both.steps).toHaveLength(taps(both).size);
      }),
      { numRuns: 1000 },
    );
  });

  it("is never further back than either, unless a check-in was undone", () => {
    const order: readonly VisitStatus[] = ["arrived", "in-progress", "finished"];
    fc.assert(
      fc.property(visits(false), visits(false), (one, other) => {
        const both = order.indexOf(merge(one, other).status);
        expect(both).toBe(Math.max(order.indexOf(one.status), order.indexOf(other.status)));
      }),
    );
  });
});

const base: Visit = {
  id: "id-1",
  personId: "person-1",
  site: "site-a",
  day: "2026-11-22",
  status: "arrived",
  process: "process-a",
  checkedInAt: "2026-11-22T07:30:00+07:00",
  checkedInBy: "A",
  steps: [],
};
const later: Visit = { ...base, id: "id-0", checkedInAt: "2026-11-22T00:45:00Z", checkedInBy: "B" };
const cancelled: Visit = { ...base, status: "cancelled" };
const escorted: Visit = {
  ...base,
  steps: [{ step: "escorted", at: "2026-11-22T08:00:00+07:00", by: "B", room: "room-1" }],
};

describe("two desks", () => {
  it("meet in the earlier check-in, by instant and not by text", () => {
    expect(merge(later, base)).toMatchObject({ id: "id-1", checkedInBy: "A" });
  });
  it("have one record of a tap that came back from the board in another offset", () => {
    const step = { step: "examined", by: "A" };
    const here = { ...base, steps: [{ ...step, at: "2026-11-22T09:00:00+07:00" }] };
    const there = { ...base, steps: [{ ...step, at: "2026-11-22T02:00:00Z" }] };
    expect(merge(here, there).steps).toHaveLength(1);
  });
  it("take an undo of the same check-in over", () => {
    expect(merge(base, cancelled).status).toBe("cancelled");
  });
  it("keep the other desk's check-in when one is undone", () => {
    expect(merge(cancelled, later)).toEqual(later);
  });
  it("keep a visit that went on when the check-in was undone elsewhere", () => {
    expect(merge(cancelled, escorted)).toEqual(escorted);
    expect(merge(cancelled, { ...base, status: "in-progress" }).status).toBe("in-progress");
  });
  it.each([
    ["person", { personId: "person-2" }],
    ["site", { site: "site-b" }],
    ["day", { day: "2026-11-23" }],
  ])("do not merge visits of another %s", (_, change) => {
    expect(mergeVisits(base, { ...base, ...change })).toMatchObject({
      ok: false,
      problem: { code: "visits-differ" },
    });
  });
});
