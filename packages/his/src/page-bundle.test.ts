import { fileURLToPath } from "node:url";
import { build } from "vite";
import { expect, it } from "vitest";

it("what ships into pages holds no validator, and stays small", async () => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL("./page.ts", import.meta.url)), formats: ["es"], fileName: "page" },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunks = outputs.flatMap((result) => ("output" in result ? result.output : []));
  const modules = chunks.flatMap((chunk) => (chunk.type === "chunk" ? Object.keys(chunk.modules) : []));
  expect(modules.length).toBeGreaterThan(10);
  expect(modules.filter((id) => id.includes("/zod/") || id.includes("-schema.ts"))).toEqual([]);
  const size = chunks.reduce((sum, chunk) => sum + (chunk.type === "chunk" ? chunk.code.length : 0), 0);
  expect(size).toBeLessThan(60_000);
});
