import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { publishedPackages, repository } from "../published-packages.mjs";

/** Angular and its compiler, with the TypeScript that it takes, are those of the example's portal. */
const example = join(repository, "examples/portal-angular");
const requireThere = createRequire(join(example, "package.json"));

export const angularCompiler = join(
  dirname(requireThere.resolve("@angular/compiler-cli/package.json")),
  "bundles/src/bin/ngc.js",
);

/** Settings of Angular's compiler for a library: whoever builds a portal finishes the work in their own version of Angular. */
const settings = (modules) => ({
  compilerOptions: {
    target: "ES2022",
    lib: ["ES2023", "DOM", "DOM.Iterable"],
    module: "ESNext",
    moduleResolution: "bundler",
    strict: true,
    exactOptionalPropertyTypes: true,
    experimentalDecorators: true,
    declaration: true,
    skipLibCheck: true,
    types: [],
    paths: {
      "@angular/*": [join(dirname(requireThere.resolve("@angular/core/package.json")), "../*")],
      // As they are published: the workspace's own entries are sources.
      ...Object.fromEntries(
        publishedPackages.flatMap(({ name, dist }) => [
          [name, [join(dist, "index.d.ts")]],
          [`${name}/*`, [join(dist, "*")]],
        ]),
      ),
    },
  },
  angularCompilerOptions: { compilationMode: "partial", strictTemplates: true },
  files: modules.map(({ module }) => `${module}.ts`),
});

/**
 * Compiles directives into `directory`, each module with its declarations, and leaves no source there.
 * @throws Error with what the compiler says
 */
export const compileAngular = (directory, modules) => {
  mkdirSync(directory, { recursive: true });
  for (const { module, source } of modules) writeFileSync(join(directory, `${module}.ts`), source);
  const project = join(directory, "tsconfig.json");
  writeFileSync(project, JSON.stringify(settings(modules)));
  execFileSync(process.execPath, [angularCompiler, "-p", project], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (const name of ["tsconfig.json", ...modules.map(({ module }) => `${module}.ts`)])
    rmSync(join(directory, name));
};
