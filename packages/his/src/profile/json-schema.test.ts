import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { siteProfileJsonSchema } from "./json-schema.ts";
import { siteProfileSchema } from "./site-profile.ts";

const parse = (file: URL): unknown => JSON.parse(readFileSync(file, "utf8"));
const published = z
  .record(z.string(), z.unknown())
  .parse(parse(new URL("../../site-profile.schema.json", import.meta.url)));
const accepts = new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).compile(published);

const examples = new URL("../../../../examples/", import.meta.url);
const files = readdirSync(examples, { recursive: true, encoding: "utf8" }).filter(
  (path) => path.endsWith("site-profile.json") && !path.includes("node_modules"),
);
const profiles = [
  new URL("./example.json", import.meta.url),
  ...files.map((path) => new URL(path, examples)),
].map(parse);

type Path = readonly (string | number)[];
const entriesOf = (node: unknown): [string | number, unknown][] => {
  if (Array.isArray(node)) return [...node.entries()];
  return typeof node === "object" && node !== null ? Object.entries(node) : [];
};
const pathsIn = (node: unknown, here: Path = []): Path[] => [
  here,
  ...entriesOf(node).flatMap(([key, value]) => pathsIn(value, [...here, key])),
];

/** What is done to the value at a path; undefined takes it out. */
type Change = (value: unknown) => unknown;
const changed = (node: unknown, [step, ...rest]: Path, change: Change): unknown => {
  if (step === undefined) return change(node);
  const entries = entriesOf(node).flatMap(([key, value]): [string | number, unknown][] => {
    const next = key === step ? changed(value, rest, change) : value;
    return next === undefined ? [] : [[key, next]];
  });
  return Array.isArray(node) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
};

const VALUES = [
  ..."x|#list|🙂|.. -|cccd|dd/MM/yyyy|MM/dd/yyyy|text|attribute|present|edge|patient|Nam|https://a.example|\u00a0|".split(
    "|",
  ),
  ...[" ", "a".repeat(401), 0, 1, 2, -1, 1.5, 100_001, true, false, null, [], ["x"], [1], {}, { x: 1 }],
  ...[{ min: 1, max: 1 }, { min: 3, max: 2 }, { from: "text" }, { from: "text", selector: "b" }],
  ...[["dd/MM/yyyy", "yyyy"], ["dd/MM/yyyy", "MM/dd/yyyy"], { pattern: "a" }, { pattern: "(" }],
];
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.constantFrom<unknown>(...VALUES).map((value) => () => value),
  fc.constant<Change>(() => undefined),
  fc
    .constantFrom("x", "selector", "header", "name", "hash", "count", "optional", "$schema", "attribute")
    .chain((key) =>
      fc
        .constantFrom<unknown>(...VALUES)
        .map(
          (value) => (node: unknown) =>
            typeof node === "object" && node !== null && !Array.isArray(node)
              ? { ...node, [key]: value }
              : value,
        ),
    ),
  fc.constant<Change>((node) => (Array.isArray(node) ? [...node, ...node] : node)),
);

it("the published JSON Schema is the schema of this version", () => {
  // After a change of the format: npm run schema -w packages/his
  expect(published).toEqual(JSON.parse(JSON.stringify(siteProfileJsonSchema())));
});

it("accepts every profile of the examples, with a $schema key too", () => {
  expect(profiles.length).toBeGreaterThan(12);
  for (const profile of profiles) {
    expect(accepts(profile), JSON.stringify(accepts.errors)).toBe(true);
    const named = { ...z.record(z.string(), z.unknown()).parse(profile), $schema: String(published.$id) };
    expect(accepts(named)).toBe(true);
    expect(siteProfileSchema.safeParse(named).success).toBe(true);
  }
});

it("agrees with what reads profiles, but for what no JSON Schema can say", () => {
  const seen = { both: 0, neither: 0, beyond: 0 };
  fc.assert(
    fc.property(
      fc
        .constantFrom(...profiles)
        .chain((profile) =>
          fc.tuple(
            fc.constant(profile),
            fc.array(fc.tuple(fc.constantFrom(...pathsIn(profile)), change), { minLength: 1, maxLength: 2 }),
          ),
        ),
      ([profile, changes]) => {
        const value = changes.reduce((node, [path, act]) => changed(node, path, act), profile) ?? null;
        const read = siteProfileSchema.safeParse(value);
        const bySchema = accepts(value);
        if (read.success) expect(accepts.errors).toBe(null);
        else if (bySchema)
          expect(read.error.issues.map(({ code }) => code)).toEqual(read.error.issues.map(() => "custom"));
        seen[read.success ? "both" : bySchema ? "beyond" : "neither"] += 1;
      },
    ),
    { numRuns: 3000 },
  );
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0);
});
