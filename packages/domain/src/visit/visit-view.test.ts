import { describe, expect, it } from "vitest";
import { samplePolicy } from "../testing/sample-policy.ts";
import type { Visit, VisitStepRecord } from "./visit.ts";
import { visitView } from "./visit-view.ts";

const at = (clock: string) => `2026-11-22T${clock}:00+07:00`;
const now = at("12:00");
const visit = (steps: readonly VisitStepRecord[] = [], changes: Partial<Visit> = {}): Visit => ({
  id: "id-1",
  personId: "person-1",
  site: "site-a",
  day: "2026-11-22",
  status: "arrived",
  process: "process-a",
  checkedInAt: at("07:30"),
  checkedInBy: "A",
  steps,
  ...changes,
});
const done = (step: string, clock: string, room?: string): VisitStepRecord => ({
  step,
  at: at(clock),
  by: "B",
  ...(room === undefined ? {} : { room }),
});
const view = (of: Visit, policy = samplePolicy) => visitView(of, policy, "saved", now);
const states = (of: Visit) => view(of).steps.map(({ step, state }) => `${step} ${state}`);

describe("steps of a visit", () => {
  it("begin with the arrival done, and the first step next", () => {
    expect(states(visit())).toEqual([
      "received done",
      "escorted next",
      "examined later",
      "work-finished later",
      "results later",
      "closed later",
    ]);
    expect(view(visit()).steps[0]).toMatchObject({ at: at("07:30"), by: "A" });
  });

  it("go on after the furthest one; a skipped one can still be tapped", () => {
    const skipped = visit([done("examined", "08:00")], { status: "in-progress" });
    expect(states(skipped).slice(0, 4)).toEqual([
      "received done",
      "escorted later",
      "examined done",
      "work-finished next",
    ]);
  });

  it("have none next when all is done or over", () => {
    for (const status of ["finished", "cancelled"] as const)
      expect(view(visit([], { status })).steps.some(({ state }) => state === "next")).toBe(false);
    expect(states(visit([done("closed", "09:00")])).some((state) => state.endsWith("next"))).toBe(false);
  });

  it("show time, person and room in words, and the rooms to choose from", () => {
    const step = view(visit([done("escorted", "08:00", "room-2")])).steps[1];
    expect(step).toMatchObject({ at: at("08:00"), by: "B", room: { vi: "Phòng 2" }, repeatable: true });
    expect(step?.rooms.map(({ id }) => id)).toEqual(["room-1", "room-2"]);
  });

  it("show the first of two desks' taps, and the last of a step that repeats", () => {
    const twice = view(
      visit([
        done("examined", "09:00"),
        done("examined", "08:30"),
        done("escorted", "08:20", "room-2"),
        done("escorted", "08:10", "room-1"),
      ]),
    );
    expect(twice.steps.find(({ step }) => step === "examined")?.at).toBe(at("08:30"));
    expect(twice.steps.find(({ step }) => step === "escorted")?.at).toBe(at("08:20"));
    expect(twice.visit.steps).toHaveLength(4);
  });

  it("show what was recorded though policy no longer knows step, room or process", () => {
    const old = view(visit([done("gone", "08:00", "room-gone")], { process: "process-gone" }));
    expect(old.steps).toEqual([
      {
        step: "gone",
        label: { vi: "gone", en: "gone" },
        state: "done",
        at: at("08:00"),
        by: "B",
        room: { vi: "room-gone", en: "room-gone" },
        rooms: [],
        repeatable: false,
      },
    ]);
  });
});

describe("undoable", () => {
  it("is a check-in of today with nothing after it", () => {
    expect(view(visit()).undoable).toBe(true);
    expect(view(visit([done("escorted", "08:00", "room-1")])).undoable).toBe(false);
    expect(view(visit([], { status: "in-progress" })).undoable).toBe(false);
    expect(view(visit([], { status: "cancelled" })).undoable).toBe(false);
  });
  it("ends after a day, to the second", () => {
    expect(visitView(visit(), samplePolicy, "saved", "2026-11-23T07:29:59+07:00").undoable).toBe(true);
    expect(visitView(visit(), samplePolicy, "saved", "2026-11-23T07:30:00+07:00").undoable).toBe(false);
  });
});

describe("the result clock", () => {
  const clock = (of: Visit, policy = samplePolicy) => view(of, policy).resultsDue;

  it("starts at the step that says so, not before", () => {
    expect(clock(visit([done("examined", "08:00")]))).toBeUndefined();
    expect(clock(visit([done("examined", "08:00"), done("work-finished", "10:00")]))).toEqual({
      startedAt: at("10:00"),
      dueAt: "2026-11-23T03:00:00.000Z",
    });
  });

  it("starts at the examination where the process has no such step", () => {
    expect(clock(visit([done("examined", "08:00")], { process: "process-b" }))?.startedAt).toBe(at("08:00"));
    expect(clock(visit([], { process: "process-b" }))).toBeUndefined();
  });

  it("starts at the first of two taps, and stops at the first return", () => {
    const twice = visit([
      done("work-finished", "11:00"),
      done("work-finished", "10:00"),
      done("results", "15:00"),
      done("results", "14:00"),
    ]);
    expect(clock(twice)).toEqual({
      startedAt: at("10:00"),
      dueAt: "2026-11-23T03:00:00.000Z",
      returnedAt: at("14:00"),
    });
  });

  it("is as long as policy says, or is not there", () => {
    const running = visit([done("work-finished", "10:00")]);
    expect(clock(running, { ...samplePolicy, resultHours: 48 })?.dueAt).toBe("2026-11-24T03:00:00.000Z");
    expect(clock(running, { ...samplePolicy, resultHours: null })).toBeUndefined();
  });
});

it("passes the delivery on", () => {
  for (const delivery of ["saved", "sending", "delivered", "parked"] as const)
    expect(visitView(visit(), samplePolicy, delivery, now).delivery).toBe(delivery);
});
