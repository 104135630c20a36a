import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import type { ReaderConfig } from "./audit-report.ts";

export const READER_NAME = "Reader of example pages";

/** Writes an extension whose content script is the reader of packages/his with the audit, in every frame of `origin`. */
export const writeReaderExtension = async (
  folder: string,
  origin: string,
  config: ReaderConfig,
): Promise<void> => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL("./reader.ts", import.meta.url)),
        formats: ["iife"],
        name: "reader",
        fileName: "reader",
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((result) =>
    "output" in result ? result.output : [],
  );
  const code = outputs.flatMap((chunk) => (chunk.type === "chunk" ? [chunk.code] : [])).join("\n");
  const manifest = {
    manifest_version: 3,
    name: READER_NAME,
    version: "1.0",
    content_scripts: [
      {
        matches: [`${new URL(origin).protocol}//${new URL(origin).hostname}/*`],
        js: ["config.js", "reader.js"],
        all_frames: true,
        match_about_blank: true,
        run_at: "document_start",
      },
    ],
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
  await writeFile(join(folder, "config.js"), `globalThis.cadreReaderConfig = ${JSON.stringify(config)};`);
  await writeFile(join(folder, "reader.js"), code);
};
