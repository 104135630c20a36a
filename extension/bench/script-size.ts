import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { figure } from "./figures.ts";

const IMPORTED = /(?:\bfrom\s*|\bimport\s*\(?\s*|\bsrc=)["'](\.{1,2}\/[^"']+\.js)["']/g;

/** The file, and every script that it loads or imports. */
const scriptsOf = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  const text = readFileSync(file, "utf8");
  if (file.endsWith(".js")) seen.add(file);
  for (const [, path = ""] of text.matchAll(IMPORTED)) {
    const next = join(dirname(file), path);
    if (!seen.has(next)) scriptsOf(next, seen);
  }
  return seen;
};

/** Bytes of script that each context loads, from the packed site build. */
export const scriptSize = (extensionDir: string): void => {
  const entries = {
    "content-script": "content.js",
    background: "background.js",
    "marks-frame": "frames/marks.html",
    "banner-frame": "frames/banner.html",
  };
  if (!readdirSync(extensionDir).includes("content.js")) throw new Error(`no site build in ${extensionDir}`);
  for (const [name, entry] of Object.entries(entries)) {
    const scripts = [...scriptsOf(join(extensionDir, entry))].map((file) => readFileSync(file));
    const sum = (size: (script: Buffer) => number) =>
      scripts.reduce((total, script) => total + size(script), 0) / 1000;
    figure(
      `size/${name}`,
      sum((script) => script.length),
      "kB",
    );
    figure(
      `size/${name}/gzip`,
      sum((script) => gzipSync(script).length),
      "kB",
    );
  }
};
