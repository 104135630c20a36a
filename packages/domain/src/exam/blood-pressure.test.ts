import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertyRuns } from "../testing/property-runs.ts";
import { readBloodPressure, writeBloodPressure } from "./blood-pressure.ts";

const read = (text: string) => {
  const result = readBloodPressure(text);
  return result.ok ? [result.value.systolic, result.value.diastolic] : result.problem.code;
};

describe("readBloodPressure", () => {
  it.each([
    ["120/80", [120, 80]],
    [" 120 / 80 mmHg ", [120, 80]],
    ["120-80", [120, 80]],
    ["１２０/８０", [120, 80]],
    ["95/60MMHG", [95, 60]],
    ["", "blood-pressure-unreadable"],
    ["120", "blood-pressure-unreadable"],
    ["12/8", "blood-pressure-unreadable"],
    ["1/2/2026", "blood-pressure-unreadable"],
    ["120/80/60", "blood-pressure-unreadable"],
    ["80/120", "blood-pressure-incredible"],
    ["120/120", "blood-pressure-incredible"],
    ["999/80", "blood-pressure-incredible"],
    ["120/10", "blood-pressure-incredible"],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("reads what it writes, and reads nothing that is not written so", () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 299 }), fc.integer({ min: 1, max: 100 }), (diastolic, more) => {
        const pressure = { systolic: diastolic + more, diastolic };
        const result = readBloodPressure(writeBloodPressure(pressure));
        if (pressure.systolic <= 300) expect(result).toEqual({ ok: true, value: pressure });
        else expect(result.ok).toBe(false);
      }),
      propertyRuns(200),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        const result = readBloodPressure(text);
        if (result.ok) expect(result.value.systolic).toBeGreaterThan(result.value.diastolic);
      }),
      propertyRuns(300),
    );
  });
});
