import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const STAMP = join(ROOT, ".data", "packages-built-from");
/** What is written last when packages are built. */
const LAST = join(ROOT, "packages", "portal", "dist", "LICENSE");

/** What decides what is built: the sources of the packages, how they are built, and what they are built with. */
const SOURCES = ["packages", "scripts/publish", "package-lock.json", "tsconfig.json"];
const NOT_SOURCES = /(^|\/)(node_modules|dist|bench|gallery|e2e)(\/|$)|\.test\.ts$/;

const filesBelow = (root: string, path: string): string[] =>
  NOT_SOURCES.test(path)
    ? []
    : readdirSync(join(root, path), { withFileTypes: true })
        .sort((one, other) => (one.name < other.name ? -1 : 1))
        .flatMap((entry) => {
          const inside = `${path}/${entry.name}`;
          if (entry.isDirectory()) return filesBelow(root, inside);
          return NOT_SOURCES.test(inside) ? [] : [inside];
        });

/** Changes with whatever decides what is built. */
export const builtFrom = (root = ROOT): string => {
  const hash = createHash("sha256");
  for (const source of SOURCES)
    for (const file of source.includes(".") ? [source] : filesBelow(root, source))
      hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
};

/** `npm run build:packages`, unless what it would build is there: it takes a minute, and several tests begin with it. */
export const buildOnce = async (): Promise<void> => {
  const wanted = builtFrom();
  if (existsSync(LAST) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  rmSync(STAMP, { force: true });
  await run("npm", ["run", "build:packages"], { cwd: ROOT });
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, wanted);
};
