import { describe, expect, it } from "vitest";
import { exitCode, failedOutcome, passedOutcome, totalLine } from "./outcome.mjs";

const outcome = (passed: number, failed: number) => ({ name: "unit", passed, failed, reasons: [] });

describe("the last line of npm test", () => {
  it("sums over everything", () => {
    expect(
      totalLine([outcome(3, 0), outcome(4, 2), passedOutcome("types"), failedOutcome("lint", "why")]),
    ).toBe("8 passed, 3 failed");
  });

  it("is of this form also when nothing ran, and that is a failure", () => {
    expect(totalLine([])).toBe("0 passed, 0 failed");
    expect(exitCode([])).toBe(1);
    expect(exitCode([outcome(0, 0)])).toBe(1);
  });

  it("goes with exit 0 only when something passed and nothing failed", () => {
    expect(exitCode([outcome(1, 0)])).toBe(0);
    expect(exitCode([outcome(100, 1)])).toBe(1);
  });
});
