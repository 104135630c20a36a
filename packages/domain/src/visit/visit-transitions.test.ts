import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Result } from "../result/result.ts";
import { samplePolicy } from "../testing/sample-policy.ts";
import type { Visit } from "./visit.ts";
import { openVisit, recordStep, undoCheckIn, visitKey } from "./visit-transitions.ts";

const opening = {
  id: "0199-a",
  personId: "person-1",
  site: "site-a",
  day: "2026-11-22",
  process: "process-a",
  at: "2026-11-22T07:30:00+07:00",
  by: "Lễ tân A",
};
const must = (result: Result<Visit>): Visit => {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};
const codeOf = (result: Result<Visit>) => (result.ok ? "ok" : result.problem.code);
const visit = must(openVisit(opening));
const tap = { at: "2026-11-22T08:00:00+07:00", by: "Lễ tân B" };
const record = (from: Visit, ...steps: string[]) =>
  steps.reduce(
    (so, step) =>
      must(recordStep(so, step, samplePolicy, step === "escorted" ? { ...tap, room: "room-1" } : tap)),
    from,
  );

describe("openVisit", () => {
  it("is an arrival with nothing else recorded", () => {
    expect(visit).toMatchObject({
      id: "0199-a",
      status: "arrived",
      steps: [],
      checkedInAt: opening.at,
      checkedInBy: "Lễ tân A",
    });
    expect(visitKey(visit.personId, visit.site, visit.day)).toBe("person-1.site-a.2026-11-22");
  });
  it("refuses a time that is none", () => {
    expect(codeOf(openVisit({ ...opening, at: "later" }))).toBe("time-unreadable");
  });
});

describe("recordStep", () => {
  it("goes through the process: status follows the effect of each step", () => {
    const path = ["escorted", "examined", "work-finished", "results", "closed"];
    const statuses = path.map((_, index) => record(visit, ...path.slice(0, index + 1)));
    expect(statuses.map(({ status }) => status)).toEqual([
      "arrived",
      "in-progress",
      "in-progress",
      "in-progress",
      "finished",
    ]);
    expect(statuses.at(-1)?.steps.map(({ step }) => step)).toEqual(path);
  });

  it("keeps who, when and where, and leaves the visit that it was given alone", () => {
    const before = structuredClone(visit);
    const after = must(recordStep(visit, "escorted", samplePolicy, { ...tap, room: "room-2" }));
    expect(after.steps).toEqual([{ step: "escorted", ...tap, room: "room-2" }]);
    expect(visit).toEqual(before);
    expect(record(visit, "examined").steps).toEqual([{ step: "examined", ...tap }]);
  });

  it("lets a step be skipped, as none is compulsory", () => {
    expect(record(visit, "closed").status).toBe("finished");
  });

  it("repeats what may repeat, and nothing else", () => {
    expect(record(visit, "escorted", "escorted").steps).toHaveLength(2);
    expect(codeOf(recordStep(record(visit, "examined"), "examined", samplePolicy, tap))).toBe(
      "step-already-done",
    );
    expect(codeOf(recordStep(visit, "received", samplePolicy, tap))).toBe("step-already-done");
  });

  it.each([
    ["a step of no policy", "gone", tap, "step-not-in-process"],
    ["a step of another process", "elsewhere", tap, "step-not-in-process"],
    ["an escort without a room", "escorted", tap, "room-needed"],
    ["a room that the step does not offer", "escorted", { ...tap, room: "room-9" }, "room-not-offered"],
    ["a room for a step that asks for none", "examined", { ...tap, room: "room-1" }, "room-not-offered"],
    ["a time that is none", "examined", { ...tap, at: "" }, "time-unreadable"],
  ])("refuses %s", (_, step, how, code) => {
    expect(codeOf(recordStep(visit, step, samplePolicy, how))).toBe(code);
  });

  it("refuses anything once the visit is over, and when its process is gone from policy", () => {
    for (const status of ["finished", "cancelled"] as const)
      expect(codeOf(recordStep({ ...visit, status }, "examined", samplePolicy, tap))).toBe("visit-ended");
    expect(codeOf(recordStep({ ...visit, process: "gone" }, "examined", samplePolicy, tap))).toBe(
      "unknown-process",
    );
  });

  it("never takes a step away nor reopens a visit, whatever is tapped", () => {
    const order = ["arrived", "in-progress", "finished"];
    const taps = fc.array(
      fc.tuple(
        fc.constantFrom("received", "escorted", "examined", "work-finished", "results", "closed", "gone"),
        fc.option(fc.constantFrom("room-1", "room-9"), { nil: undefined }),
      ),
    );
    fc.assert(
      fc.property(taps, (all) => {
        let now = visit;
        for (const [step, room] of all) {
          const next = recordStep(now, step, samplePolicy, {
            ...tap,
            ...(room === undefined ? {} : { room }),
          });
          if (!next.ok) continue;
          expect(next.value.steps.slice(0, -1)).toEqual(now.steps);
          expect(order.indexOf(next.value.status)).toBeGreaterThanOrEqual(order.indexOf(now.status));
          now = next.value;
        }
      }),
    );
  });
});

describe("undoCheckIn", () => {
  it("cancels an arrival, once or twice", () => {
    const undone = must(undoCheckIn(visit));
    expect(undone).toEqual({ ...visit, status: "cancelled" });
    expect(must(undoCheckIn(undone))).toEqual(undone);
  });
  it("is refused once anything followed", () => {
    for (const steps of [["escorted"], ["examined"], ["closed"]])
      expect(codeOf(undoCheckIn(record(visit, ...steps)))).toBe("visit-has-steps");
    expect(codeOf(undoCheckIn({ ...visit, status: "in-progress" }))).toBe("visit-has-steps");
  });
});
