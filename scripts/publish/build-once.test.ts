import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { builtFrom } from "./build-once.ts";

const root = mkdtempSync(join(tmpdir(), "built-from-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const write = (file: string, content: string): void => writeFileSync(join(root, file), content);

it("packages are built again when a source, a dependency or the way of building changed, and only then", () => {
  for (const folder of ["packages/forms/src", "packages/forms/dist", "scripts/publish"])
    mkdirSync(join(root, folder), { recursive: true });
  for (const file of [
    "package-lock.json",
    "tsconfig.json",
    "packages/forms/src/state.ts",
    "scripts/publish/a.mjs",
  ])
    write(file, "1");
  let last = builtFrom(root);
  for (const file of ["packages/forms/dist/state.js", "packages/forms/src/state.test.ts", "README.md"]) {
    write(file, "2");
    expect(builtFrom(root)).toBe(last);
  }
  for (const file of ["packages/forms/src/state.ts", "package-lock.json", "scripts/publish/a.mjs"]) {
    write(file, "2");
    expect(builtFrom(root)).not.toBe(last);
    last = builtFrom(root);
  }
});
