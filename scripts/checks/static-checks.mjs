import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../setup/run-command.mjs";
import { failedOutcome, passedOutcome } from "./outcome.mjs";
import { readWebExtReport } from "./web-ext-report.mjs";

const attempt = async (progress, name, work) => {
  try {
    await progress.step(name, work);
    return passedOutcome(name);
  } catch (error) {
    progress.line(error.message);
    return failedOutcome(name, error.message.split("\n")[0]);
  }
};

const binary = (root, name) => join(root, "node_modules", ".bin", name);

/**
 * Types, and lint and format with warnings as errors.
 * @param {string} root @param {import("../progress.mjs").Progress} progress
 */
export const checkSources = async (root, progress) => [
  await attempt(progress, "types (tsc)", (note) =>
    runCommand(binary(root, "tsc"), ["-p", "tsconfig.json"], { cwd: root, note }),
  ),
  await attempt(progress, "lint and format (biome)", (note) =>
    runCommand(binary(root, "biome"), ["check", "--error-on-warnings", "."], { cwd: root, note }),
  ),
];

/**
 * The guides, and the site that is built from them: `npm run docs`.
 * @param {string} root @param {import("../progress.mjs").Progress} progress
 */
export const checkDocs = (root, progress) =>
  inFolder((out) =>
    attempt(progress, "docs (links, samples, site)", (note) =>
      runCommand(process.execPath, ["--import", "tsx", "scripts/docs/main.ts", "--out", join(out, "docs")], {
        cwd: root,
        note,
      }),
    ),
  );

const PROFILES = ["examples/his-jqgrid/site-profile.json", "examples/his-react/site-profile.json"];

/** The public half of a fresh ES256 key: a build is packed with its board's. */
const someBoardKey = () => {
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { ...publicKey.export({ format: "jwk" }), kid: "check", alg: "ES256", use: "sig" };
};

/** Packs one build and looks at its Firefox half under `web-ext lint`; warnings are errors, but for those of libraries. */
const lintBuild = async (root, out, options, note) => {
  await runCommand(
    process.execPath,
    ["--import", "tsx", "extension/build/pack.ts", ...options, "--out", out],
    { cwd: root, note },
  );
  const source = join(out, "firefox");
  const report = await runCommand(
    binary(root, "web-ext"),
    ["lint", "--source-dir", source, "--no-config-discovery", "--output=json"],
    { cwd: root, note, mayFail: true },
  );
  const against = readWebExtReport(report, (file) => readFileSync(join(source, file), "utf8"));
  if (against.length > 0) throw new Error(against.join("\n"));
};

const inFolder = async (work) => {
  const out = mkdtempSync(join(tmpdir(), "cadre-care-site-"));
  try {
    return await work(out);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
};

/**
 * The Firefox site build of the demo HISs, as `npm run pack` makes it, under `web-ext lint`.
 * @param {string} root @param {import("../progress.mjs").Progress} progress
 */
export const checkSiteBuild = (root, progress) =>
  inFolder((out) =>
    attempt(progress, "site build (web-ext lint)", (note) => {
      const keys = join(out, "board-keys.json");
      writeFileSync(keys, JSON.stringify({ keys: [someBoardKey()] }));
      const profiles = PROFILES.filter((file) => existsSync(join(root, file)));
      const named = profiles.flatMap((file) => ["--profile", file]);
      return lintBuild(root, out, [...named, "--board", "http://localhost:8087", "--board-keys", keys], note);
    }),
  );

/**
 * The same of the setup build.
 * @param {string} root @param {import("../progress.mjs").Progress} progress
 */
export const checkSetupBuild = (root, progress) =>
  inFolder((out) =>
    attempt(progress, "setup build (web-ext lint)", (note) => lintBuild(root, out, ["--setup"], note)),
  );
