import { cli } from "@custom-elements-manifest/analyzer/cli.js";

const IGNORED = ["**/*.test.ts", "**/testing/**", "dist/**", "bench/**", "gallery/**"];

/** What the analyzer reads from the sources of a package: classes with what they inherit, from types and doc comments. */
export const analyse = (directory) =>
  cli({
    argv: [
      "analyze",
      "--litelement",
      "--quiet",
      "--globs",
      "src/**/*.ts",
      ...IGNORED.flatMap((glob) => ["--exclude", glob]),
    ],
    cwd: directory,
    noWrite: true,
  });
