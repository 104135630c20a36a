import { fileURLToPath } from "node:url";
import { componentsFor, parseArguments, UsageError } from "./checks/arguments.mjs";
import { exitCode, failedOutcome, totalLine } from "./checks/outcome.mjs";
import { runVitest } from "./checks/run-vitest.mjs";
import { checkDocs, checkSetupBuild, checkSiteBuild, checkSources } from "./checks/static-checks.mjs";
import { createProgress } from "./progress.mjs";
import { COMPONENTS, ensureComponents, MissingComponentError } from "./setup/components.mjs";
import { nodeVersionProblem } from "./setup/node-version.mjs";
import { installPackages } from "./setup/packages.mjs";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");
const progress = createProgress();
const outcomes = [];

/** Says what failed and why, then the one line that scripts read. */
const finish = () => {
  const reasons = outcomes.flatMap((outcome) =>
    outcome.reasons.map((reason) => `${outcome.name}: ${reason}`),
  );
  progress.line();
  for (const outcome of outcomes)
    progress.line(
      `${outcome.failed === 0 ? "✓" : "✗"} ${outcome.name}: ${outcome.passed} passed, ${outcome.failed} failed`,
    );
  if (reasons.length > 0) progress.line();
  for (const reason of reasons) progress.line(`✗ ${reason}`);
  progress.line();
  progress.line(totalLine(outcomes));
  process.exitCode = exitCode(outcomes);
};

/** The machine's part: what is missing is installed, or said, and then counts as failed. */
const setUp = async (asked) => {
  await installPackages(root, progress);
  try {
    await ensureComponents(componentsFor(asked), progress);
  } catch (error) {
    if (!(error instanceof MissingComponentError)) throw error;
    progress.line(error.message);
    for (const name of error.components)
      outcomes.push(failedOutcome("setup", `${COMPONENTS[name].title} is missing on this machine`));
  }
  const postgres = COMPONENTS.postgres.find();
  return {
    CADRE_BROWSERS: asked.browsers.join(","),
    ...(asked.browsers.length === 1 ? { BROWSER: asked.browsers[0] } : {}),
    ...(postgres ? { POSTGRES_BIN: postgres } : {}),
  };
};

const main = async () => {
  const versionProblem = nodeVersionProblem(process.version);
  if (versionProblem) {
    progress.line(versionProblem);
    outcomes.push(failedOutcome("setup", `Node ${process.version} is too old`));
    return;
  }
  const asked = parseArguments(process.argv.slice(2));
  const env = await setUp(asked);
  if (asked.everything)
    outcomes.push(...(await checkSources(root, progress)), await checkDocs(root, progress));
  for (const part of asked.parts) {
    progress.line(`… ${part}`);
    outcomes.push(await runVitest(root, part, env));
  }
  if (asked.parts.includes("extension"))
    outcomes.push(await checkSiteBuild(root, progress), await checkSetupBuild(root, progress));
};

try {
  await main();
} catch (error) {
  if (error instanceof UsageError) {
    progress.line(error.message);
    outcomes.push(failedOutcome("arguments", error.message.split("\n")[0]));
  } else outcomes.push(failedOutcome("setup", error instanceof Error ? error.message : String(error)));
}
finish();
