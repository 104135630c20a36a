import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import commonjs from "@rollup/plugin-commonjs";
import json from "@rollup/plugin-json";
import nodeResolve from "@rollup/plugin-node-resolve";
import { rollup } from "rollup";
import { compile } from "./build-modules.mjs";
import { bundle, refuseOurs } from "./bundle.mjs";
import { repository } from "./published-packages.mjs";
import { thirdParties } from "./third-parties.mjs";

/** The worker is a script of its own beside whatever starts it. */
const WORKER = "vault-worker.js";
const workerBeside = () => ({
  name: "worker-beside",
  transform(code, id) {
    if (!id.endsWith("/portal/own-worker.ts")) return null;
    return { code: code.replaceAll("./vault-worker.ts", `./${WORKER}`), map: null };
  },
});

const writeAll = (folder, output) => {
  for (const part of output) {
    const file = join(folder, part.fileName);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, part.type === "chunk" ? part.code : part.source);
    if (part.type === "chunk" && part.map) writeFileSync(`${file}.map`, part.map.toString());
  }
};

/**
 * The provider for a page: modules that name the elements and Lit, as a page's own build brings those; the vault's client
 * built into them; and the vault itself as one script that a worker runs. `cdn/` has all of it for pages without a build.
 */
export const buildPortal = async ({ name, directory, dist, manifest, files, within }) => {
  const named = Object.keys(manifest.dependencies).filter((dependency) => !within.has(dependency));
  const build = await rollup({
    input: Object.fromEntries(
      files.map((file) => [relative(join(directory, "src"), file).replace(/\.ts$/, ""), file]),
    ),
    external: (id) => named.some((dependency) => id === dependency || id.startsWith(`${dependency}/`)),
    onwarn: refuseOurs,
    plugins: [
      workerBeside(),
      nodeResolve({ browser: true, extensions: [".js", ".mjs", ".ts"], exportConditions: ["production"] }),
      commonjs(),
      json(),
      ...compile(),
    ],
  });
  const { output } = await build.generate({
    format: "es",
    sourcemap: true,
    entryFileNames: "[name].js",
    chunkFileNames: "[name]-[hash].js",
  });
  await build.close();
  const vault = join(repository, "packages/vault/src/portal/vault-worker.ts");
  const worker = await bundle(vault, {
    sourcemap: true,
    entryFileNames: WORKER,
    chunkFileNames: "[name]-[hash].js",
  });
  const page = await bundle(join(directory, "src/cdn.ts"), {
    plugins: [workerBeside()],
    sourcemap: true,
    banner: `/*! ${name} ${manifest.version} | ${manifest.license} */`,
    entryFileNames: "cadre-care-portal.js",
    chunkFileNames: "[name]-[hash].js",
  });
  const signedIn = await bundle(join(directory, "src/signed-in.ts"), {
    sourcemap: true,
    entryFileNames: "signed-in.js",
    chunkFileNames: "[name]-[hash].js",
  });
  for (const parts of [output, worker]) writeAll(dist, parts);
  for (const parts of [page, worker, signedIn]) writeAll(join(dist, "cdn"), parts);
  writeFileSync(join(dist, "THIRD-PARTY.txt"), thirdParties([...output, ...worker, ...page]));
};
