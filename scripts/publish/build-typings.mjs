import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateJetBrainsWebTypes } from "custom-element-jet-brains-integration";
import { generateVsCodeCustomElementData } from "custom-element-vs-code-integration";
import { elementManifest } from "./manifest/element-manifest.mjs";
import { angularDirectives } from "./typings/angular.mjs";
import { compileAngular } from "./typings/compile-angular.mjs";
import { elementsOf } from "./typings/elements-of.mjs";
import { reactComponents, reactTypes } from "./typings/react.mjs";
import { svelteTypes } from "./typings/svelte.mjs";
import { vueTypes } from "./typings/vue.mjs";

const FRAMEWORKS = { react: reactTypes, vue: vueTypes, svelte: svelteTypes };

/**
 * What frameworks and editors read of a package's elements, all of it from its custom elements manifest: the manifest
 * itself, types of the tags in React, Vue and Svelte, React components, Angular directives, and custom data for VS Code and
 * JetBrains.
 * @returns the entries of the package's `exports` that lead there
 */
export const buildTypings = async (published) => {
  const { dist, name } = published;
  const manifest = await elementManifest(published);
  const write = (file, content) => {
    mkdirSync(join(dist, file, ".."), { recursive: true });
    writeFileSync(join(dist, file), content);
  };
  write("custom-elements.json", `${JSON.stringify(manifest, null, 2)}\n`);
  const elements = elementsOf(manifest);
  for (const [framework, typesOf] of Object.entries(FRAMEWORKS)) {
    write(`types/${framework}.d.ts`, typesOf(elements));
    // Imported for its types alone, by bundlers too.
    write(`types/${framework}.js`, "export {};\n");
  }
  // A package whose modules are bundled has its classes in its index only.
  const bundled = name === "@cadre-care/portal";
  const modulesOf = new Map(manifest.modules.map(({ path, declarations: [{ tagName }] }) => [tagName, path]));
  const components = reactComponents(elements, ({ tag }) =>
    bundled ? "../index.js" : `../${modulesOf.get(tag)}`,
  );
  for (const { module, code, types } of components) {
    write(`react/${module}.js`, code);
    write(`react/${module}.d.ts`, types);
  }
  compileAngular(join(dist, "angular"), angularDirectives(elements));
  generateVsCodeCustomElementData(manifest, {
    outdir: dist,
    htmlFileName: "vscode.html-custom-data.json",
    cssFileName: "vscode.css-custom-data.json",
    hideLogs: true,
  });
  generateJetBrainsWebTypes(manifest, { outdir: dist, packageJson: false, hideLogs: true });
  // It takes both from the folder it runs in.
  const webTypes = JSON.parse(readFileSync(join(dist, "web-types.json"), "utf8"));
  const { version } = published.manifest;
  write("web-types.json", `${JSON.stringify({ ...webTypes, name, version }, null, 2)}\n`);
  return {
    "./custom-elements.json": "./custom-elements.json",
    ...Object.fromEntries(
      Object.keys(FRAMEWORKS).map((framework) => [
        `./types/${framework}`,
        { types: `./types/${framework}.d.ts`, default: `./types/${framework}.js` },
      ]),
    ),
    "./angular/*": { types: "./angular/*.d.ts", default: "./angular/*.js" },
    "./react/*": { types: "./react/*.d.ts", default: "./react/*.js" },
  };
};
