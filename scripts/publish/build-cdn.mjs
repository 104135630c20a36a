import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./bundle.mjs";

const mapOf = (chunk) => (chunk.map === null ? [] : [[`${chunk.fileName}.map`, chunk.map.toString()]]);

/**
 * `cdn/cadre-care.js`: every element, for a page without a build: `<script type="module" src="…/cadre-care.js">`;
 * it exports `registerLanguage`. What
 * a form needs only now and then lies beside it.
 */
export const buildCdn = async ({ name, directory, dist, manifest }) => {
  const output = await bundle(join(directory, "src/cdn.ts"), {
    sourcemap: true,
    banner: `/*! ${name} ${manifest.version} | ${manifest.license} */`,
    entryFileNames: "cadre-care.js",
    chunkFileNames: "[name]-[hash].js",
  });
  mkdirSync(join(dist, "cdn"), { recursive: true });
  const files = output.flatMap((chunk) =>
    chunk.type === "chunk"
      ? [[chunk.fileName, chunk.code], ...mapOf(chunk)]
      : [[chunk.fileName, chunk.source]],
  );
  for (const [file, content] of files) writeFileSync(join(dist, "cdn", file), content);
};
