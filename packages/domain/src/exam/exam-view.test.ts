import fc from "fast-check";
import { expect, it } from "vitest";
import { examView } from "./exam-view.ts";

const round = { round: "2026-2", dueFrom: "2026-07-01", dueTo: "2026-12-31" };

it.each([
  ["2026-06-30", "not-yet"],
  ["2026-07-01", "due"],
  ["2026-12-31", "due"],
  ["2027-01-01", "overdue"],
  ["2030-01-01", "overdue"],
] as const)("on %s the exam is %s", (today, state) => {
  expect(examView(round, today)).toEqual({ ...round, state });
});

it("is done once it was done, whenever one looks", () => {
  for (const today of ["2026-01-01", "2026-10-01", "2030-01-01"])
    expect(examView({ ...round, completedOn: "2026-09-01" }, today).state).toBe("done");
});

it("goes from not yet to due to overdue and never back, as days pass", () => {
  const days = fc
    .date({ min: new Date("2025-01-01"), max: new Date("2028-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const order = ["not-yet", "due", "overdue"];
  fc.assert(
    fc.property(days, days, (one, other) => {
      const [earlier, later] = [one, other].sort();
      if (earlier === undefined || later === undefined) return;
      const states = [earlier, later].map((day) => order.indexOf(examView(round, day).state));
      expect(states).toEqual([...states].sort());
    }),
  );
});
