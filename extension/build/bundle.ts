import { fileURLToPath } from "node:url";
import { build, type InlineConfig } from "vite";
import { CLIENT_ID } from "./client-id.ts";
import type { BrowserName } from "./shared-manifest.ts";
import type { PackOptions } from "./site-options.ts";

const source = (path: string): string => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

const shared = (outDir: string, constants: Record<string, string>): InlineConfig => ({
  configFile: false,
  logLevel: "warn",
  root: source(""),
  publicDir: false,
  define: { ...constants, "process.env.NODE_ENV": JSON.stringify("production") },
  build: {
    outDir,
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    minify: true,
    sourcemap: false,
    // Read from disk, and nothing that whoever packs could change.
    chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
  },
});

const single = (
  config: InlineConfig,
  entry: string,
  format: "es" | "iife",
  fileName: string,
): InlineConfig => ({
  ...config,
  build: {
    ...config.build,
    lib: { entry: source(entry), formats: [format], fileName: () => fileName, name: "cadreCare" },
    rolldownOptions: { output: { codeSplitting: false } },
  },
});

const pages = (config: InlineConfig, names: readonly string[]): InlineConfig => ({
  ...config,
  base: "./",
  publicDir: source("public"),
  build: {
    ...config.build,
    emptyOutDir: true,
    rolldownOptions: { input: names.map((page) => source(`${page}.html`)) },
  },
});

/** Builds one browser's extension into `outDir`: pages, content script (one classic file), background (one module). */
export const bundle = async (browser: BrowserName, options: PackOptions, outDir: string): Promise<void> => {
  const config = shared(outDir, {
    __SITE_BUILD__: JSON.stringify({
      browser,
      board: options.board,
      boardKeys: options.boardKeys,
      clientId: CLIENT_ID,
      version: options.version,
      profiles: options.profiles,
      machineKeys: options.machineKeys,
      needsManagedSettings: options.needsManagedSettings ?? false,
    }),
  });
  await build(
    pages(config, [
      "frames/marks",
      "frames/banner",
      "frames/docked",
      "panel/panel",
      "popup/popup",
      "options/options",
    ]),
  );
  await build(single(config, "content/main.ts", "iife", "content.js"));
  await build(single(config, "background/main.ts", "es", "background.js"));
};

/** Builds the setup build into `outDir`, the same for both browsers: the wizard, the overlay, and the picker. */
export const bundleSetup = async (outDir: string): Promise<void> => {
  const config = shared(outDir, {});
  await build(pages(config, ["setup/wizard/wizard", "setup/overlay/overlay"]));
  await build(single(config, "setup/page/main.ts", "iife", "setup-page.js"));
  await build(single(config, "setup/background.ts", "es", "setup-background.js"));
};
