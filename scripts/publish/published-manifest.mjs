const KEPT = ["name", "version", "description", "license", "type", "dependencies"];

/** Where what a source becomes lies below `dist`. */
const builtPath = (source, extension) => source.replace(/^\.\/src\//, "./").replace(/\.ts$/, extension);

/** Types first: the first condition that holds is taken. */
const exportsOf = (entries) =>
  entries.map(([subpath, source]) => [
    subpath,
    { types: builtPath(source, ".d.ts"), default: builtPath(source, ".js") },
  ]);

/**
 * The manifest that is packed: that of the workspace without what only the workspace needs, its entries pointing at
 * what was built.
 */
export const publishedManifest = ({ manifest, entries, within }) => ({
  ...Object.fromEntries(KEPT.filter((key) => key in manifest).map((key) => [key, manifest[key]])),
  dependencies: Object.fromEntries(
    Object.entries(manifest.dependencies ?? {}).filter(([name]) => !within.has(name)),
  ),
  sideEffects: manifest.sideEffects?.map((path) => builtPath(path, ".js")) ?? false,
  exports: { ...Object.fromEntries(exportsOf(entries)), "./package.json": "./package.json" },
});
