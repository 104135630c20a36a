import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { entrySize, publishedEntries } from "./entry-size.mjs";
import keptSizes from "./kept-sizes.json" with { type: "json" };

const DEFINE = fileURLToPath(new URL("../../packages/elements/src/define", import.meta.url));
const entries = publishedEntries(DEFINE);
const single = entries.filter(({ name }) => name !== "all");

const kept: Readonly<Record<string, number>> = keptSizes;
/** Versions of zlib differ by some bytes; more than this is growth. */
const SLACK = 1.005;

/** The module with the class that an entry registers. */
const elementOf = (file: string): string => {
  const [, path] = /from "(\.\.\/[^"]+)"/.exec(readFileSync(file, "utf8")) ?? [];
  if (path === undefined) throw new Error(`${file} registers nothing`);
  return join(dirname(file), path);
};

it("offers an entry for each element, and all of them in one", () => {
  const names = entries.map(({ name }) => name);
  expect(names).toContain("priority-banner");
  expect(names).toContain("exam-checklist");
  const all = readFileSync(join(DEFINE, "all.ts"), "utf8");
  expect(single.filter(({ name }) => !all.includes(`"./${name}.ts"`))).toEqual([]);
});

it.each(single)(
  "loads no other element with $name, no schemas, and FHIRPath on demand only",
  async ({ name, file }) => {
    const { modules, gzip, raw } = await entrySize(file);
    const foreign = single
      .filter((other) => other.file !== file)
      .flatMap((other) => [other.file, elementOf(other.file)]);
    expect(modules).toContain(elementOf(file));
    expect(modules.filter((module) => foreign.includes(module))).toEqual([]);
    expect(modules.filter((module) => /node_modules\/(zod|fhirpath)\//.test(module))).toEqual([]);
    expect(modules.filter((module) => /\.english\.ts$/.test(module))).toEqual([]);
    expect(gzip).toBeLessThan(raw);
    // Grown for a good reason? `npm run size -- --write` keeps the new figure, for everybody to see in the change.
    expect(gzip).toBeLessThanOrEqual((kept[name] ?? 0) * SLACK);
  },
);

it("has not grown as a whole", async () => {
  const all = entries.find(({ name }) => name === "all");
  const { gzip, later } = await entrySize(all?.file ?? "");
  expect(later.gzip).toBeGreaterThan(0);
  expect(gzip).toBeLessThanOrEqual((kept.all ?? 0) * SLACK);
});
