import { describe, expect, it } from "vitest";
import { readVitestReport } from "./vitest-report.mjs";

const passing = { status: "passed", title: "marks the row", ancestorTitles: ["marks"] };
const report = (files: unknown[], success = true) => JSON.stringify({ success, testResults: files });
const file = (tests: unknown[], status = "passed", message = "") => ({
  name: "/checkout/packages/his/a.test.ts",
  status,
  message,
  assertionResults: tests,
});

describe("readVitestReport", () => {
  it("counts what passed", () => {
    expect(readVitestReport("unit", report([file([passing, passing])]), 0)).toEqual({
      name: "unit",
      passed: 2,
      failed: 0,
      reasons: [],
    });
  });

  it("counts a failing test and says where and why, without the checkout's path", () => {
    const failing = { ...passing, status: "failed", failureMessages: ["expected 1\nat somewhere"] };
    const outcome = readVitestReport(
      "unit",
      report([file([passing, failing], "failed")], false),
      1,
      "/checkout",
    );
    expect(outcome).toMatchObject({ passed: 1, failed: 1 });
    expect(outcome.reasons).toEqual(["packages/his/a.test.ts > marks > marks the row: expected 1"]);
  });

  it.each(["skipped", "pending", "todo", "disabled"])("counts a %s test as failed", (status) => {
    const outcome = readVitestReport("board", report([file([passing, { ...passing, status }])]), 0);
    expect(outcome).toMatchObject({ passed: 1, failed: 1 });
    expect(outcome.reasons[0]).toContain(`not run (${status})`);
  });

  it("counts a file that broke before its tests were known", () => {
    const outcome = readVitestReport("unit", report([file([], "failed", "Cannot find module")], false), 1);
    expect(outcome).toMatchObject({ passed: 0, failed: 1 });
    expect(outcome.reasons[0]).toContain("Cannot find module");
  });

  it("counts a file that fails after its tests passed (a broken afterAll)", () => {
    const outcome = readVitestReport("unit", report([file([passing], "failed", "hook broke")], false), 1);
    expect(outcome).toMatchObject({ passed: 1, failed: 1 });
  });

  it("counts a file without tests, and a project without files", () => {
    expect(readVitestReport("unit", report([file([])]), 0).failed).toBe(1);
    expect(readVitestReport("unit", report([]), 0).failed).toBe(1);
  });

  it("counts an error outside any test, which only the exit code tells", () => {
    expect(readVitestReport("unit", report([file([passing])]), 1)).toMatchObject({ passed: 1, failed: 1 });
    expect(readVitestReport("unit", report([file([passing])], false), 0).failed).toBe(1);
  });

  it.each([[undefined], [""], ["{"], ["[]"], ["null"]])("counts a crash that left %j as failed", (text) => {
    expect(readVitestReport("extension", text, null)).toMatchObject({ passed: 0, failed: 1 });
  });
});
