import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createProgress } from "./progress.mjs";
import { ensureComponents, MissingComponentError } from "./setup/components.mjs";
import { nodeVersionProblem } from "./setup/node-version.mjs";
import { installPackages } from "./setup/packages.mjs";

// The fault drill of the vault: extension/e2e/faults. What the machine lacks is installed, or said.
const root = fileURLToPath(new URL("..", import.meta.url));
const progress = createProgress();
const args = process.argv.slice(2);

const wanted = () => {
  const named = args.join(" ");
  if (/--browser[ =]both/.test(named)) return ["chromium", "firefox", "strace"];
  return /--browser[ =]firefox/.test(named) ? ["firefox"] : ["chromium", "strace"];
};

const fail = (text) => {
  progress.line(text);
  process.exit(1);
};

const versionProblem = nodeVersionProblem(process.version);
if (versionProblem) fail(versionProblem);
try {
  await installPackages(root, progress);
  await ensureComponents(wanted(), progress);
} catch (error) {
  if (!(error instanceof MissingComponentError)) throw error;
  fail(error.message);
}
const child = spawn(process.execPath, ["--import", "tsx", "extension/e2e/faults/main.ts", ...args], {
  cwd: root,
  stdio: "inherit",
});
child.on("exit", (code) => process.exit(code ?? 1));
