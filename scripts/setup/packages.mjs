import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "./run-command.mjs";

/**
 * npm writes node_modules/.package-lock.json last, so a broken-off install leaves none.
 * @param {string} root the checkout
 * @returns {boolean} whether `npm ci` must run: never installed, broken off, or the lock file is newer
 */
export const packagesMissing = (root) => {
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return true;
  return statSync(join(root, "package-lock.json")).mtimeMs > statSync(installed).mtimeMs;
};

/** @param {string} root @param {import("../progress.mjs").Progress} progress */
export const installPackages = async (root, progress) => {
  if (!packagesMissing(root)) return;
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  await progress.step("Cài các gói npm · npm ci", (note) =>
    runCommand(npm, ["ci", "--no-audit", "--no-fund"], { cwd: root, note }),
  );
};
