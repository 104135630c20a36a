import { fileURLToPath } from "node:url";
import { build } from "vite";

/** One of the bench's entries as a script that sets `globalThis.hisBench`. */
export const bundled = async (entry: "in-page" | "in-world"): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL(`./${entry}.ts`, import.meta.url)),
        formats: ["iife"],
        name: "hisBench",
        fileName: "bench",
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    "output" in one ? one.output : [],
  );
  const code = outputs.flatMap((chunk) => (chunk.type === "chunk" ? [chunk.code] : [])).join("\n");
  return code.replace(/^var hisBench\s*=/, "globalThis.hisBench=");
};
