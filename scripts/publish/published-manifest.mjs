const KEPT = ["name", "version", "description", "license", "type", "dependencies"];

/** Where what a source becomes lies below `dist`. */
const builtPath = (source, extension) => source.replace(/^\.\/src\//, "./").replace(/\.ts$/, extension);

/** Types first: the first condition that holds is taken. */
const exportsOf = (entries) =>
  entries.map(([subpath, source]) => [
    subpath,
    { types: builtPath(source, ".d.ts"), default: builtPath(source, ".js") },
  ]);

/** What the React components and the Angular directives of a package need; nobody else does. */
const FRAMEWORKS = { "@angular/core": ">=20", "@lit/react": "^1.0.8", react: ">=17" };
const FOR_ELEMENTS = {
  customElements: "custom-elements.json",
  "web-types": "web-types.json",
  peerDependencies: FRAMEWORKS,
  peerDependenciesMeta: Object.fromEntries(Object.keys(FRAMEWORKS).map((name) => [name, { optional: true }])),
};

/**
 * The manifest that is packed: that of the workspace without what only the workspace needs, its entries pointing at
 * what was built. `typings`: the entries of what was made for frameworks and editors, if it has elements.
 */
export const publishedManifest = ({ manifest, entries, within }, typings) => ({
  ...Object.fromEntries(KEPT.filter((key) => key in manifest).map((key) => [key, manifest[key]])),
  dependencies: Object.fromEntries(
    Object.entries(manifest.dependencies ?? {}).filter(([name]) => !within.has(name)),
  ),
  ...(typings === undefined ? {} : FOR_ELEMENTS),
  sideEffects: manifest.sideEffects?.map((path) => builtPath(path, ".js")) ?? false,
  exports: { ...Object.fromEntries(exportsOf(entries)), ...typings, "./package.json": "./package.json" },
});
