import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build } from "vite";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds the pages into a new temporary folder: a hospital that starts must not take the pages away from under one that
 * is running already.
 * @returns the folder, which the caller removes. @throws Error when they do not compile.
 */
export const buildPages = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "cadre-care-his-react-"));
  await build({
    configFile: false,
    root: at("../../web"),
    logLevel: "warn",
    mode: "production",
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    // Whoever starts this hospital, a test runner too, gets the pages that users would get.
    oxc: { jsx: { development: false } },
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0 },
  });
  return folder;
};
