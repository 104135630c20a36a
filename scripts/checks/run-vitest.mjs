import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readVitestReport } from "./vitest-report.mjs";

const readIfThere = (path) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
};

/**
 * Runs one vitest project, showing its progress, and counts what it says.
 * @param {string} root the checkout
 * @param {string} project
 * @param {Record<string, string>} env
 * @returns {Promise<import("./outcome.mjs").Outcome>}
 */
export const runVitest = async (root, project, env = {}) => {
  const folder = mkdtempSync(join(tmpdir(), "cadre-care-test-"));
  const report = join(folder, "report.json");
  try {
    const exit = await new Promise((resolve) => {
      const child = spawn(
        process.execPath,
        [
          join(root, "node_modules", "vitest", "vitest.mjs"),
          "run",
          "--project",
          project,
          "--reporter=default",
          "--reporter=json",
          `--outputFile.json=${report}`,
        ],
        { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "inherit", "inherit"] },
      );
      child.on("error", () => resolve(null));
      child.on("close", resolve);
    });
    return readVitestReport(project, readIfThere(report), exit, root);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
