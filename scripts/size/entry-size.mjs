import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";

/** What a module of `define/` is there for: `exam-checklist`, or `all`. `define.ts` itself registers nothing. */
export const publishedEntries = (directory) =>
  readdirSync(directory)
    .filter((name) => name.endsWith(".ts") && name !== "define.ts")
    .map((name) => ({ name: basename(name, ".ts"), file: join(directory, name) }));

/** The chunk of the entry and all that it imports at once; what is loaded on demand is not among it. */
const atOnce = (chunks) => {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const wanted = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of wanted) {
    for (const name of imports) {
      const chunk = byName.get(name);
      if (chunk !== undefined) wanted.add(chunk);
    }
  }
  return [...wanted];
};

/**
 * Builds an entry as it is published, minified and with its dependencies, and tells what a page loads with it:
 * bytes of script as they are and in gzip, and the modules.
 */
export const entrySize = async (file) => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      target: "es2022",
      minify: true,
      modulePreload: false,
      rollupOptions: { input: file, preserveEntrySignatures: "strict" },
    },
  });
  const { output } = Array.isArray(built) ? built[0] : built;
  const chunks = atOnce(output.filter(({ type }) => type === "chunk"));
  const scripts = chunks.map(({ code }) => Buffer.from(code));
  const sum = (size) => scripts.reduce((total, script) => total + size(script), 0);
  return {
    raw: sum((script) => script.length),
    gzip: sum((script) => gzipSync(script, { level: 9 }).length),
    modules: chunks.flatMap(({ moduleIds }) => moduleIds),
  };
};
