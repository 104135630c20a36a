import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertyRuns } from "../testing/property-runs.ts";
import { HEALTH_CLASSES, isHealthClass, overallClass, type SpecialtyClass } from "./health-class.ts";

const specialties = fc.array(
  fc.record({
    class: fc.option(fc.constantFrom(...HEALTH_CLASSES), { nil: undefined }),
    required: fc.boolean(),
  }),
  { maxLength: 16 },
);
const rank = (one: SpecialtyClass): number => (one.class ? HEALTH_CLASSES.indexOf(one.class) : -1);

describe("overallClass", () => {
  it("is III when one organ is III and the rest are I", () => {
    const healthy: SpecialtyClass = { class: "I", required: true };
    expect(overallClass([healthy, { class: "III", required: true }, healthy])).toBe("III");
  });

  it("is none while a required specialty is missing, and does not wait for one that was declined", () => {
    const one: SpecialtyClass = { class: "II", required: true };
    expect(overallClass([one, { required: true }])).toBeUndefined();
    expect(overallClass([one, { required: false }])).toBe("II");
    expect(overallClass([])).toBeUndefined();
  });

  it("is never better than any specialty, and is one of them", () => {
    fc.assert(
      fc.property(specialties, (list) => {
        const overall = overallClass(list);
        const isComplete = list.every((one) => !one.required || one.class !== undefined);
        if (overall === undefined) {
          expect(!isComplete || list.every((one) => one.class === undefined)).toBe(true);
          return;
        }
        expect(isComplete).toBe(true);
        expect(HEALTH_CLASSES.indexOf(overall)).toBe(Math.max(...list.map(rank)));
      }),
      propertyRuns(300),
    );
  });

  it("knows five classes and no other", () => {
    expect(HEALTH_CLASSES.every(isHealthClass)).toBe(true);
    expect(isHealthClass("A")).toBe(false);
  });
});
