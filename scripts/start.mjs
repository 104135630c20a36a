import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createProgress } from "./progress.mjs";
import { COMPONENTS, ensureComponents, MissingComponentError } from "./setup/components.mjs";
import { nodeVersionProblem } from "./setup/node-version.mjs";
import { installPackages } from "./setup/packages.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const progress = createProgress();
const args = process.argv.slice(2);
const tour = args.includes("--tour");
const portal = args.includes("--portal");

const display = () =>
  process.platform === "darwin" ||
  process.platform === "win32" ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** The tour needs Chromium. A person needs either browser, and only where there is a screen. */
const setUp = async () => {
  await installPackages(root, progress);
  const wanted = tour || (!portal && display() && !args.includes("--no-browser"));
  if (!wanted || (!tour && COMPONENTS.firefox.find())) return;
  try {
    await ensureComponents(["chromium"], progress);
  } catch (error) {
    if (!(error instanceof MissingComponentError)) throw error;
    progress.line(error.message);
    if (tour) process.exit(1);
  }
};

const versionProblem = nodeVersionProblem(process.version);
if (versionProblem) {
  progress.line(versionProblem);
  process.exit(1);
}
try {
  await setUp();
} catch (error) {
  progress.line(error.message);
  process.exit(1);
}

const mainJob = tour ? "scripts/tour/main.ts" : "scripts/demo/main.ts";
const entry = portal ? "scripts/portals/main.ts" : mainJob;
const child = spawn(process.execPath, ["--import", "tsx", entry, ...args], { cwd: root, stdio: "inherit" });
// Ctrl+C reaches the child too; it stops everything, and only then is this done.
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, () => signal === "SIGTERM" && child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
