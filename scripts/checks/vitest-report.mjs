import { failedOutcome } from "./outcome.mjs";

const firstLine = (text) =>
  String(text ?? "")
    .split("\n")[0]
    .slice(0, 300);

/** vitest names files absolutely; nobody needs to see where the checkout lies. */
const shortFile = (path, root) =>
  root && path?.startsWith(root) ? path.slice(root.length).replace(/^\//, "") : path;

/**
 * Counts a vitest JSON report. Skipped and promised tests, files that broke before their tests were known, and errors
 * outside any test are failures.
 * @param {string} name of the vitest project
 * @param {string | undefined} text the JSON report; undefined when vitest left none
 * @param {number | null} exit vitest's exit code
 * @param {string} [root] the checkout, left out of reasons
 * @returns {import("./outcome.mjs").Outcome}
 */
export const readVitestReport = (name, text, exit, root) => {
  if (text === undefined) return failedOutcome(name, `vitest left no report (exit ${exit})`);
  let report;
  try {
    report = JSON.parse(text);
  } catch {
    return failedOutcome(name, `vitest left a broken report (exit ${exit})`);
  }
  if (!Array.isArray(report?.testResults))
    return failedOutcome(name, "vitest left an unknown kind of report");

  let passed = 0;
  const reasons = [];
  for (const file of report.testResults) {
    const tests = file.assertionResults ?? [];
    const where = shortFile(file.name, root);
    for (const test of tests) {
      const title = `${where} > ${[...(test.ancestorTitles ?? []), test.title].join(" > ")}`;
      if (test.status === "passed") passed += 1;
      else if (test.status === "failed") reasons.push(`${title}: ${firstLine(test.failureMessages?.[0])}`);
      else reasons.push(`${title}: not run (${test.status})`);
    }
    if (file.status !== "passed" && !tests.some((test) => test.status === "failed"))
      reasons.push(`${where}: ${firstLine(file.message) || "did not run"}`);
    else if (tests.length === 0) reasons.push(`${where}: no tests`);
  }
  if (report.testResults.length === 0) reasons.push("no test files");
  if (reasons.length === 0 && (exit !== 0 || report.success !== true))
    reasons.push(`vitest failed outside any test (exit ${exit})`);
  return { name, passed, failed: reasons.length, reasons };
};
