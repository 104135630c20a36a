import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

/** To be run before a page's own scripts: keeps closed roots for the drafter, which as an extension may open them. */
export const keepRoots = (): void => {
  const kept = new WeakMap<Element, ShadowRoot>();
  Reflect.set(globalThis, "cadreClosedRoots", kept);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    kept.set(this, root);
    return root;
  };
};

/** A script of this project with all that it imports, as one that can be put into a page. */
export const bundled = async (script: URL, plugins: Plugin[] = []): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    plugins,
    build: {
      write: false,
      lib: { entry: fileURLToPath(script), formats: ["iife"], name: "draft", fileName: "draft" },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((result) =>
    "output" in result ? result.output : [],
  );
  return outputs.flatMap((chunk) => (chunk.type === "chunk" ? [chunk.code] : [])).join("\n");
};
