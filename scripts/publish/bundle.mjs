import commonjs from "@rollup/plugin-commonjs";
import json from "@rollup/plugin-json";
import nodeResolve from "@rollup/plugin-node-resolve";
import terser from "@rollup/plugin-terser";
import { rollup } from "rollup";
import { minify } from "rollup-plugin-esbuild";
import { compile } from "./build-modules.mjs";
import { kinTogether } from "./kin-together.mjs";

/** What others wrote is named once for each script, in place of a comment for each of their modules. */
const NOTICE = "/*! with Lit, (c) Google LLC, BSD-3-Clause */";

/** esbuild shortens the names of private members, terser what is left. */
const shorten = () => [
  minify({ target: "es2022" }),
  terser({
    module: true,
    ecma: 2022,
    compress: { passes: 3, keep_fargs: false },
    format: { comments: /^!/ },
  }),
];

/**
 * FHIRPath's modules import each other in a circle, look for `this` at the top, and are doubted by the minifier; zod writes
 * of annotations in its comments.
 */
const isOfOthers = ({ code, plugin, id }) =>
  code === "CIRCULAR_DEPENDENCY" ||
  code === "THIS_IS_UNDEFINED" ||
  plugin === "esbuild-minify" ||
  (code === "INVALID_ANNOTATION" && id?.includes("/node_modules/"));

/** A warning about our own code is a defect of what would be published. */
export const refuseOurs = (warning) => {
  if (!isOfOthers(warning)) throw new Error(warning.message);
};

/**
 * An entry with all that it depends on, as a page without a build of its own loads it: one script, and one more for
 * each part that is loaded on demand.
 */
export const bundle = async (file, { plugins = [], banner = "", ...output } = {}) => {
  const { input, ...together } = kinTogether(file);
  const build = await rollup({
    input,
    preserveEntrySignatures: "allow-extension",
    onwarn: refuseOurs,
    plugins: [
      together,
      ...plugins,
      nodeResolve({
        browser: true,
        extensions: [".js", ".mjs", ".ts"],
        // Not by NODE_ENV: under a test runner it would take what is for development.
        exportConditions: ["production"],
      }),
      commonjs(),
      json(),
      ...compile(),
    ],
  });
  const built = await build.generate({
    format: "es",
    plugins: shorten(),
    banner: `${banner}${NOTICE}`,
    ...output,
  });
  await build.close();
  return built.output;
};
