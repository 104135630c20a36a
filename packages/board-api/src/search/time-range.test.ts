import { Operator } from "@medplum/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeRange } from "./time-range.ts";

const conditionFor = (operator: Operator, value: string) => {
  const bound: unknown[] = [];
  const sql = timeRange({ code: "_lastUpdated", operator, value }, (one) => `$${bound.push(one)}`);
  return { sql, bound: bound.map((one) => (one instanceof Date ? one.toISOString() : one)) };
};

describe("_lastUpdated", () => {
  it.each([
    ["2026", "2026-01-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"],
    ["2026-12", "2026-12-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"],
    ["2026-11-22", "2026-11-22T00:00:00.000Z", "2026-11-23T00:00:00.000Z"],
    ["2026-11-22T07:30+07:00", "2026-11-22T00:30:00.000Z", "2026-11-22T00:31:00.000Z"],
    ["2026-11-22T07:30:05Z", "2026-11-22T07:30:05.000Z", "2026-11-22T07:30:06.000Z"],
    ["2026-11-22T07:30:05.12Z", "2026-11-22T07:30:05.120Z", "2026-11-22T07:30:05.121Z"],
  ])("%s covers [%s, %s)", (value, start, end) => {
    expect(conditionFor(Operator.EQUALS, value).bound).toEqual([start, end]);
    expect(conditionFor(Operator.GREATER_THAN, value).bound).toEqual([end]);
    expect(conditionFor(Operator.LESS_THAN, value).bound).toEqual([start]);
  });

  it("gt of a resource's own lastUpdated never contains it, ge always does", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }), (date) => {
        const text = date.toISOString();
        const [after] = conditionFor(Operator.GREATER_THAN, text).bound;
        const [from] = conditionFor(Operator.GREATER_THAN_OR_EQUALS, text).bound;
        expect(String(after) > text).toBe(true);
        expect(from).toBe(text);
      }),
    );
  });

  it.each(["", "now", "2026-13", "2026-11-32", "2026-11-22T25:00Z", "22/11/2026", "2026-11-22T07:30"])(
    "refuses %j",
    (value) => {
      expect(() => conditionFor(Operator.EQUALS, value)).toThrow();
    },
  );
});
