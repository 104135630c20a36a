import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import { expect, it } from "vitest";

const PAGE = fileURLToPath(new URL("./page.ts", import.meta.url));

const bundled = async (entry: string, plugins: Plugin[] = []) => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    plugins,
    build: { write: false, lib: { entry, formats: ["es"], fileName: "page" } },
  });
  const outputs = Array.isArray(built) ? built : [built];
  return outputs.flatMap((result) => ("output" in result ? result.output : []));
};

it("what ships into pages holds no validator, and stays small", async () => {
  const chunks = await bundled(PAGE);
  const modules = chunks.flatMap((chunk) => (chunk.type === "chunk" ? Object.keys(chunk.modules) : []));
  expect(modules.length).toBeGreaterThan(10);
  expect(modules.filter((id) => id.includes("/zod/") || id.includes("-schema.ts"))).toEqual([]);
  const size = chunks.reduce((sum, chunk) => sum + (chunk.type === "chunk" ? chunk.code.length : 0), 0);
  expect(size).toBeLessThan(60_000);
});

it("what watches a page says codes: it has no words for what it finds", async () => {
  const entry: Plugin = {
    name: "entry",
    resolveId: (id) => (id.endsWith("watcher") ? "\0watcher" : undefined),
    load: (id) => (id === "\0watcher" ? `export { watchPage } from ${JSON.stringify(PAGE)};` : undefined),
  };
  const code = (await bundled("watcher", [entry]))
    .map((chunk) => (chunk.type === "chunk" ? chunk.code : ""))
    .join();
  expect(code).toContain("element-count-off");
  expect(code).not.toMatch(/hồ sơ trang|số phần tử tìm thấy|another number of elements/u);
});
