import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const client = (name: string): string => fileURLToPath(new URL(`../client/${name}`, import.meta.url));

/** Bundles the site's own scripts, and copies what needs no bundling, into `assets/` of the site. */
export const buildScripts = async (site: string): Promise<void> => {
  const assets = join(site, "assets");
  await build({
    configFile: false,
    logLevel: "error",
    base: "./",
    // The elements as they are published, also where a test runs this.
    resolve: { conditions: ["production", "browser", "module"] },
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    root: fileURLToPath(new URL("..", import.meta.url)),
    build: {
      outDir: assets,
      emptyOutDir: false,
      modulePreload: false,
      target: "es2022",
      rollupOptions: {
        input: { site: client("site.ts"), live: client("live.ts") },
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  });
  copyFileSync(client("theme.js"), join(assets, "theme.js"));
  copyFileSync(client("site.css"), join(assets, "site.css"));
};
