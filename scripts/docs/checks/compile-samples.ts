import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { DocsProblem } from "../guide/problem.ts";
import type { SourceOfSample } from "./samples.ts";

const OPTIONS = { allowJs: true, checkJs: true, noUnusedLocals: false, noUnusedParameters: false };
/** What may be null, or has no type, says nothing against a sample in plain script. */
const NOT_OF_SCRIPTS = /^TS(?:2531|2532|18047|18048|18049|7005|7006|7031|7034|7053):/;
const REPORT = /^(.+?)\((\d+),\d+\): error (TS\d+: .*)$/;

/** Runs the compiler over all samples at once, as strictly as over the packages. */
const compile = (root: string, folder: string, files: readonly string[]): string => {
  const config = join(folder, "tsconfig.json");
  const base = relative(folder, join(root, "tsconfig.json"));
  writeFileSync(
    config,
    JSON.stringify({ extends: base, compilerOptions: OPTIONS, include: [], exclude: [], files }),
  );
  const { stdout, stderr, error } = spawnSync(
    join(root, "node_modules", ".bin", "tsc"),
    ["-p", config, "--pretty", "false"],
    { cwd: folder, encoding: "utf8", maxBuffer: 50_000_000 },
  );
  if (error !== undefined) throw error;
  return `${stdout}${stderr}`;
};

const problemOf = (text: string, samples: ReadonlyMap<string, SourceOfSample>): DocsProblem[] => {
  if (text.trim() === "" || /^\s/.test(text)) return [];
  const [, name = "", line = "0", message = text] = REPORT.exec(text) ?? [];
  const sample = samples.get(name);
  if (sample === undefined) return [{ file: name || "tsconfig.json", line: Number(line), message }];
  if (sample.extension === "js" && NOT_OF_SCRIPTS.test(message)) return [];
  const inSample = Math.max(0, Number(line) - 1 - sample.offset);
  return [{ file: sample.file, line: sample.line + inSample, message }];
};

/**
 * Type-checks samples against the packages of this repository.
 * @param root the folder of the repository: the samples are written below it for the time of the check, so that imports resolve
 */
export const compileProblems = (samples: readonly SourceOfSample[], root: string): DocsProblem[] => {
  if (samples.length === 0) return [];
  const parent = join(root, "dist");
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, "samples-"));
  try {
    const named = new Map(samples.map((sample, index) => [`sample-${index}.${sample.extension}`, sample]));
    for (const [name, { source }] of named) writeFileSync(join(folder, name), source);
    const output = compile(root, folder, [...named.keys()]);
    return output.split("\n").flatMap((text) => problemOf(text, named));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
