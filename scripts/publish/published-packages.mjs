import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../..", import.meta.url));

/** Entries of a workspace that are for its own tests. */
const NOT_PUBLISHED = new Set(["./synthetic", "./testing"]);

/** What a package holds in itself, as it is of no use to anybody else: the client of the vault, and what that is made of. */
const WITHIN = { portal: ["@cadre-care/fhir", "@cadre-care/vault", "zod"] };

/** Source files that `./src/define/*.ts` stands for, or the one that is named. */
const filesOf = (directory, source) => {
  const [before, after] = source.split("*");
  if (after === undefined) return [join(directory, source)];
  return readdirSync(join(directory, before), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(after) && !/\.test\.ts$/.test(name))
    .map((name) => join(directory, before, name));
};

/**
 * What an IT team installs, each package after those that it needs: its folder, its manifest, the published entries
 * (subpath and source, `*` in both), the source files behind them, and the dependencies that are built into it.
 */
export const publishedPackages = ["domain", "forms", "elements", "portal"].map((folder) => {
  const directory = join(repository, "packages", folder);
  const manifest = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
  const entries = Object.entries(manifest.exports).filter(([subpath]) => !NOT_PUBLISHED.has(subpath));
  const files = entries.flatMap(([, source]) => filesOf(directory, source));
  const within = new Set(WITHIN[folder] ?? []);
  return { name: manifest.name, directory, dist: join(directory, "dist"), manifest, entries, files, within };
});

/** Whether a package registers elements, and so has a custom elements manifest. */
export const hasElements = ({ entries }) => entries.some(([subpath]) => subpath.startsWith("./define/"));
