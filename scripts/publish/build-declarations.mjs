import { execFile } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { repository } from "./published-packages.mjs";

const run = promisify(execFile);

/** `from "./a.ts"` and `import("./a.ts")`: declarations name what a page loads, not what the workspace holds. */
const toBuilt = (declaration) =>
  declaration.replace(/((?:from|import)\s*\(?\s*["']\.{1,2}\/[^"']+)\.ts(["'])/g, "$1.js$2");

/** What is built into a package has no types of its own there: a module that only passes it on declares nothing. */
const namesAny = (within, declaration) =>
  [...declaration.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].some(([, name]) =>
    [...within].some((hidden) => name === hidden || name.startsWith(`${hidden}/`)),
  );

/** Types beside the modules. They hold for the same sources as the workspace's own check. */
export const buildDeclarations = async ({ directory, dist, files, within }) => {
  const settings = join(directory, "tsconfig.published.json");
  writeFileSync(
    settings,
    JSON.stringify({
      extends: relative(directory, join(repository, "tsconfig.json")),
      compilerOptions: {
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true,
        rootDir: "src",
        outDir: "dist",
      },
      files: files.map((file) => relative(directory, file)),
      include: [],
    }),
  );
  try {
    await run(process.execPath, [join(repository, "node_modules/typescript/bin/tsc"), "-p", settings]);
  } catch (error) {
    throw new Error(`declarations of ${directory}: ${error.stdout ?? error.message}`);
  } finally {
    rmSync(settings);
  }
  for (const name of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".d.ts")) continue;
    const file = join(dist, name);
    const declaration = toBuilt(readFileSync(file, "utf8"));
    writeFileSync(file, namesAny(within, declaration) ? "export {};\n" : declaration);
  }
};
