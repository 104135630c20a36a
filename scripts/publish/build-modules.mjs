import { join } from "node:path";
import { rollup } from "rollup";
import esbuild from "rollup-plugin-esbuild";
import { minifyTemplates } from "./minify-templates.mjs";
import { repository } from "./published-packages.mjs";

/** Sources to what browsers of today run; decorators as the workspace's compiler settings say. */
export const compile = () => [
  minifyTemplates(),
  esbuild({ tsconfig: join(repository, "tsconfig.json"), target: "es2022" }),
];

/** A warning is a defect of what would be published. */
export const refuseWarnings = (warning) => {
  throw new Error(warning.message);
};

/**
 * The ES modules of a package, one for each source that an entry reaches, so that nothing is there twice whichever
 * entries a page takes. What it depends on is imported by name.
 */
export const buildModules = async ({ directory, dist, files }) => {
  const build = await rollup({
    input: files,
    external: (id) => !id.startsWith(".") && !id.startsWith("/"),
    onwarn: refuseWarnings,
    plugins: compile(),
  });
  await build.write({
    dir: dist,
    format: "es",
    sourcemap: true,
    preserveModules: true,
    preserveModulesRoot: join(directory, "src"),
    entryFileNames: "[name].js",
  });
  await build.close();
};
