import { fileURLToPath } from "node:url";
import { cli } from "@custom-elements-manifest/analyzer/cli.js";

const CONFIG = fileURLToPath(new URL("analyzer-config.mjs", import.meta.url));

/** What the analyzer reads from the sources of a package: classes with what they inherit, from types and doc comments. */
export const analyse = (directory) =>
  cli({ argv: ["analyze", "--config", CONFIG], cwd: directory, noWrite: true });
