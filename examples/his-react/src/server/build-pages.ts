import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build } from "vite";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

let built: Promise<string> | undefined;

/**
 * Builds the pages, once in each process, into a folder of the process's own: another process that starts this hospital
 * must not take the pages away from under a running one.
 * @returns the folder. @throws Error when they do not compile.
 */
export const buildPages = (): Promise<string> => {
  built ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), "his-react-"));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    await build({
      configFile: false,
      root: at("../../web"),
      logLevel: "warn",
      mode: "production",
      define: { "process.env.NODE_ENV": JSON.stringify("production") },
      plugins: [react()],
      build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0 },
    });
    return folder;
  })();
  return built;
};
