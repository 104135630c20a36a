import type { OutboxEntryState, OutboxView } from "@cadre-care/domain";
import { expect, it } from "vitest";
import { deliveryOf } from "./delivery-of.ts";

const submitted = { entry: "e-1", delivery: "saved" } as const;
const outbox = (changes: Partial<OutboxView>): OutboxView => ({
  waiting: 1,
  parked: 0,
  draining: false,
  entries: [],
  ...changes,
});
const entry = (state: OutboxEntryState) => ({
  id: "e-1",
  kind: "response" as const,
  acceptedAt: "2026-11-22T09:30:00+07:00",
  state,
  attempts: 0,
  actions: [],
});

it.each([
  ["waiting", "saved"],
  ["retry", "saved"],
  ["paused", "saved"],
  ["sending", "sending"],
  ["parked", "parked"],
  ["quarantined", "parked"],
] as const)("an entry that is %s is shown as %s", (state, delivery) => {
  expect(deliveryOf(submitted, outbox({ entries: [entry(state)] }))).toBe(delivery);
});

it("is delivered when there is a receipt, and never because an entry is merely not there", () => {
  const receipt = {
    id: "e-1",
    kind: "response" as const,
    deliveredAt: "2026-11-22T09:31:00+07:00",
    reference: "QuestionnaireResponse/1",
  };
  expect(deliveryOf(submitted, outbox({ receipts: [receipt] }))).toBe("delivered");
  expect(deliveryOf(submitted, outbox({}))).toBe("saved");
  expect(deliveryOf(submitted, undefined)).toBe("saved");
});
