import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { atOnceOnly, bundle } from "../publish/bundle.mjs";

/** What a module of `define/` is there for: `exam-checklist`, or `all`. `define.ts` itself registers nothing. */
export const publishedEntries = (directory) =>
  readdirSync(directory)
    .filter((name) => name.endsWith(".ts") && name !== "define.ts")
    .map((name) => ({ name: basename(name, ".ts"), file: join(directory, name) }));

/**
 * Bundles an entry as it is published, with its dependencies, and tells what a page loads with it at once: bytes of
 * script as they are and in gzip, and the modules. What is loaded on demand is not among it.
 */
export const entrySize = async (file) => {
  const [{ code, moduleIds }] = await bundle(file, { plugins: [atOnceOnly()] });
  const script = Buffer.from(code);
  return { raw: script.length, gzip: gzipSync(script, { level: 9 }).length, modules: moduleIds };
};
