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

const PROFILES = ["examples/his-jqgrid/site-profile.json", "examples/his-react/site-profile.json"];

/** The public half of a fresh ES256 key: a build is packed with its board's. */
const someBoardKey = () => {
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { ...publicKey.export({ format: "jwk" }), kid: "check", alg: "ES256", use: "sig" };
};

/**
 * The Firefox site build of the demo HISs, as `npm run pack` makes it, under `web-ext lint`; its warnings are errors, but for two of libraries.
 * @param {string} root @param {import("../progress.mjs").Progress} progress
 */
export const checkSiteBuild = async (root, progress) => {
  const out = mkdtempSync(join(tmpdir(), "cadre-care-site-"));
  try {
    return await attempt(progress, "site build (web-ext lint)", async (note) => {
      const keys = join(out, "board-keys.json");
      writeFileSync(keys, JSON.stringify({ keys: [someBoardKey()] }));
      const profiles = PROFILES.filter((file) => existsSync(join(root, file)));
      await runCommand(
        process.execPath,
        [
          "--import",
          "tsx",
          "extension/build/pack.ts",
          ...profiles.flatMap((file) => ["--profile", file]),
          "--board",
          "http://localhost:8087",
          "--board-keys",
          keys,
          "--out",
          out,
        ],
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
    });
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
};
