import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundle } from "../publish/bundle.mjs";

/** What a module of `define/` is there for: `exam-checklist`, or `all`. `define.ts` itself registers nothing. */
export const publishedEntries = (directory) =>
  readdirSync(directory)
    .filter((name) => name.endsWith(".ts") && name !== "define.ts")
    .map((name) => ({ name: basename(name, ".ts"), file: join(directory, name) }));

/** The library FHIRPath is loaded by forms with an expression alone, and is not counted; our own part of it is. */
const withoutFhirPath = () => ({
  name: "without-fhirpath",
  resolveId: {
    order: "pre",
    handler: (source) => (/^fhirpath(\/|$)/.test(source) ? { id: source, external: true } : null),
  },
});

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const bytesOf = (chunks) => {
  const scripts = chunks.map(({ code }) => Buffer.from(code));
  return {
    raw: sum(scripts.map(({ length }) => length)),
    gzip: sum(scripts.map((script) => gzipSync(script, { level: 9 }).length)),
  };
};

/**
 * Bundles an entry as it is published, with its dependencies, and tells what a page loads with it at once, and what it
 * loads later if it needs it: bytes of script as they are and in gzip, and the modules.
 */
export const entrySize = async (file) => {
  const chunks = await bundle(file, { plugins: [withoutFhirPath()] });
  const atOnce = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const chunk of atOnce)
    for (const name of chunk.imports) {
      const imported = chunks.find(({ fileName }) => fileName === name);
      if (imported !== undefined) atOnce.add(imported);
    }
  const later = chunks.filter((chunk) => !atOnce.has(chunk));
  const rendered = [...atOnce].flatMap(({ modules }) =>
    Object.entries(modules).map(([id, { code }]) => ({ id, code: code ?? "" })),
  );
  const modules = rendered.map(({ id }) => id);
  return { ...bytesOf([...atOnce]), later: bytesOf(later), modules, rendered };
};
