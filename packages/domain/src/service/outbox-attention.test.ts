import { describe, expect, it } from "vitest";
import { needsPerson, RESULTS_HURRY, resultsClock } from "./outbox-attention.ts";
import type { OutboxEntryView } from "./outbox-view.ts";

const NOW = Date.parse("2026-11-22T02:30:00Z");
const entry = (change: Partial<OutboxEntryView> = {}): OutboxEntryView => ({
  id: "1",
  kind: "response",
  acceptedAt: "2026-11-22T02:00:00Z",
  state: "waiting",
  attempts: 0,
  actions: [],
  ...change,
});

describe("needsPerson", () => {
  it.each([
    ["waiting", entry(), false],
    ["parked", entry({ state: "parked" }), true],
    ["quarantined", entry({ state: "quarantined" }), true],
    ["parked, another user's", entry({ state: "parked", byAnother: true }), false],
    ["another user's that may be acted on", entry({ byAnother: true, actions: ["hand-over"] }), true],
  ])("%s", (_name, given, expected) => expect(needsPerson(given)).toBe(expected));
});

describe("resultsClock", () => {
  it.each([
    [-1, "late"],
    [0, "soon"],
    [RESULTS_HURRY - 1, "soon"],
    [RESULTS_HURRY, "in-time"],
  ] as const)("%i ms before the end: %s", (left, expected) =>
    expect(resultsClock(entry({ dueAt: new Date(NOW + left).toISOString() }), NOW)).toBe(expected),
  );

  it("is none without a time", () => expect(resultsClock(entry(), NOW)).toBeUndefined());
});
