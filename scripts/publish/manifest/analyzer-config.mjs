export default {
  globs: ["src/**/*.ts"],
  exclude: ["**/*.test.ts", "**/testing/**"],
  litelement: true,
  quiet: true,
  // Otherwise it writes into the manifest of whatever folder it is called in.
  packagejson: false,
};
