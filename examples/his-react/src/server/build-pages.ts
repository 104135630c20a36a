import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build } from "vite";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where the built pages lie. */
export const PAGES = at("../../dist");

let built: Promise<unknown> | undefined;

/** Builds the pages, once in each process. @throws Error when they do not compile. */
export const buildPages = async (): Promise<void> => {
  built ??= build({
    configFile: false,
    root: at("../../web"),
    logLevel: "warn",
    mode: "production",
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    plugins: [react()],
    build: { outDir: PAGES, emptyOutDir: true, assetsInlineLimit: 0 },
  });
  await built;
};
